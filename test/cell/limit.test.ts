import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { detailedBalanceLimit, emittedAbove } from '../../src/cell/detailedBalance.ts';
import { siliconEfficiency } from '../../src/cell/siliconEfficiency.ts';
import { type LimitOptics, siliconLimit } from '../../src/cell/siliconLimit.ts';
import { photonFluxInBins } from '../../src/light/photonFlux.ts';
import type { Spectrum } from '../../src/light/spectrum.ts';
import { loadOptics } from '../../src/node/loadOptics.ts';
import { loadSpectrum } from '../../src/node/loadSpectrum.ts';
import { freeCarrierAbsorption } from '../../src/optics/freeCarriers.ts';
import {
  absorptionCoefficient,
  type OpticalConstants,
  sampleConstants,
} from '../../src/optics/opticalConstants.ts';
import { emittedPhotonFlux } from '../../src/optics/radiative.ts';
import { binEdges } from '../../src/optics/wavelengths.ts';
import { elementaryCharge, thermalVoltage } from '../../src/physics/constants.ts';
import { schenkNarrowing } from '../../src/physics/schenkNarrowing.ts';
import { siliconIntrinsicDensity } from '../../src/physics/siliconStates.ts';

const room = 298.15;

interface Reference {
  readonly band_gap_eV: readonly number[];
  readonly jsc_mA_cm2: readonly number[];
  readonly voc_V: readonly number[];
  readonly ff: readonly number[];
  readonly efficiency: readonly number[];
  readonly vmp_V: readonly number[];
  readonly jmp_mA_cm2: readonly number[];
}

describe('the detailed-balance limit', () => {
  it('meets the reference at every gap within 2e-6', async () => {
    // An independent double-precision calculation, see the reference's README. Its six digits
    // of Jsc and its voltage grid leave 1e-6.
    const path = new URL('../reference/detailed-balance/shockley_queisser.json', import.meta.url);
    const file = JSON.parse(readFileSync(path, 'utf8'));
    const reference: Reference = file.independent_double_precision.emission_from_front_only;
    const am15g = await loadSpectrum('am1.5g');
    expect(reference.band_gap_eV.length).toBeGreaterThan(70);
    reference.band_gap_eV.forEach((gap, i) => {
      const limit = detailedBalanceLimit(gap, am15g, room, 1000);
      const pairs = [
        [limit.jsc_mA_cm2, reference.jsc_mA_cm2[i]],
        [limit.voc_V, reference.voc_V[i]],
        [limit.ff_pct / 100, reference.ff[i]],
        [limit.efficiency_pct / 100, reference.efficiency[i]],
        [limit.vmp_V, reference.vmp_V[i]],
        [limit.jmp_mA_cm2, reference.jmp_mA_cm2[i]],
      ] as const;
      for (const [ours, theirs] of pairs) {
        expect(Math.abs(ours / theirs! - 1)).toBeLessThan(2e-6);
      }
    });
  });

  it('emits what a black body emits: closed form against the integral over wavelength', () => {
    const gap = 1.12;
    const edge = 1239.841984 / gap;
    const wavelength = Float64Array.from({ length: 8001 }, (_, i) => edge * (0.2 + 0.0001 * i));
    const black = new Float64Array(wavelength.length).fill(1);
    const integral = emittedPhotonFlux(black, wavelength, room);
    expect(emittedAbove(gap, room) / integral).toBeCloseTo(1, 5);
  });

  it('refuses light that has nothing above the gap', () => {
    const red: Spectrum = {
      name: 'red',
      wavelength: Float64Array.of(900, 1000),
      irradiance: Float64Array.of(1, 1),
    };
    expect(() => detailedBalanceLimit(2, red, room, 100)).toThrow(/no photons above 2 eV/);
  });
});

describe('the silicon limit', () => {
  let silicon: OpticalConstants;
  let light: Spectrum;
  beforeAll(async () => {
    silicon = await loadOptics('c-si');
    light = await loadSpectrum('iec60904-3');
  });

  function limit(
    optics: LimitOptics,
    auger: 'richter2012' | 'niewelt2022' | 'none',
    thickness: number,
    netDoping = 0,
  ) {
    const input = {
      thickness: thickness * 1e-4,
      netDoping,
      temperature: room,
      optics,
      models: { auger, narrowing: 'schenk1998', density: 'couderc2014' },
      constants: silicon,
    } as const;
    return siliconEfficiency(input, light, 1000);
  }

  it('is 29.43 % with the ingredients of Richter 2013 (doi:10.1109/JPHOTOV.2013.2270351)', () => {
    const best = limit('tiedje', 'richter2012', 110);
    expect(Math.abs(best.efficiency_pct - 29.43)).toBeLessThan(0.03);
    // Published: 43.31 mA/cm2, 761.3 mV, 89.26 %.
    expect(best.jsc_mA_cm2).toBeCloseTo(43.31, 1);
    expect(Math.abs(best.voc_V - 0.7613)).toBeLessThan(3e-4);
    expect(Math.abs(best.ff_pct - 89.26)).toBeLessThan(0.06);
  });

  it('is what was worked out apart, in every digit', () => {
    const best = limit('tiedje', 'richter2012', 110);
    expect(best.efficiency_pct).toBeCloseTo(29.43, 2);
    expect(best.jsc_mA_cm2).toBeCloseTo(43.302, 3);
    expect(1e3 * best.voc_V).toBeCloseTo(761.11, 2);
    expect(best.ff_pct).toBeCloseTo(89.3, 2);
    expect(limit('lambertian', 'richter2012', 98).efficiency_pct).toBeCloseTo(29.55, 2);
    expect(limit('lambertian', 'richter2012', 110).efficiency_pct).toBeCloseTo(29.55, 2);
    expect(limit('lambertian', 'niewelt2022', 110).efficiency_pct).toBeCloseTo(29.4, 2);
    expect(limit('tiedje', 'niewelt2022', 110).efficiency_pct).toBeCloseTo(29.28, 2);
  });

  it('is 29.42 % with the free carriers of Green 1995, whose light makes none', () => {
    const thickness = 110e-4;
    const wavelength = Float64Array.from({ length: 1171 }, (_, i) => 280 + i);
    const { n, k } = sampleConstants(silicon, wavelength, room);
    const flux = photonFluxInBins(light, binEdges(wavelength));
    const vt = thermalVoltage(room);
    const { absorptance, recombination } = siliconLimit({
      ...{ thickness, netDoping: 0, temperature: room, optics: 'tiedje' },
      models: { auger: 'richter2012', narrowing: 'schenk1998', density: 'couderc2014' },
      constants: silicon,
      wavelength,
    });
    /** Electrons, and holes, of undoped silicon. */
    const carriers = (voltage: number) => {
      let density = 1e10;
      for (let round = 0; round < 30; round++) {
        const shift = schenkNarrowing(density, density, 0, room);
        const narrowed = shift.conduction + shift.valence;
        density = siliconIntrinsicDensity(room) * Math.exp((voltage + narrowed) / (2 * vt));
      }
      return density;
    };
    const current = (voltage: number) => {
      const density = carriers(voltage);
      const absorbed = wavelength.map((at, i) => {
        const alpha = absorptionCoefficient(k[i]!, at);
        const free = freeCarrierAbsorption('green1995', density, density, at);
        return alpha / (alpha + free + 1 / (4 * n[i]! ** 2 * thickness));
      });
      const made = flux.reduce((sum, photons, i) => sum + photons * absorbed[i]!, 0);
      // What absorbs less emits less.
      const unemitted =
        emittedPhotonFlux(absorptance, wavelength, room) -
        emittedPhotonFlux(absorbed, wavelength, room);
      const kept = unemitted * Math.expm1(voltage / vt);
      return elementaryCharge * (made + kept) - recombination(voltage);
    };
    let [open, beyond] = [0.7, 0.8];
    while (beyond - open > 1e-9) {
      const middle = (open + beyond) / 2;
      if (current(middle) > 0) open = middle;
      else beyond = middle;
    }
    let best = 0;
    for (let voltage = 0.68; voltage < 0.72; voltage += 1e-4) {
      best = Math.max(best, voltage * current(voltage));
    }
    expect(1e3 * best).toBeCloseTo(29.42, 2);
    expect(best / (open * current(0))).toBeCloseTo(0.8926, 4);
  });

  it('has its optimum at 110 um', () => {
    const at = (um: number) => limit('tiedje', 'richter2012', um).efficiency_pct;
    expect(at(110)).toBeGreaterThan(at(95));
    expect(at(110)).toBeGreaterThan(at(130));
  });

  it('is 29.55 % with exact isotropic light (Schaefer & Brendel 2018: 29.56)', () => {
    expect(limit('lambertian', 'richter2012', 110).efficiency_pct).toBeCloseTo(29.55, 1);
  });

  it('is 29.40 % with Auger recombination of Niewelt 2022, 29.28 with Tiedje optics', () => {
    expect(Math.abs(limit('lambertian', 'niewelt2022', 105).efficiency_pct - 29.4)).toBeLessThan(
      0.02,
    );
    expect(Math.abs(limit('tiedje', 'niewelt2022', 110).efficiency_pct - 29.28)).toBeLessThan(0.02);
  });

  it('falls with doping, and not at all without Auger recombination', () => {
    const undoped = limit('tiedje', 'richter2012', 110).efficiency_pct;
    const doped = limit('tiedje', 'richter2012', 110, 1e16).efficiency_pct;
    expect(doped).toBeLessThan(undoped);
    const ideal = limit('tiedje', 'none', 110);
    expect(ideal.efficiency_pct).toBeGreaterThan(undoped + 2);
    expect(limit('tiedje', 'none', 110, 1e17).efficiency_pct).toBeCloseTo(ideal.efficiency_pct, 9);
  });
});
