import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { deSotoDiode, type ReferenceDiode } from '../../../src/circuit/singleDiode/deSoto.ts';
import { diodeFigures, diodeMaximumPower } from '../../../src/circuit/singleDiode/diodeFigures.ts';
import { diodePointAt } from '../../../src/circuit/singleDiode/diodePoints.ts';
import { loadModules } from '../../../src/node/loadModules.ts';

interface LibraryParameters {
  readonly alpha_sc: number;
  readonly a_ref: number;
  readonly I_L_ref: number;
  readonly I_o_ref: number;
  readonly R_s: number;
  readonly R_sh_ref: number;
  readonly Adjust: number;
}
type Column =
  | 'I_L_A'
  | 'I_o_A'
  | 'R_sh_ohm'
  | 'nNsVth_V'
  | 'i_sc_A'
  | 'v_oc_V'
  | 'i_mp_A'
  | 'v_mp_V'
  | 'p_mp_W'
  | 'i_x_A'
  | 'i_xx_A';
interface ReferenceModule {
  readonly parameters: LibraryParameters;
  readonly irradiance_W_m2: readonly number[];
  readonly temperature_C: readonly number[];
  readonly cec: Record<Column, readonly number[]>;
  readonly desoto: Record<Column, readonly number[]>;
}
interface PowerOfYear {
  readonly modules: Record<string, LibraryParameters>;
  readonly quantities: Record<string, readonly number[]>;
}

function reference<Content>(name: string): Content {
  const file = new URL(`../../reference/pvlib/${name}.json`, import.meta.url);
  return JSON.parse(readFileSync(file, 'utf8')) as Content;
}

function moduleOf(given: LibraryParameters, adjust: number): ReferenceDiode {
  return {
    photocurrent: given.I_L_ref,
    saturationCurrent: given.I_o_ref,
    thermalVoltage: given.a_ref,
    seriesResistance: given.R_s,
    shuntResistance: given.R_sh_ref,
    currentCoefficient: given.alpha_sc,
    adjust,
  };
}

/** The reference has Boltzmann's constant to ten digits, and an exponent of up to 17 with it. */
const tolerance = 1e-9;

test('eight modules from -40 to 95 degC are those of pvlib to 1e-9, by both models', () => {
  for (const module of reference<ReferenceModule[]>('modules')) {
    for (const model of ['cec', 'desoto'] as const) {
      const given = moduleOf(module.parameters, model === 'cec' ? module.parameters.Adjust : 0);
      module.irradiance_W_m2.forEach((irradiance, i) => {
        const diode = deSotoDiode(given, irradiance, module.temperature_C[i]!);
        const figures = diodeFigures(diode);
        const pairs: [number, Column][] = [
          [diode.photocurrent, 'I_L_A'],
          [diode.saturationCurrent, 'I_o_A'],
          [diode.shuntResistance, 'R_sh_ohm'],
          [diode.thermalVoltage, 'nNsVth_V'],
          [figures.isc, 'i_sc_A'],
          [figures.voc, 'v_oc_V'],
          [figures.imp, 'i_mp_A'],
          [figures.vmp, 'v_mp_V'],
          [figures.pmp, 'p_mp_W'],
          [figures.ix, 'i_x_A'],
          [figures.ixx, 'i_xx_A'],
        ];
        for (const [found, column] of pairs) {
          expect(Math.abs(found / module[model][column][i]! - 1)).toBeLessThan(tolerance);
        }
      });
    }
  }
});

test.each(['greensboro', 'amsterdam'])('hours of weather at %s give the power of pvlib', (site) => {
  const { modules, quantities } = reference<PowerOfYear>(`${site}_power`);
  for (const [technology, parameters] of Object.entries(modules)) {
    for (const model of ['cec', 'desoto'] as const) {
      const given = moduleOf(parameters, model === 'cec' ? parameters.Adjust : 0);
      quantities[`${model}_${technology}_p_mp_W`]!.forEach((power, i) => {
        const light = quantities.poa_perez_W_m2![i]!;
        const { voltage, current } = diodeMaximumPower(
          deSotoDiode(given, light, quantities.temp_faiman_C![i]!),
        );
        expect(Math.abs((voltage * current) / power - 1)).toBeLessThan(1e-10);
      });
    }
  }
});

const shipped = await loadModules();

test('each shipped module gives its rated values at standard test conditions', () => {
  expect(shipped).toHaveLength(76);
  for (const module of shipped) {
    const figures = diodeFigures(deSotoDiode(module.diode, 1000, 25));
    expect(Math.abs(figures.voc / module.voc_V - 1)).toBeLessThan(5e-3);
    expect(Math.abs(figures.pmp / (module.imp_A * module.vmp_V) - 1)).toBeLessThan(5e-3);
    // The fit of the CEC misses the current of four of them by up to 2 %.
    expect(Math.abs(figures.isc / module.isc_A - 1)).toBeLessThan(0.021);
  }
});

test('no module fails from 1e-9 to 10 suns and -60 to 150 degC, and the points stand in order', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...shipped),
      fc.double({ min: -9, max: 1, noNaN: true }),
      fc.double({ min: -60, max: 150, noNaN: true }),
      (module, decade, temperature) => {
        const diode = deSotoDiode(module.diode, 1000 * 10 ** decade, temperature);
        const { isc, voc, imp, vmp, pmp, ix, ixx } = diodeFigures(diode);
        expect(0 < vmp && vmp < voc).toBe(true);
        expect(0 < imp && imp < isc).toBe(true);
        expect(isc <= diode.photocurrent * (1 + 1e-15)).toBe(true);
        expect(isc >= ix && ix > ixx && ixx > 0).toBe(true);
        // Half the rectangle at least, as the curve is concave; never the whole.
        expect(pmp > isc * voc * 0.24999 && pmp < isc * voc).toBe(true);
        for (const away of [0.999, 1.001]) {
          expect(diodePointAt(diode, vmp * away).current * vmp * away < pmp).toBe(true);
        }
        expect(Math.abs(diodePointAt(diode, voc).current) < 1e-12 * isc).toBe(true);
      },
    ),
    { numRuns: 5000 },
  );
});

test('light that is none and parameters that are no diode are refused', () => {
  const [module] = shipped;
  expect(() => deSotoDiode(module!.diode, 0, 25)).toThrow(/not positive/);
  const diode = deSotoDiode(module!.diode, 1000, 25);
  for (const wrong of [
    { photocurrent: -1 },
    { saturationCurrent: 0 },
    { seriesResistance: Number.NaN },
    { shuntResistance: -3 },
    { thermalVoltage: Number.POSITIVE_INFINITY },
  ]) {
    expect(() => diodeFigures({ ...diode, ...wrong })).toThrow(RangeError);
  }
  expect(() => diodePointAt(diode, 1e9)).not.toThrow();
  expect(() => diodePointAt({ ...diode, seriesResistance: 0 }, 1e9)).toThrow(/finite/);
});
