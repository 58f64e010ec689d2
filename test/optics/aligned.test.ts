import { beforeAll, describe, expect, it } from 'vitest';
import { photonFluxInBins } from '../../src/light/photonFlux.ts';
import { loadOptics } from '../../src/node/loadOptics.ts';
import { loadSpectrum } from '../../src/node/loadSpectrum.ts';
import type { LightTrapping, OpticalFilm, Texture } from '../../src/optics/opticalCell.ts';
import {
  absorptionCoefficient,
  air,
  type OpticalConstants,
  sampleConstants,
} from '../../src/optics/opticalConstants.ts';
import type { PyramidTexture } from '../../src/optics/pyramidField.ts';
import { solveOptics } from '../../src/optics/solveOptics.ts';
import { traceWafer } from './wholeWafer.ts';

let silicon: OpticalConstants;
beforeAll(async () => {
  silicon = await loadOptics('c-si');
});

const coating: OpticalFilm = {
  name: 'coating',
  constants: {
    name: 'n = 2',
    wavelength: Float64Array.of(200, 2000),
    n: Float64Array.of(2, 2),
    k: Float64Array.of(0, 0),
  },
  thickness: 75,
};

interface Wafer {
  readonly front: Texture;
  readonly rear?: Texture;
  readonly films?: readonly OpticalFilm[];
  readonly um: number;
  readonly trapping?: LightTrapping;
  readonly angle?: number;
}

function solve(
  { front, rear = 'planar', films = [], um, trapping = 'aligned', angle = 0 }: Wafer,
  at: Float64Array,
) {
  const cell = {
    trapping,
    front: { texture: front, films, outside: air },
    wafer: { constants: silicon, thickness: um * 1e-4 },
    rear: { texture: rear, films: [], outside: air },
  };
  return solveOptics(cell, at, 300, { angle });
}

describe('light that comes to the next face in the plane of the facet it entered by', () => {
  // N. Tucher et al., Opt. Express 23, A1720 (2015), doi:10.1364/OE.23.0A1720, fig. 7: 200 um of silicon, bare, inverted
  // pyramids, planar behind, light from 8 degrees; the curve of OPTOS, which a measured wafer with random pyramids and the
  // wafer ray tracer of PV Lighthouse meet, as read off in RayFlare's examples.
  const published = [
    [986, 0.919],
    [1017, 0.892],
    [1037, 0.84],
    [1056, 0.753],
    [1072, 0.673],
    [1086, 0.608],
    [1103, 0.527],
    [1117, 0.459],
    [1129, 0.4],
  ] as const;
  const absorptance = (trapping: LightTrapping) =>
    solve(
      { front: 'inverted-pyramids', um: 200, trapping, angle: 8 },
      Float64Array.from(published, ([nm]) => nm),
    ).wafer;

  it('is absorbed as OPTOS and measurements have it, within 1.5 % absolute', () => {
    const ours = absorptance('aligned');
    published.forEach(([nm, there], i) => {
      expect(Math.abs(ours[i]! - there), `${nm} nm`).toBeLessThan(0.015);
    });
  });

  it('of any azimuth it would be absorbed up to 11 % more', () => {
    const ours = absorptance('angular');
    expect(Math.max(...published.map(([, there], i) => ours[i]! - there))).toBeCloseTo(0.11, 2);
  });

  it.each([
    ['random-pyramids', 1030, 0.02],
    ['random-pyramids', 1086, 0.02],
    ['random-pyramids', 1117, 0.02],
    // Ridges between pits bend a ninth of the light that enters, which is left out.
    ['inverted-pyramids', 1086, 0.035],
  ] as const)(
    'goes where rays go that are traced through the whole wafer: %s, %d nm',
    (texture: PyramidTexture, nm, within) => {
      const at = Float64Array.of(nm);
      const { n, k } = sampleConstants(silicon, at, 300);
      const traced = traceWafer(texture, n[0]!, 0.02 * absorptionCoefficient(k[0]!, nm), 6000);
      const { wafer, escaped, transmitted } = solve({ front: texture, um: 200 }, at);
      // The rays scatter by 0.6 %.
      expect(Math.abs(wafer[0]! - traced.absorbed)).toBeLessThan(within);
      expect(Math.abs(escaped[0]! - traced.escaped)).toBeLessThan(within);
      expect(Math.abs(transmitted[0]! - traced.transmitted)).toBeLessThan(within);
    },
  );

  it.each([
    ['regular-pyramids', 4.35],
    ['inverted-pyramids', 3.71],
  ] as const)(
    '%s under 75 nm of n = 2 reflect in all, by RayFlare, percent: %d',
    async (front, there) => {
      const at = Float64Array.from({ length: 41 }, (_, i) => 300 + 20 * i);
      const limits = Float64Array.from({ length: 42 }, (_, i) =>
        Math.min(1100, Math.max(300, 290 + 20 * i)),
      );
      const flux = photonFluxInBins(await loadSpectrum('am1.5g'), limits);
      const { reflected, escaped } = solve({ front, films: [coating], um: 160 }, at);
      const sum = flux.reduce((all, value, i) => all + value * (reflected[i]! + escaped[i]!), 0);
      const mean = (100 * sum) / flux.reduce((all, value) => all + value, 0);
      expect(Math.abs(mean - there)).toBeLessThan(0.5);
    },
  );

  it('is all accounted for, whatever the faces and the angle', () => {
    const at = Float64Array.of(400, 900, 1050, 1150);
    for (const front of ['random-pyramids', 'inverted-pyramids', 'planar'] as const) {
      for (const rear of ['random-pyramids', 'regular-pyramids', 'planar'] as const) {
        for (const angle of [0, 35, 75]) {
          const { reflected, escaped, wafer, transmitted } = solve(
            { front, rear, um: 150, angle },
            at,
          );
          at.forEach((_, w) => {
            const all = reflected[w]! + escaped[w]! + wafer[w]! + transmitted[w]!;
            expect(Math.abs(all - 1)).toBeLessThan(1e-10);
          });
        }
      }
    }
  });
});
