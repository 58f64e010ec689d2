import type { CurvePlace } from '../circuit/keyFigures.ts';
import type { CurvePoint } from '../circuit/terminal.ts';
import type { Device } from '../device/device.ts';
import type { DeviceSolution } from '../device/likeSolution.ts';
import type { FoundPoints } from './terminalFigures.ts';

/** What decides where a cell's points lie, roughly. */
export interface PointScales {
  /** kT/q, V. */
  readonly thermalVoltage: number;
  /** ln of n p in equilibrium in the middle of the wafer, in cm^-6. */
  readonly logIntrinsic: number;
  /** Carriers that light makes at a light of 1, cm^-2 s^-1. */
  readonly generated: number;
}

/** Points that a cell leaves for a like one to look for its own near them. */
export interface PointTrail {
  readonly scales: PointScales;
  readonly found: FoundPoints;
}

/** Its solutions as well, for a like one to start from. */
export interface SimulatorTrail extends PointTrail {
  readonly solutions: Readonly<Partial<Record<CurvePlace, DeviceSolution>>>;
}

/**
 * Where to look first for the points of a cell, from those of a like one: the same injection, and the
 * same share of the carriers collected.
 *
 * @param trail of the other cell
 * @param scales of this one
 */
export function startFrom({ found, scales: old }: PointTrail, scales: PointScales): FoundPoints {
  const there = (voltage: number | undefined) =>
    voltage &&
    scales.thermalVoltage * (voltage / old.thermalVoltage + old.logIntrinsic - scales.logIntrinsic);
  const { light, maximum, open, shortPerLight } = found;
  return {
    light,
    maximum: there(maximum),
    open: there(open),
    shortPerLight: shortPerLight && (shortPerLight * scales.generated) / old.generated,
  };
}

/** A solver that keeps what it found at each place of the curve. */
export interface KeepingSolver {
  solve(voltage: number, light: number, place?: CurvePlace): CurvePoint;
  solutions(): SimulatorTrail['solutions'];
}

/**
 * Solves a device so that each search starts from the last solution at its place: short circuit,
 * maximum power or open circuit, in the light before or of a like cell.
 *
 * @param device with its generation set
 * @param like solutions of a like cell
 */
export function keepingSolver(
  device: Device,
  like: SimulatorTrail['solutions'] = {},
): KeepingSolver {
  const now: Partial<Record<CurvePlace, DeviceSolution>> = { ...like };
  const before: Partial<Record<CurvePlace, DeviceSolution>> = {};
  let here: CurvePlace | undefined;
  const keep = () => {
    if (here === undefined) return;
    before[here] = now[here];
    now[here] = device.solution();
  };
  return {
    solve(voltage, light, place) {
      if (place === undefined) device.solve(voltage, light);
      else {
        keep();
        here = place;
        const near = now[place];
        if (near === undefined) device.solve(voltage, light);
        else device.solveFrom(near, voltage, light, before[place]);
      }
      return { voltage, current: device.current(), slope: device.conductance() };
    },
    solutions() {
      keep();
      here = undefined;
      return { ...now };
    },
  };
}
