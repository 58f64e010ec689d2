import { describe, expect, it } from 'vitest';
import {
  excessAt,
  lumpedInjection,
  lumpedInjectionResult,
} from '../../src/cell/lumpedInjection.ts';
import {
  bulkRecombination,
  bulkResult,
  neutralSilicon,
} from '../../src/cell/lumpedRecombination.ts';
import { keyFigures } from '../../src/circuit/keyFigures.ts';
import { crystallineSilicon } from '../../src/device/crystallineSilicon.ts';
import { elementaryCharge, thermalVoltage } from '../../src/physics/constants.ts';
import { siliconIntrinsicDensity } from '../../src/physics/siliconStates.ts';

const temperature = 298.15;
const vt = thermalVoltage(temperature);
const ni2 = siliconIntrinsicDensity(temperature) ** 2;

/** A wafer of one injection throughout, with light, a J0 and a circuit. */
interface UniformCell {
  readonly type: 'n' | 'p';
  /** cm, cm^-3. */
  readonly thickness: number;
  readonly doping: number;
  /** A/cm^2. */
  readonly light: number;
  readonly j0: number;
  /** s; of both carriers. */
  readonly lifetime: number;
  /** ohm cm^2. */
  readonly series: number;
  readonly shunt: number;
  readonly auger: 'richter2012' | 'niewelt2022';
}

/** Voc in mV, fill factor in %, power in mW/cm2, with the laws of the lumped wafer. */
function figures(cell: UniformCell) {
  const { type, thickness, doping, light, j0, lifetime, series, shunt, auger } = cell;
  const silicon = neutralSilicon(
    crystallineSilicon({
      temperature,
      donors: type === 'n' ? doping : 0,
      acceptors: type === 'p' ? doping : 0,
      electronLifetime: lifetime,
      holeLifetime: lifetime,
      trapLevel: 0,
      // Detailed balance with Green 2008, 60 % of it absorbed again.
      radiative: 0.4 * 4.737e-15,
      models: {
        density: 'couderc2014',
        narrowing: 'schenk1998',
        mobility: 'klaassen1992',
        injection: 'quasi-neutral',
        auger,
      },
    }),
    vt,
  );
  const injected = new Float64Array(lumpedInjectionResult.length);
  const bulk = new Float64Array(bulkResult.length);
  const lost = (voltage: number) => {
    const excess = excessAt(silicon, voltage / vt);
    lumpedInjection(silicon, excess, injected);
    bulkRecombination(silicon, excess, injected, bulk);
    // The J0 is one of np/ni^2, without narrowing.
    const pairs = excess * (silicon.n0 + silicon.p0 + excess);
    return elementaryCharge * thickness * bulk[bulkResult.rate]! + (j0 * pairs) / ni2;
  };
  const step = 1e-5;
  const junction = (voltage: number) => ({
    voltage,
    current: light - lost(voltage),
    slope: (lost(voltage - step) - lost(voltage + step)) / (2 * step),
  });
  const circuit = { seriesResistance: series, shuntResistance: shunt };
  const { voc, fillFactor, pmax } = keyFigures(junction, circuit, vt, 0.6);
  return { voc: 1e3 * voc, ff: 100 * fillFactor, power: 1e3 * pmax };
}

describe('a PERC cell of 170 um, p 1e16, 1 ms, 0.35 ohm cm2', () => {
  const perc = {
    type: 'p',
    ...{ thickness: 170e-4, doping: 1e16, light: 41.3e-3, lifetime: 1e-3 },
    ...{ series: 0.35, shunt: 1e4 },
  } as const;

  it('has 704 mV, 82.3 % and 23.9 % with 30 fA/cm2; 696 mV and 23.65 % with 45', () => {
    const good = figures({ ...perc, j0: 30e-15, auger: 'richter2012' });
    expect(good.voc).toBeCloseTo(704, 0);
    expect(good.ff).toBeCloseTo(82.3, 1);
    expect(good.power).toBeCloseTo(23.9, 1);
    const worse = figures({ ...perc, j0: 45e-15, auger: 'richter2012' });
    expect(worse.voc).toBeCloseTo(696, 0);
    expect(Math.abs(worse.power - 23.65)).toBeLessThan(0.006);
  });

  it('is the same with both laws of Auger recombination, to 0.02 %', () => {
    for (const j0 of [30e-15, 45e-15]) {
      const power = (auger: UniformCell['auger']) => figures({ ...perc, j0, auger }).power;
      expect(Math.abs(power('niewelt2022') / power('richter2012') - 1)).toBeLessThan(2e-4);
    }
  });
});

describe('the SHJ record of 751.4 mV, 86.07 %, 26.81 % (doi:10.1038/s41560-023-01255-2)', () => {
  const shj = {
    type: 'n',
    ...{ thickness: 130e-4, doping: 1.5e15, light: 41.45e-3, shunt: 5e4 },
  } as const;

  it.each([
    [1.1e-15, 10e-3, 0.19],
    [1.4e-15, 60e-3, 0.32],
  ])('comes of %d A/cm2, %d s and %d ohm cm2 with Richter', (j0, lifetime, series) => {
    const { voc, ff, power } = figures({ ...shj, j0, lifetime, series, auger: 'richter2012' });
    expect(Math.abs(voc - 751.4)).toBeLessThan(0.2);
    expect(Math.abs(ff - 86.07)).toBeLessThan(0.05);
    expect(Math.abs(power - 26.81)).toBeLessThan(0.02);
  });

  it('asks for hardly any J0 with Niewelt: 751.1 mV at none and 10 ms', () => {
    const niewelt = (j0: number, lifetime: number, series: number) =>
      figures({ ...shj, j0, lifetime, series, auger: 'niewelt2022' });
    expect(niewelt(0, 10e-3, 0.5).voc).toBeCloseTo(751.1, 1);
    const record = niewelt(0.15e-15, 60e-3, 0.55);
    expect(Math.abs(record.voc - 751.4)).toBeLessThan(0.05);
    expect(Math.abs(record.ff - 86.07)).toBeLessThan(0.1);
  });
});
