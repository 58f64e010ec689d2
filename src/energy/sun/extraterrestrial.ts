/**
 * Irradiance outside the air on a plane that faces the sun.
 *
 * @param dayOfYear 1 to 366
 * @param solarConstant at one astronomical unit, W/m2; 1366.1 (ASTM E490) when left out
 * @returns W/m2, within 0.02 % of the earth's distance
 * @see J. W. Spencer, Search 2, 172 (1971)
 * @example extraterrestrial(1) // 1413.98
 */
export function extraterrestrial(dayOfYear: number, solarConstant = 1366.1): number {
  const b = ((dayOfYear - 1) * 2 * Math.PI) / 365;
  return (
    solarConstant *
    (1.00011 +
      0.034221 * Math.cos(b) +
      0.00128 * Math.sin(b) +
      0.000719 * Math.cos(2 * b) +
      0.000077 * Math.sin(2 * b))
  );
}

/**
 * Day of the year by universal time.
 *
 * @param time Unix time, ms
 * @returns 1 to 366
 * @example dayOfYear(Date.UTC(2024, 11, 31)) // 366
 */
export function dayOfYear(time: number): number {
  const newYear = Date.UTC(new Date(time).getUTCFullYear(), 0, 1);
  return Math.floor((time - newYear) / 86_400_000) + 1;
}
