import { describe, expect, it } from 'vitest';
import { assembleOptics } from '../../src/cell/assembleOptics.ts';
import { simulateCell } from '../../src/cell/simulate.ts';
import { photonFluxInBins } from '../../src/light/photonFlux.ts';
import { loadCell } from '../../src/node/loadCell.ts';
import { loadOptics } from '../../src/node/loadOptics.ts';
import { loadSpectrum } from '../../src/node/loadSpectrum.ts';
import { drudePermittivity } from '../../src/optics/drude.ts';
import { sampleFilm } from '../../src/optics/faceStack.ts';
import { freeCarrierAbsorption, skinThickness } from '../../src/optics/freeCarriers.ts';
import { photonBudget } from '../../src/optics/generation.ts';
import { absorptionCoefficient, sampleConstants } from '../../src/optics/opticalConstants.ts';
import { solveOptics } from '../../src/optics/solveOptics.ts';
import { binEdges, defaultWavelengths } from '../../src/optics/wavelengths.ts';

/** Where the photons of AM1.5G end, of the whole cell, mA/cm2. */
async function budget(name: string, ...set: string[]) {
  const flux = photonFluxInBins(await loadSpectrum('am1.5g'), binEdges(defaultWavelengths));
  const cell = await loadCell(name, { set });
  const photons = photonBudget(solveOptics(assembleOptics(cell), defaultWavelengths, 298.15), flux);
  const lit = (value = 0) => (1 - cell.description.circuit.shading) * value;
  return {
    wafer: lit(photons.wafer),
    carriers: lit(photons.films['wafer.free-carriers']),
    poly: lit(photons.films['rear.poly']),
  };
}

describe('free carriers of silicon', () => {
  // 1e18 cm^-3, 1200 nm, each law evaluated on its own.
  it.each([
    ['baker-finch2014', 8.577, 5.16],
    ['green1995', 4.493, 3.888],
  ] as const)('absorb as %s says', (model, electrons, holes) => {
    expect(freeCarrierAbsorption(model, 1e18, 0, 1200)).toBeCloseTo(electrons, 3);
    expect(freeCarrierAbsorption(model, 0, 1e18, 1200)).toBeCloseTo(holes, 2);
  });

  it('of a diffused region count by their dose, and less where silicon absorbs first', () => {
    const depth = Float64Array.from({ length: 101 }, (_, i) => i * 1e-6);
    const skin = { type: 'p' as const, depth, density: new Float64Array(101).fill(1e19) };
    const clear = skinThickness('baker-finch2014', [skin], 0, 1100);
    expect(clear).toBeCloseTo(freeCarrierAbsorption('baker-finch2014', 0, 1e19, 1100) * 1e-4, 12);
    // (1 - exp(-2)) / 2 of it is reached at an optical depth of 2.
    const behind = skinThickness('baker-finch2014', [skin], 2e4, 1100);
    expect(behind / clear).toBeCloseTo(-Math.expm1(-2) / 2, 4);
  });

  it('take 0.3 to 1 mA/cm2 of a PERC cell, of which it would have used less than half', async () => {
    const [without, law] = [
      await budget('perc', 'wafer.models.free_carriers=none'),
      await budget('perc'),
    ];
    expect(without.carriers).toBe(0);
    expect(law.carriers).toBeGreaterThan(0.3);
    expect(law.carriers).toBeLessThan(1);
    expect(without.wafer - law.wafer).toBeGreaterThan(0);
    expect(without.wafer - law.wafer).toBeLessThan(0.5 * law.carriers);
  });

  // The table of docs/optics-validation.md.
  it.each([
    ['shj', 0.0, 0.01, 0],
    ['topcon', 0.48, 0.29, 1.06],
    ['perc', 0.16, 0.44, 0],
    ['al-bsf', 0.27, 0.73, 0],
  ] as const)('cost the wafer of %s %d mA/cm2', async (name, less, inWafer, inPoly) => {
    const [without, counted] = [
      await budget(name, 'wafer.models.free_carriers=none'),
      await budget(name),
    ];
    expect(Math.abs(without.wafer - counted.wafer - less)).toBeLessThan(0.006);
    expect(Math.abs(counted.carriers - inWafer)).toBeLessThan(0.006);
    expect(Math.abs(counted.poly - without.poly - inPoly)).toBeLessThan(0.006);
  });

  it.each([
    ['topcon', 0.29],
    ['perc', 0.09],
    ['al-bsf', 0.12],
  ])('cost %s %d %% absolute of efficiency', async (name, cost) => {
    const conditions = {
      spectrum: await loadSpectrum('am1.5g'),
      irradiance: 1000,
      temperature: 25,
    };
    const efficiency = async (...set: string[]) =>
      simulateCell(await loadCell(name, { set }), conditions).efficiency_pct;
    const less = (await efficiency('wafer.models.free_carriers=none')) - (await efficiency());
    expect(Math.abs(less - cost)).toBeLessThan(0.006);
  });

  it.each([
    ['1e20', 0.17],
    ['2e20', 0.3],
    ['3e20', 0.4],
  ])('of polysilicon behind, %s cm^-3, cost %d mA/cm2 for each 100 nm', async (density, per100) => {
    const at = (thickness: number) =>
      budget(
        'topcon',
        `rear.layers.poly.doping.density=${density} cm^-3`,
        `rear.layers.poly.thickness=${thickness} nm`,
      );
    const [thin, thick] = [await at(20), await at(200)];
    expect(Math.abs((thin.wafer - thick.wafer) / 1.8 - per100)).toBeLessThan(0.02);
  });

  it('darken polysilicon behind', async () => {
    const at = async (...set: string[]) => {
      const cell = assembleOptics(await loadCell('topcon', { set }));
      const solution = solveOptics(cell, Float64Array.of(1100), 298.15);
      return solution.rearFilms[0][0];
    };
    const bare = await at('wafer.models.free_carriers=none');
    const [green, baker] = [await at('wafer.models.free_carriers=green1995'), await at()];
    expect(green).toBeGreaterThan(20 * bare);
    expect(baker).toBeGreaterThan(1.5 * green);
  });
});

describe('silicon', () => {
  it('absorbs below its gap too, to 1200 nm, from either data set', async () => {
    for (const name of ['c-si', 'c-si-green2022']) {
      const { k } = sampleConstants(await loadOptics(name), [1150, 1200], 298.15);
      expect(absorptionCoefficient(k[0], 1150)).toBeGreaterThan(0.5);
      expect(absorptionCoefficient(k[1], 1200)).toBeGreaterThan(0.01);
    }
  });
});

describe('free carriers of a transparent electrode', () => {
  const carriers = { density: 2e20, mobility: 50, effectiveMass: 0.3 };

  it('follow Drude', () => {
    // Evaluated on its own: plasma 1.4566e15 /s, damping 1.1725e14 /s, omega 1.5697e15 /s.
    const [real, imaginary] = drudePermittivity(carriers, 1200);
    expect(real).toBeCloseTo(-0.8563, 3);
    expect(imaginary).toBeCloseTo(0.064, 3);
  });

  it('put in and taken out again leave a film as it was', async () => {
    const constants = await loadOptics('izo');
    const wavelength = Float64Array.of(400, 800, 1200);
    const bare = sampleFilm({ name: 'a', constants, thickness: 70 }, wavelength, 300);
    const same = sampleFilm(
      {
        name: 'a',
        constants,
        thickness: 70,
        carriers: { kind: 'drude', carriers, included: carriers },
      },
      wavelength,
      300,
    );
    for (let w = 0; w < 3; w++) {
      expect(same.n[w]).toBeCloseTo(bare.n[w], 12);
      expect(same.k[w]).toBeCloseTo(bare.k[w], 12);
    }
  });

  it('absorb more in the infrared the more they are, and less the faster', async () => {
    const constants = await loadOptics('sinx');
    const k = (density: number, mobility: number) =>
      sampleFilm(
        {
          name: 'tco',
          constants,
          thickness: 70,
          carriers: { kind: 'drude', carriers: { density, mobility, effectiveMass: 0.3 } },
        },
        Float64Array.of(1100),
        300,
      ).k[0];
    expect(k(4e20, 50)).toBeGreaterThan(1.8 * k(2e20, 50));
    expect(k(2e20, 100)).toBeLessThan(0.6 * k(2e20, 50));
  });
});
