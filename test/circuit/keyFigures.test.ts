import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Junction, keyFigures, maximumPower } from '../../src/circuit/keyFigures.ts';
import type { Circuit } from '../../src/circuit/terminal.ts';
import { thermalVoltage } from '../../src/physics/constants.ts';

const vt = thermalVoltage(298.15);

/** A junction with one exponential. */
const diode =
  (photo: number, saturation: number): Junction =>
  (voltage) => ({
    voltage,
    current: photo - saturation * Math.expm1(voltage / vt),
    slope: (-saturation / vt) * Math.exp(voltage / vt),
  });

describe('key figures of the two-diode model', () => {
  // Solved in double precision from the implicit equation, A/cm^2.
  it('ideal diode: 40 mA/cm2, J01 1e-14', () => {
    const circuit: Circuit = { seriesResistance: 0, shuntResistance: 1e12 };
    const figures = keyFigures(diode(0.04, 1e-14), circuit, vt);
    expect(figures.voc).toBeCloseTo(0.7455297, 7);
    expect(figures.vmp).toBeCloseTo(0.66111, 5);
    expect(figures.pmax * 1e3).toBeCloseTo(25.4551, 4);
    expect(figures.fillFactor).toBeCloseTo(0.85359, 6);
  });

  it('with second diode, series and shunt resistance', () => {
    const circuit: Circuit = {
      seriesResistance: 0.4,
      shuntResistance: 1e4,
      secondDiode: { saturationCurrent: 5e-9, ideality: 2 },
    };
    const figures = keyFigures(diode(0.0415, 4e-14), circuit, vt);
    expect(figures.voc).toBeCloseTo(0.7076605, 7);
    expect(figures.pmax * 1e3).toBeCloseTo(23.7848, 4);
    expect(figures.fillFactor).toBeCloseTo(0.809922, 6);
  });

  it('power is stationary at its maximum, whatever the cell and the start', () => {
    fc.assert(
      fc.property(
        fc.record({
          photo: fc.double({ min: -6, max: 0, noNaN: true }).map((e) => 10 ** e),
          saturation: fc.double({ min: -16, max: -9, noNaN: true }).map((e) => 10 ** e),
          series: fc.double({ min: 0, max: 2, noNaN: true }),
          shunt: fc.double({ min: 2, max: 8, noNaN: true }).map((e) => 10 ** e),
          start: fc.double({ min: 0.05, max: 0.9, noNaN: true }),
        }),
        ({ photo, saturation, series, shunt, start }) => {
          fc.pre(photo > 1e3 * saturation && photo * series < 0.2 && photo * shunt > 0.5);
          const circuit: Circuit = { seriesResistance: series, shuntResistance: shunt };
          const junction = diode(photo, saturation);
          const figures = keyFigures(junction, circuit, vt, start);
          for (const shift of [-1e-3, 1e-3]) {
            const vd = figures.vmp + figures.jmp * series + shift;
            const current = junction(vd).current - vd / shunt;
            expect((vd - current * series) * current).toBeLessThanOrEqual(figures.pmax);
          }
          const alone = maximumPower(junction, circuit, vt, start);
          expect(alone.voltage * alone.current).toBeCloseTo(figures.pmax, 12);
          expect(figures.fillFactor).toBeGreaterThan(0.2);
          expect(figures.fillFactor).toBeLessThan(0.95);
        },
      ),
    );
  });

  it('refuses a cell in the dark', () => {
    const circuit: Circuit = { seriesResistance: 0, shuntResistance: 1e12 };
    expect(() => keyFigures(diode(0, 1e-14), circuit, vt)).toThrow(RangeError);
  });
});
