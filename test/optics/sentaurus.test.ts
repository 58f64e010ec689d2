import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { photonFluxInBins } from '../../src/light/photonFlux.ts';
import { loadOptics } from '../../src/node/loadOptics.ts';
import { loadSpectrum } from '../../src/node/loadSpectrum.ts';
import type { OpticalCell } from '../../src/optics/opticalCell.ts';
import { air, type OpticalConstants, sampleConstants } from '../../src/optics/opticalConstants.ts';
import { solveOptics } from '../../src/optics/solveOptics.ts';
import { coherentStack } from '../../src/optics/transferMatrix.ts';
import { binEdges } from '../../src/optics/wavelengths.ts';

const file = (name: string): number[][] =>
  readFileSync(new URL(`../reference/sentaurus/${name}`, import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => /^\d/.test(line))
    .map((line) => line.split(',').map(Number));

function constantsOf(name: string): OpticalConstants {
  const rows = file(name);
  const column = (i: number) => Float64Array.from(rows, (row) => row[i]);
  return { name, wavelength: column(0), n: column(1), k: column(2) };
}

const rows = file('optics_aSi_thickness.csv');
const places = ['reflected', 'silicon', 'aluminium', 'mgf2', 'sinx', 'a-si'] as const;

let silicon: OpticalConstants;
let amorphous: OpticalConstants;
beforeAll(async () => {
  silicon = await loadOptics('c-si-green2022');
  amorphous = await loadOptics('a-si-h-i');
});

/** The structure of the template, whatever its pyramids. */
function cellWith(thickness: number, texture: 'random-pyramids' | 'regular-pyramids'): OpticalCell {
  const films = [
    { name: 'mgf2', constants: constantsOf('nk_mgf2_siqueiros.csv'), thickness: 90 },
    { name: 'sinx', constants: constantsOf('nk_sinx_seris.csv'), thickness: 70 },
  ];
  if (thickness > 0) films.push({ name: 'a-si', constants: amorphous, thickness });
  return {
    trapping: 'angular',
    front: { texture, films, outside: air },
    wafer: {
      constants: silicon,
      thickness: 0.0165,
      carriers: { model: 'baker-finch2014', electrons: 1.56e15, holes: 0 },
    },
    rear: {
      texture: 'planar',
      films: [],
      outside: air,
      reflectance: 0.93,
      diffuse: { share: 1, exponent: 1 },
    },
  };
}

/** Largest difference in the share of each place, by thickness of a-Si:H. */
function differences(thickness: number, texture: 'random-pyramids' | 'regular-pyramids') {
  const reference = rows.filter((row) => row[0] === thickness);
  const wavelength = Float64Array.from(reference, (row) => row[1]);
  const solution = solveOptics(cellWith(thickness, texture), wavelength, 298.15);
  const worst = new Array<number>(places.length).fill(0);
  reference.forEach((row, w) => {
    const ours = [
      solution.reflected[w] + solution.escaped[w],
      solution.wafer[w] + solution.freeCarriers[w],
      // Its rear reflects 93 %; the rest is counted as transmitted there, as metal's here.
      solution.transmitted[w] + solution.metal.rear[w],
      solution.frontFilms[0][w],
      solution.frontFilms[1][w],
      solution.frontFilms[2]?.[w] ?? 0,
    ];
    ours.forEach((share, p) => {
      worst[p] = Math.max(worst[p], Math.abs(share - row[2 + p]));
    });
  });
  return worst;
}

/** Mean over the photons of AM1.5G, 300 to 1100 nm, in %. */
async function weighted(wavelength: Float64Array, reflectance: (row: number) => number) {
  const edges = binEdges(wavelength).map((edge) => Math.min(1100, Math.max(300, edge)));
  const photons = photonFluxInBins(await loadSpectrum('am1.5g'), edges);
  const all = photons.reduce((sum, flux) => sum + flux, 0);
  return (100 * photons.reduce((sum, flux, w) => sum + flux * reflectance(w), 0)) / all;
}

describe('Sentaurus, rays over pyramids with a-Si:H, layer by layer', () => {
  it.each([0, 1, 2, 3, 6, 9, 15, 20])('%d nm of a-Si:H: every place within 1 %% absolute', (nm) => {
    differences(nm, 'random-pyramids').forEach((difference, p) => {
      expect(difference, places[p]).toBeLessThan(0.01);
    });
  });

  it('gives a-Si:H more of the light than a stack can, at any angle', () => {
    const wavelength = Float64Array.of(510);
    const cell = cellWith(20, 'random-pyramids');
    const media = [...cell.front.films.map(({ constants }) => constants), cell.wafer.constants];
    const sampled = media.map((constants) => sampleConstants(constants, wavelength, 298.15));
    const stack = {
      films: 3,
      n: Float64Array.from(sampled, ({ n }) => n[0]!),
      k: Float64Array.from(sampled, ({ k }) => k[0]!),
      thickness: Float64Array.from(cell.front.films, ({ thickness }) => thickness),
    };
    const out = new Float64Array(5);
    let most = 0;
    for (let degrees = 0; degrees < 90; degrees += 2) {
      for (const polarisation of [0, 1] as const) {
        const kx = Math.sin((degrees * Math.PI) / 180);
        coherentStack(stack, 1, kx, 510, polarisation, out);
        most = Math.max(most, out[3]! / (1 - out[0]!));
      }
    }
    const [, , reflected, , , , , film] = rows.find((row) => row[0] === 20 && row[1] === 510)!;
    expect(most).toBeCloseTo(0.166, 3);
    expect(film! / (1 - reflected!)).toBeCloseTo(0.173, 3);
  });

  it('pyramids with two coatings reflect 1.3 % of the photons of AM1.5G, as there', async () => {
    const reference = rows.filter((row) => row[0] === 0);
    const wavelength = Float64Array.from(reference, (row) => row[1]);
    const ours = solveOptics(cellWith(0, 'random-pyramids'), wavelength, 298.15);
    const there = await weighted(wavelength, (row) => reference[row]![2]);
    const here = await weighted(wavelength, (row) => ours.reflected[row]! + ours.escaped[row]!);
    expect(there).toBeCloseTo(1.31, 2);
    expect(Math.abs(here - there)).toBeLessThan(0.1);
    expect(here).toBeGreaterThan(1);
    expect(here).toBeLessThan(3);
  });

  it('stands for random pyramids: regular ones reflect a third more of the blue', () => {
    // One pyramid a unit cell, but rays that leave it come in again at another place: a quarter of
    // the light goes on to a third facet, which in rows of pyramids only a ninth does.
    const regular = differences(0, 'regular-pyramids');
    expect(regular[0]).toBeGreaterThan(0.04);
    expect(differences(0, 'random-pyramids')[0]).toBeLessThan(0.008);
  });
});
