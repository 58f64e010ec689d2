import { describe, expect, it } from 'vitest';
import * as constants from '../../src/physics/constants.ts';
import { dopingFromResistivity } from '../../src/physics/resistivity.ts';
import { siliconGap } from '../../src/physics/siliconGap.ts';
import {
  freeElectronStates,
  siliconIntrinsicDensity,
  siliconStates,
} from '../../src/physics/siliconStates.ts';

/** Relative agreement with a number printed to some digits. */
function expectRelative(value: number, reference: number, tolerance: number): void {
  expect(Math.abs(value / reference - 1)).toBeLessThan(tolerance);
}

describe('constants', () => {
  it('give the published products', () => {
    // CODATA 2018: h c / q and the Richardson constant, thermal voltage at 25 degC.
    expect(constants.photonEnergyWavelength).toBeCloseTo(1239.841984, 6);
    expect(constants.richardson).toBeCloseTo(120.1732, 4);
    expect(1e3 * constants.thermalVoltage(298.15)).toBeCloseTo(25.6925791, 7);
  });
});

describe('silicon bands', () => {
  // Pässler 2002, from his equation in double precision.
  it.each([
    [250, 1.1367757],
    [298.15, 1.124646],
    [300, 1.1241624],
    [350, 1.1107074],
  ])('gap at %d K', (temperature, gap) => {
    expect(siliconGap(temperature)).toBeCloseTo(gap, 7);
  });

  it('gap falls by 0.261 meV/K at room temperature', () => {
    expect((siliconGap(298.65) - siliconGap(297.65)) * 1e3).toBeCloseTo(-0.2611, 4);
  });

  // Couderc 2014, direct formula.
  it.each([
    [298.15, 8.2949e9],
    [300, 9.6847e9],
    [323.15, 5.8305e10],
    [348.15, 3.1361e11],
  ])('intrinsic density at %d K', (temperature, ni) => {
    expect(Math.abs(siliconIntrinsicDensity(temperature) - ni)).toBeLessThan(
      5e-5 * 10 ** Math.floor(Math.log10(ni)),
    );
  });

  it('intrinsic density agrees with Misiakos 1993 and Altermatt 2003 at 300 K', () => {
    // Misiakos, doi:10.1063/1.354551, and Altermatt, doi:10.1063/1.1529297.
    expectRelative(siliconIntrinsicDensity(300), 9.7e9, 0.005);
    expectRelative(siliconIntrinsicDensity(300), 9.65e9, 0.005);
  });

  it('densities of states give the intrinsic density exactly', () => {
    for (const temperature of [200, 298.15, 350]) {
      const { conduction, valence } = siliconStates(temperature);
      const ni = Math.sqrt(
        conduction *
          valence *
          Math.exp(-siliconGap(temperature) / (constants.boltzmann * temperature)),
      );
      expectRelative(ni, siliconIntrinsicDensity(temperature), 1e-12);
    }
    expect(siliconStates(300).conduction / 1e19).toBeCloseTo(2.8567, 4);
    expect(freeElectronStates(300) / 1e19).toBeCloseTo(2.509412, 6);
  });
});

describe('resistivity', () => {
  // Klaassen's mobility at 300 K.
  it.each([
    [1, 'n', 4.936e15],
    [1, 'p', 1.496e16],
    [10, 'n', 4.51e14],
  ] as const)('%d ohm cm %s-type', (resistivity, type, doping) => {
    expectRelative(dopingFromResistivity(resistivity, type), doping, 1e-3);
  });

  it('refuses what no wafer has', () => {
    expect(() => dopingFromResistivity(0, 'n')).toThrow(RangeError);
  });
});
