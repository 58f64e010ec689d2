const dateTime =
  /^(\d{4})-(\d{2})-(\d{2})[T ](\d{1,2}):(\d{2})(?::(\d{2}(?:\.\d+)?))?\s*(Z|[+-]\d{2}:?\d{2})?$/;
const clock = /^(\d{1,3}):(\d{2})(?::(\d{2}(?:\.\d+)?))?$/;
const hours = /^\d+(?:\.\d*)?(?:[eE][+-]?\d+)?$/;

/** Forms of a time that `profileHours` reads, for messages. */
export const timeForms = 'a date and time (2026-06-21T12:30), a clock time (12:30) or hours (12.5)';

/**
 * Time of a profile row in hours on a scale of its own: only differences mean anything.
 * A date without a zone is taken as local standard time, without summer time.
 *
 * @param text `2026-06-21T12:30`, `2026-06-21 12:30:00+01:00`, `12:30`, `24:00` or `12.5`
 * @returns hours, or undefined for any other text
 * @example profileHours('12:30') // 12.5
 */
export function profileHours(text: string): number | undefined {
  if (hours.test(text)) return Number(text);
  const time = clock.exec(text);
  if (time) return clockHours(time[1]!, time[2]!, time[3]);
  const stamp = dateTime.exec(text);
  if (!stamp) return undefined;
  const [, year, month, day, hour, minute, second, zone] = stamp;
  const ofDay = clockHours(hour!, minute!, second);
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  // Date.UTC carries 31 June over into July; such a date is refused.
  if (date.getUTCMonth() !== Number(month) - 1 || ofDay === undefined || ofDay > 24)
    return undefined;
  return date.getTime() / 3_600_000 + ofDay - zoneHours(zone);
}

function clockHours(hour: string, minute: string, second = '0'): number | undefined {
  if (Number(minute) > 59 || Number(second) >= 60) return undefined;
  return Number(hour) + Number(minute) / 60 + Number(second) / 3600;
}

function zoneHours(zone: string | undefined): number {
  if (zone === undefined || zone === 'Z') return 0;
  const digits = zone.replace(':', '');
  const size = Number(digits.slice(1, 3)) + Number(digits.slice(3, 5)) / 60;
  return digits.startsWith('-') ? -size : size;
}
