import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { extraterrestrial } from '../../src/energy/sun/extraterrestrial.ts';
import { parseNumericTable } from '../../src/light/numericTable.ts';
import { clearSkySpectrum } from '../../src/light/spectrl2/clearSkySpectrum.ts';

const folder = new URL('../reference/spectrl2/', import.meta.url);
const read = (file: string) => readFileSync(new URL(file, folder), 'utf8');

/** Largest difference, relative to the largest value of the spectrum and to each value. */
function differences(ours: ArrayLike<number>, theirs: ArrayLike<number>) {
  const top = Math.max(...Array.from(theirs, Math.abs));
  let [ofTop, ofEach] = [0, 0];
  for (let i = 0; i < theirs.length; i++) {
    const difference = Math.abs(ours[i] - theirs[i]);
    ofTop = Math.max(ofTop, difference / top);
    // Below 1e-9 of the top, 12 printed digits still hold each value.
    if (theirs[i] !== 0) ofEach = Math.max(ofEach, difference / Math.abs(theirs[i]));
  }
  return { ofTop, ofEach };
}

interface PvlibCase {
  readonly inputs: Readonly<Record<string, number>>;
  readonly dni: number[];
  readonly dhi: number[];
  readonly poa_sky_diffuse: number[];
  readonly poa_global: number[];
}

describe('SPECTRL2', () => {
  const cases: PvlibCase[] = JSON.parse(read('pvlib.json'));

  it.each(cases.map((one, k) => [k, one] as const))('pvlib, sky %i, to 1e-11', (_, one) => {
    const { inputs } = one;
    const light = clearSkySpectrum({
      zenith: inputs.apparent_zenith,
      incidence: inputs.aoi,
      tilt: inputs.surface_tilt,
      albedo: inputs.ground_albedo,
      pressure: inputs.surface_pressure,
      ozone: inputs.ozone,
      water: inputs.precipitable_water,
      turbidity: inputs.aerosol_turbidity_500nm,
      distanceFactor: extraterrestrial(inputs.dayofyear, 1),
      scatteringAlbedo: inputs.scattering_albedo_400nm,
      angstromExponent: inputs.alpha,
      scatteringVariation: inputs.wavelength_variation_factor,
      asymmetry: inputs.aerosol_asymmetry_factor,
    });
    expect(differences(light.beam, one.dni).ofEach).toBeLessThan(1e-11);
    // Pvlib takes 1 - T^0.95 of numbers near one apart: it loses three digits at long wavelengths.
    expect(differences(light.diffuse, one.dhi).ofTop).toBeLessThan(1e-11);
    expect(differences(light.planeSky, one.poa_sky_diffuse).ofTop).toBeLessThan(1e-11);
    expect(differences(light.planeGlobal, one.poa_global).ofTop).toBeLessThan(1e-11);
    const all = differences(light.planeGlobal, one.poa_global);
    expect(all.ofEach).toBeLessThan(1e-9);
  });

  it("NREL's own program, to the single precision it is printed in", () => {
    const table = parseNumericTable(read('nrel.csv'), 'nrel.csv');
    const column = (name: string) => table.columns.get(name)!.map((value) => value / 1000);
    const light = clearSkySpectrum({
      zenith: 47.912086486816406,
      airmass: 1.4899535986910446,
      water: 1.42,
      ozone: 0.344,
      turbidity: 0.1,
      distanceFactor: extraterrestrial(75, 1),
    });
    // Single precision, and its day angle differs from Spencer's by part of a day.
    expect(differences(light.extraterrestrial, column('extraterrestrial')).ofTop).toBeLessThan(
      1e-6,
    );
    expect(differences(light.beam, column('direct')).ofTop).toBeLessThan(1e-6);
    expect(differences(light.diffuse, column('diffuse')).ofTop).toBeLessThan(1e-6);
    expect(differences(light.planeGlobal, column('global')).ofTop).toBeLessThan(1e-6);
  });

  it('no more light reaches the ground than comes in, and more air takes more of the beam', () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(share, share, share, share, share, (a, b, c, d, e) => {
        const sky = {
          zenith: 85 * a,
          water: 6 * b,
          ozone: 0.5 * c,
          turbidity: 0.6 * d,
          albedo: 0.9 * e,
        };
        const light = clearSkySpectrum(sky);
        const thicker = clearSkySpectrum({ ...sky, turbidity: sky.turbidity + 0.1 });
        const cosine = Math.cos((sky.zenith * Math.PI) / 180);
        const wrong = light.wavelength.filter(
          (_, i) =>
            !(
              light.beam[i] >= 0 &&
              light.diffuse[i] >= 0 &&
              light.beam[i] <= light.extraterrestrial[i] &&
              thicker.beam[i] <= light.beam[i] &&
              Math.abs(light.planeGlobal[i] - light.beam[i] * cosine - light.diffuse[i]) < 1e-12
            ),
        );
        expect([...wrong]).toEqual([]);
      }),
      { numRuns: 50 },
    );
  });

  it('says which value no sky has', () => {
    expect(() => clearSkySpectrum({ zenith: 90 })).toThrow(
      /zenith 90 is outside 0 to below 90 deg/,
    );
    expect(() => clearSkySpectrum({ zenith: 0, water: -1 })).toThrow(/water -1 is outside/);
    expect(() => clearSkySpectrum({ zenith: 0, albedo: Number.NaN })).toThrow(/albedo NaN/);
  });
});
