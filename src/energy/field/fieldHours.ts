import type { OperatingRange } from '../operatingMap.ts';

/**
 * Light on a cell and its temperature through a year (or any run of equal intervals); one entry an
 * interval.
 */
export interface FieldHours {
  /** Length of an interval, h. */
  readonly interval: number;
  /** In the plane of the cell, before any loss at the glass, W/m2. */
  readonly front: Float64Array;
  /** What counts of it like light at normal incidence (reflection at an angle, soiling), W/m2. */
  readonly effective: Float64Array;
  /**
   * Current of the cell in the light's spectrum over that in as much light of the standard spectrum;
   * 1 when left out.
   */
  readonly spectral?: Float64Array;
  /** On the rear side, W/m2; none when left out. */
  readonly rear?: Float64Array;
  /** What counts of it like light at normal incidence; all when left out. */
  readonly effectiveRear?: Float64Array;
  /** Of the cell, degC. */
  readonly temperature: Float64Array;
  /** 1 to 12. */
  readonly month: Uint8Array;
}

/**
 * Light that counts in each interval for a cell of a bifaciality: IEC TS 60904-1-2's equivalent
 * irradiance, front (times its spectrum's factor) plus bifaciality times rear.
 *
 * @param hours light
 * @param bifaciality rear over front maximum power in the same light, 0 to 1
 * @returns W/m2
 */
export function equivalentIrradiance(hours: FieldHours, bifaciality: number): Float64Array {
  const { effective, spectral, effectiveRear: rear = hours.rear } = hours;
  const front = spectral === undefined ? effective : effective.map((e, i) => e * spectral[i]!);
  if (rear === undefined || bifaciality === 0) return front;
  return front.map((light, i) => light + bifaciality * rear[i]!);
}

/**
 * Conditions that a map must cover for these hours and for standard test conditions, as
 * `energyFactors` asks for both.
 *
 * @param hours light and temperature
 * @param bifaciality rear over front maximum power in the same light, 0 to 1
 * @returns range for `cellMap`: irradiance W/m2, temperature degC
 */
export function fieldRange(hours: FieldHours, bifaciality: number): OperatingRange {
  let [brightest, coldest, hottest] = [1000, 25, 25];
  for (let i = 0; i < hours.front.length; i++) {
    const rear = bifaciality * (hours.rear?.[i] ?? 0);
    const front = Math.max(hours.front[i]!, hours.effective[i]!);
    // Nothing is asked of a cell in the dark.
    if (!(front > 0 || rear > 0)) continue;
    brightest = Math.max(brightest, front * Math.max(1, hours.spectral?.[i] ?? 1) + rear);
    coldest = Math.min(coldest, hours.temperature[i]!);
    hottest = Math.max(hottest, hours.temperature[i]!);
  }
  return { irradiance: [0, brightest], temperature: [coldest, hottest] };
}

/**
 * Refuses hours that would not give a number.
 *
 * @throws RangeError naming the quantity, its place (counted from 1) and its value
 */
export function checkFieldHours(hours: FieldHours): void {
  const { interval, front, effective, spectral, rear, effectiveRear, temperature, month } = hours;
  if (!(interval > 0)) throw new RangeError(`hours: interval ${interval} h is not positive`);
  const length = front.length;
  const columns = {
    front,
    effective,
    temperature,
    month,
    ...(spectral ? { spectral } : {}),
    ...(rear ? { rear } : {}),
    ...(effectiveRear ? { effectiveRear } : {}),
  };
  for (const [name, values] of Object.entries(columns)) {
    if (values.length !== length) {
      throw new RangeError(`hours: ${name} has ${values.length} values, front has ${length}`);
    }
    const least = name === 'temperature' ? -273.15 : name === 'month' ? 1 : 0;
    const wrong = values.findIndex((value) => !(value >= least && Number.isFinite(value)));
    if (wrong >= 0) {
      throw new RangeError(`hours: ${name} ${values[wrong]} in interval ${wrong + 1}`);
    }
  }
}
