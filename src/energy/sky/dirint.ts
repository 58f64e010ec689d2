import { dayOfYear } from '../sun/extraterrestrial.ts';
import { disc } from './decompose.ts';
import { dirintTable } from './dirintTable.ts';

/** Light over time for `dirint`; one entry an interval of at most 1.5 h. */
export interface DirintHours {
  /** Global horizontal, W/m2. */
  readonly ghi: Float64Array;
  /** Of the sun, without refraction, deg. */
  readonly zenith: Float64Array;
  /** Of the sun, Unix time, ms. */
  readonly time: Float64Array;
  /** Pa; 101325 when left out. */
  readonly pressure?: number;
  /** degC, where it is known. */
  readonly dewPoint?: Float64Array;
}

/** Upper ends of the classes. */
const clearnessEnds = [0.24, 0.4, 0.56, 0.7, 0.8];
const zenithEnds = [25, 40, 55, 70, 80];
const changeEnds = [0.015, 0.035, 0.07, 0.15, 0.3];
const waterEnds = [1, 2, 3];
/** Classes of change and of water that stand for: not known. */
const unknownChange = 6;
const unknownWater = 4;

/**
 * Beam light from global light by DIRINT: DISC's beam times a factor by clearness, height of the sun,
 * steadiness of the clearness and, where the dew point is known, water in the air.
 *
 * @param hours light over time
 * @returns direct normal irradiance, W/m2; none with the sun below 3 deg
 * @see R. Perez et al., "Dynamic global-to-direct irradiance conversion models", ASHRAE Trans.
 *   98 (1), 354 (1992)
 * @example dirint({ ghi, zenith, time, dewPoint })
 */
export function dirint({ ghi, zenith, time, pressure, dewPoint }: DirintHours): Float64Array {
  const dni = new Float64Array(ghi.length);
  const clearness = new Float64Array(ghi.length);
  for (let i = 0; i < ghi.length; i++) {
    const beam = disc(ghi[i]!, zenith[i]!, dayOfYear(time[i]!), pressure);
    dni[i] = beam.dni;
    // Equation 1: the clearness without what the way through the air does to it.
    const factor = 1.031 * Math.exp(-1.4 / (0.9 + 9.4 / beam.airmass)) + 0.1;
    clearness[i] = Math.min(Math.max(beam.clearness / factor, 0), 1);
  }
  for (let i = 0; i < ghi.length; i++) {
    if (!(dni[i]! > 0)) continue;
    const dew = dewPoint?.[i] ?? Number.NaN;
    // Equation 4, cm of water.
    const water = Number.isNaN(dew)
      ? unknownWater
      : classOf(waterEnds, Math.exp(0.07 * dew - 0.075));
    const sky = 6 * classOf(clearnessEnds, clearness[i]!) + classOf(zenithEnds, zenith[i]!);
    dni[i] = dni[i]! * dirintTable[5 * (7 * sky + changeClass(clearness, i)) + water]!;
  }
  return dni;
}

/** Class of the mean change of the clearness to both sides (equations 2 and 3). */
function changeClass(clearness: Float64Array, i: number): number {
  let [sum, count] = [0, 0];
  for (const k of [i - 1, i + 1]) {
    const change = Math.abs((clearness[k] ?? Number.NaN) - clearness[i]!);
    if (Number.isNaN(change)) continue;
    sum += change;
    count++;
  }
  return count === 0 ? unknownChange : classOf(changeEnds, sum / count);
}

function classOf(ends: readonly number[], value: number): number {
  let k = 0;
  while (k < ends.length && value >= ends[k]!) k++;
  return k;
}
