import { type CurvePlace, keyFigures, maximumPower } from '../circuit/keyFigures.ts';
import { type Circuit, type CurvePoint, terminalPoint } from '../circuit/terminal.ts';
import type { CellPhotons, CellResult } from './cell.ts';
import { scalePhotons } from './photonSums.ts';
import type { CellCircuit } from './schema.ts';

/** What the terminals of a cell show, whatever solves its junction. */
export interface TerminalFigures {
  /** Key figures at an irradiance, W/m2. */
  at(irradiance: number): CellResult;
  /** Maximum power alone, without solving for the other figures. */
  mpp(irradiance: number): MaximumPower;
  /** What the last searches found, for those of a like cell to start from. */
  found(): FoundPoints;
  /** Terminal voltages, V, and currents, mA/cm2, at given junction voltages, V. */
  jv(irradiance: number, junctionVoltages: ArrayLike<number>): TerminalCurve;
}

/** Junction voltages, V, that searches found at a light, and the short-circuit current per light. */
export interface FoundPoints {
  readonly light: number;
  readonly maximum?: number;
  readonly open?: number;
  /** A/cm^2 at a light of 1. */
  readonly shortPerLight?: number;
}

/** The maximum-power point. */
export type MaximumPower = Pick<CellResult, 'pmax_W_m2' | 'vmp_V' | 'jmp_mA_cm2'>;

/** A J-V curve at the terminals; delivered current is positive. */
export interface TerminalCurve {
  readonly voltage_V: Float64Array;
  readonly current_mA_cm2: Float64Array;
}

/** Voltage to which the maximum alone is searched, V: its power then errs by under 1e-7. */
const nearMaximum = 3e-6;

/** Light for which the generation is worked out, W/m2; other irradiances scale it. */
export const unitIrradiance = 1000;

/**
 * The circuit of a cell file.
 *
 * @param given as the file holds it
 * @param contacts resistivity of both contacts, ohm cm^2, in series with it
 */
export function cellCircuit(given: CellCircuit, contacts: number): Circuit {
  return {
    seriesResistance: given.series_resistance + contacts,
    shuntResistance: given.shunt_resistance,
    ...(given.area === undefined ? {} : { area: given.area }),
    ...(given.second_diode
      ? {
          secondDiode: {
            saturationCurrent: given.second_diode.saturation_current,
            ideality: given.second_diode.ideality,
          },
        }
      : {}),
  };
}

/**
 * Figures at the terminals; each search starts from what the last one found.
 *
 * @param solve junction at a voltage, V, and a light of 1 at 1000 W/m2
 * @param circuit between it and the terminals
 * @param vt kT/q, V
 * @param photons budget at a light of 1
 * @param start what a like cell found
 * @param allLight light on both sides over that of the irradiance, for the efficiency
 */
export function terminalFigures(
  solve: (voltage: number, light: number, place?: CurvePlace) => CurvePoint,
  circuit: Circuit,
  vt: number,
  photons: CellPhotons,
  start: FoundPoints = { light: 1 },
  allLight = 1,
): TerminalFigures {
  // What the last solution says of the next: where its points lay, and at which light.
  let found = start;
  const lightOf = (irradiance: number) => {
    if (!(irradiance > 0 && irradiance < 1e6)) {
      throw new RangeError(`irradiance ${irradiance} W/m2 is not between 0 and 1e6`);
    }
    return irradiance / unitIrradiance;
  };
  // Voltages rise with the logarithm of the light.
  const from = (voltage: number | undefined, light: number) =>
    voltage && Math.max(0.05, voltage + vt * Math.log(light / found.light));
  const junction = (light: number) => (voltage: number, place?: CurvePlace) =>
    solve(voltage, light, place);
  return {
    at(irradiance) {
      const light = lightOf(irradiance);
      const { seriesResistance } = circuit;
      const figures = keyFigures(junction(light), circuit, vt, from(found.maximum, light), {
        short: (found.shortPerLight ?? 0) * light * seriesResistance,
        open: from(found.open, light),
      });
      found = {
        light,
        maximum: figures.vmp + figures.jmp * seriesResistance,
        open: figures.voc,
        shortPerLight: figures.jsc / light,
      };
      const power = figures.pmax * 1e4;
      const { area } = circuit;
      return {
        voc_V: figures.voc,
        jsc_mA_cm2: figures.jsc * 1e3,
        ff_pct: figures.fillFactor * 100,
        efficiency_pct: (100 * power) / (irradiance * allLight),
        vmp_V: figures.vmp,
        jmp_mA_cm2: figures.jmp * 1e3,
        pmax_W_m2: power,
        ...(area === undefined
          ? {}
          : { isc_A: figures.jsc * area, imp_A: figures.jmp * area, power_W: figures.pmax * area }),
        photons: scalePhotons(photons, light),
      };
    },
    mpp(irradiance) {
      const light = lightOf(irradiance);
      const { shortPerLight = solve(0, light, 'short').current / light } = found;
      const near = from(found.maximum, light);
      const short = shortPerLight * light;
      const best = maximumPower(junction(light), circuit, vt, near, short, nearMaximum);
      found = { light, maximum: best.junctionVoltage, shortPerLight };
      return {
        pmax_W_m2: best.voltage * best.current * 1e4,
        vmp_V: best.voltage,
        jmp_mA_cm2: best.current * 1e3,
      };
    },
    found: () => found,
    jv(irradiance, junctionVoltages) {
      const at = junction(lightOf(irradiance));
      const points = Array.from(junctionVoltages, (voltage) =>
        terminalPoint(at(voltage), circuit, vt),
      );
      return {
        voltage_V: Float64Array.from(points, (point) => point.voltage),
        current_mA_cm2: Float64Array.from(points, (point) => point.current * 1e3),
      };
    },
  };
}
