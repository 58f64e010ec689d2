import { beforeAll, describe, expect, it } from 'vitest';
import { assembleOptics } from '../../src/cell/assembleOptics.ts';
import { photonFluxInBins } from '../../src/light/photonFlux.ts';
import { loadCell } from '../../src/node/loadCell.ts';
import { loadOptics } from '../../src/node/loadOptics.ts';
import { loadSpectrum } from '../../src/node/loadSpectrum.ts';
import { encapsulated, type ModuleLayers } from '../../src/optics/module.ts';
import type { OpticalCell } from '../../src/optics/opticalCell.ts';
import { air, type OpticalConstants } from '../../src/optics/opticalConstants.ts';
import {
  angleResponse,
  opticalBifaciality,
  opticalCurrent,
  type ResponseLight,
} from '../../src/optics/response.ts';
import { solveOptics } from '../../src/optics/solveOptics.ts';
import { binEdges } from '../../src/optics/wavelengths.ts';

const fixed = (name: string, n: number, k = 0): OpticalConstants => ({
  name,
  wavelength: Float64Array.of(100, 5000),
  n: Float64Array.of(n, n),
  k: Float64Array.of(k, k),
});

let light: ResponseLight;
let layers: ModuleLayers;
const cells: Record<string, OpticalCell> = {};
beforeAll(async () => {
  const wavelength = Float64Array.from({ length: 46 }, (_, i) => 300 + 20 * i);
  const spectrum = await loadSpectrum('am1.5g');
  light = {
    wavelength,
    photonFlux: photonFluxInBins(spectrum, binEdges(wavelength)),
    temperature: 298.15,
  };
  layers = {
    glass: await loadOptics('glass'),
    encapsulant: await loadOptics('eva-uv'),
    coating: { name: 'coating', constants: fixed('porous silica', 1.25), thickness: 120 },
    rear: 'glass',
  };
  const set = ['wafer.models.free_carriers=baker-finch2014'];
  for (const name of ['shj', 'topcon', 'perc']) {
    cells[name] = { ...assembleOptics(await loadCell(name, { set })), trapping: 'angular' };
  }
});

describe('a module', () => {
  it.each(['shj', 'topcon', 'perc'])(
    '%s: every photon ends somewhere, at any angle, from either side',
    (name) => {
      for (const rear of ['glass', { backsheet: 0.8 }] as const) {
        const cell = encapsulated(cells[name], { ...layers, rear });
        for (const [angle, side] of [
          [0, 'front'],
          [70, 'front'],
          [30, 'rear'],
        ] as const) {
          if (side === 'rear' && rear !== 'glass') continue;
          const s = solveOptics(cell, light.wavelength, 298.15, { angle, side });
          const lists = [s.reflected, s.escaped, s.wafer, s.freeCarriers, s.transmitted];
          const takers = [
            ...lists,
            s.metal.front,
            s.metal.rear,
            ...s.frontFilms,
            ...s.rearFilms,
            ...s.covers.map(({ absorbed }) => absorbed),
          ];
          for (let w = 0; w < light.wavelength.length; w++) {
            const sum = takers.reduce((total, share) => total + share[w], 0);
            expect(Math.abs(sum - 1)).toBeLessThan(1e-10);
            for (const share of takers) expect(share[w]).toBeGreaterThan(-1e-6);
          }
        }
      }
    },
  );

  it('is optically the bare cell when its layers are air', () => {
    const airy = encapsulated(cells.topcon, { glass: air, encapsulant: air, rear: 'glass' });
    const bare = opticalCurrent(cells.topcon, light);
    expect(Math.abs(opticalCurrent(airy, light) / bare - 1)).toBeLessThan(1e-3);
  });

  it('reflects from its glass what Fresnel says, and what the cell reflects besides', () => {
    const cell = encapsulated(cells.shj, { ...layers, coating: undefined });
    const { reflected } = solveOptics(cell, Float64Array.of(600), 298.15);
    const glass = ((1.5 - 1) / (1.5 + 1)) ** 2;
    expect(reflected[0]).toBeGreaterThan(glass);
    expect(reflected[0]).toBeLessThan(glass + 0.02);
  });

  it('keeps 94 to 97 % of the current, 97 to 100 % with coated glass', () => {
    // Optical cell-to-module factors of Haedrich 2014, doi:10.1016/j.solmat.2014.06.025, and of
    // Pfreundt 2020 lie between: glass reflects and absorbs 4 to 6 %, couples 1 to 3 % back.
    for (const name of ['shj', 'topcon', 'perc']) {
      const bare = opticalCurrent(cells[name], light);
      const plain = opticalCurrent(
        encapsulated(cells[name], { ...layers, coating: undefined }),
        light,
      );
      const coated = opticalCurrent(encapsulated(cells[name], layers), light);
      expect(plain / bare).toBeGreaterThan(0.94);
      expect(plain / bare).toBeLessThan(0.97);
      expect(coated / bare).toBeGreaterThan(0.97);
      expect(coated / bare).toBeLessThan(1);
    }
  });

  it('sees slanting light as glazed modules do, a cell better', () => {
    const angles = [0, 40, 60, 70, 80];
    const flat = encapsulated(cells.topcon, { ...layers, coating: undefined });
    const module = angleResponse(flat, light, angles);
    // Air-glass by the physical model of De Soto 2006, doi:10.1016/j.solener.2005.06.010, with
    // n = 1.526, K = 4 per m, 2 mm: evaluated on its own.
    [1, 0.997, 0.954, 0.871, 0.65].forEach((value, i) => {
      expect(Math.abs(module[i] - value)).toBeLessThan(0.015);
    });
    const cell = angleResponse(cells.topcon, light, angles);
    expect(cell[3]).toBeGreaterThan(module[3] + 0.03);
    for (let i = 1; i < angles.length; i++) expect(module[i]).toBeLessThan(module[i - 1]);
  });

  it('refuses light trapping that knows no directions', () => {
    const cell = { ...encapsulated(cells.shj, layers), trapping: 'basore' as const };
    expect(() => solveOptics(cell, light.wavelength, 298.15)).toThrow(/angular/);
  });
});

describe('light from both sides', () => {
  it('front and rear light of a cell with equal faces make the same', () => {
    const film = { name: 'arc', constants: fixed('arc', 1.9), thickness: 75 };
    const face = { texture: 'random-pyramids' as const, films: [film], outside: air };
    const cell: OpticalCell = { ...cells.shj, front: face, rear: face };
    const front = solveOptics(cell, light.wavelength, 298.15);
    const rear = solveOptics(cell, light.wavelength, 298.15, { side: 'rear' });
    for (let w = 0; w < light.wavelength.length; w++) {
      expect(rear.wafer[w]).toBeCloseTo(front.wafer[w], 12);
      expect(rear.passes.beams[0].up[w]).toBeCloseTo(front.passes.beams[0].down[w], 12);
    }
  });

  it('a closed metal behind lets nothing in', () => {
    const metal = fixed('metal', 1, 7);
    const closed = { ...cells.perc, rear: { ...cells.perc.rear, outside: metal } };
    expect(opticalBifaciality(closed, light, 0.03)).toBe(0);
  });
});
