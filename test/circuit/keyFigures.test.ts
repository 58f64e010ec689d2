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
          photo: fc.double({ min: -6, max: 2, noNaN: true }).map((e) => 10 ** e),
          saturation: fc.double({ min: -16, max: -9, noNaN: true }).map((e) => 10 ** e),
          series: fc.double({ min: 0, max: 2, noNaN: true }),
          shunt: fc.double({ min: 2, max: 8, noNaN: true }).map((e) => 10 ** e),
          start: fc.double({ min: 0.05, max: 0.9, noNaN: true }),
        }),
        ({ photo, saturation, series, shunt, start }) => {
          fc.pre(photo > 1e3 * saturation && photo * shunt > 0.5);
          const circuit: Circuit = { seriesResistance: series, shuntResistance: shunt };
          const junction = diode(photo, saturation);
          const figures = keyFigures(junction, circuit, vt, start);
          for (const shift of [-1e-3, 1e-3]) {
            const vd = figures.vmp + figures.jmp * series + shift;
            const current = junction(vd).current - vd / shunt;
            expect((vd - current * series) * current).toBeLessThanOrEqual(figures.pmax);
          }
          const alone = maximumPower(junction, circuit, vt, start);
          // Where the series resistance takes most, 1e-7 V at the junction are some 1e-5 V at the terminals.
          const exact = photo * series < 0.2 ? 5e-13 * Math.max(1, photo) : 1e-9 * photo;
          const apart = alone.voltage * alone.current - figures.pmax;
          expect(Math.abs(apart)).toBeLessThan(exact);
          expect(figures.fillFactor).toBeGreaterThan(0.2);
          expect(figures.fillFactor).toBeLessThan(0.95);
        },
      ),
    );
  });

  it('finds the short circuit of a cell whose series resistance takes all but open circuit', () => {
    const circuit: Circuit = { seriesResistance: 0.3, shuntResistance: 1e12 };
    for (const start of [0, 12]) {
      const figures = keyFigures(diode(40, 1e-14), circuit, vt, 0.6, { short: start });
      // The junction stands at J Rs: J = 40 - 1e-14 expm1(J Rs/vt), solved for by halving.
      let [low, high] = [0, 40];
      for (let k = 0; k < 60; k++) {
        const j = (low + high) / 2;
        if (j < 40 - 1e-14 * Math.expm1((0.3 * j) / vt)) low = j;
        else high = j;
      }
      expect(figures.jsc).toBeCloseTo(low, 5);
      // Nearly a resistor's.
      expect(figures.fillFactor).toBeCloseTo(0.25, 2);
    }
  });

  it('finds both ends and the maximum of a curve that a barrier bends to an S', () => {
    const size = (min: number, max: number) =>
      fc.double({ min, max, noNaN: true }).map((e) => 10 ** e);
    fc.assert(
      fc.property(
        fc.record({
          photo: size(-10, 1),
          foot: size(-3, 0),
          open: fc.double({ min: 0.3, max: 1, noNaN: true }),
          bend: fc.double({ min: 0.026, max: 0.3, noNaN: true }),
          start: fc.double({ min: 0.05, max: 0.9, noNaN: true }),
        }),
        ({ photo, foot, open, bend, start }) => {
          // A shoulder that falls off by exp(-V/bend), and a foot in a line through open circuit.
          const junction: Junction = (voltage) => {
            const fall = Math.exp(-voltage / bend);
            return {
              voltage,
              current: photo * (fall - Math.exp(-open / bend) + foot * (open - voltage)),
              slope: -photo * (fall / bend + foot),
            };
          };
          const circuit: Circuit = {
            seriesResistance: 0,
            shuntResistance: Number.POSITIVE_INFINITY,
          };
          const figures = keyFigures(junction, circuit, vt, start);
          expect(figures.voc).toBeCloseTo(open, 6);
          expect(figures.jsc / junction(0).current).toBeCloseTo(1, 12);
          for (const shift of [-1e-3, 1e-3]) {
            const voltage = figures.vmp + shift;
            expect(voltage * junction(voltage).current).toBeLessThanOrEqual(figures.pmax);
          }
        },
      ),
    );
  });

  it('says that a contact blocks where there is next to no current', () => {
    const circuit: Circuit = { seriesResistance: 0, shuntResistance: 1e12 };
    expect(() => keyFigures(diode(-1e-3, 1e-14), circuit, vt)).toThrow(
      'the cell delivers no current (-1.00 mA/cm2 at short circuit): a contact',
    );
  });

  it('refuses a cell in the dark', () => {
    const circuit: Circuit = { seriesResistance: 0, shuntResistance: 1e12 };
    expect(() => keyFigures(diode(0, 1e-14), circuit, vt)).toThrow('light makes no carriers in it');
  });
});
