/** Digits that mean something: a rounding far below what the models know. */
const digits = 7;

/** A number of an hour in as many digits as mean something. */
export const short = (value: number): number => Number(value.toPrecision(digits));

const hour = 3_600_000;

/**
 * An instant by the clock of a zone.
 *
 * @param time Unix time, ms
 * @param zone h east of UTC
 * @example localTime(631_170_000_000, -5) // '1990-01-01T00:00:00-05:00'
 */
export function localTime(time: number, zone: number): string {
  const clock = new Date(time + zone * hour).toISOString().slice(0, 19);
  const minutes = Math.round(Math.abs(zone) * 60);
  const two = (value: number) => String(value).padStart(2, '0');
  const sign = zone < 0 ? '-' : '+';
  return `${clock}${sign}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}
