/** Turbidity of the air after Linke: one value, or one for each month of which it is the middle's. */
export type LinkeTurbidity = number | readonly number[];

const monthLengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/**
 * Turbidity of the days of a year: the months' values stand at their middles, straight in between,
 * from December on into January.
 *
 * @param turbidity one value, or twelve
 * @param days of the year, 365 or 366
 * @returns a value for each day, the first of January first
 * @throws RangeError for another number of values, and for one below 1, the cleanest air there is
 * @see P. Ineichen, R. Perez, Sol. Energy 73, 151 (2002), doi:10.1016/S0038-092X(02)00045-2, for the
 *   turbidity; J. Remund et al., Worldwide Linke turbidity information, Proc. ISES Solar World Congress
 *   (2003), for monthly values
 * @example turbidityByDay([3, 3, 3, 3, 4, 4, 4, 4, 3, 3, 3, 3], 365)[181]
 */
export function turbidityByDay(turbidity: LinkeTurbidity, days: number): Float64Array {
  const months = typeof turbidity === 'number' ? Array(12).fill(turbidity) : turbidity;
  if (months.length !== 12) {
    throw new RangeError(`turbidity: one value or twelve are needed, not ${months.length}`);
  }
  const wrong = months.find((value) => !(value >= 1 && Number.isFinite(value)));
  if (wrong !== undefined) throw new RangeError(`turbidity ${wrong} is not 1 or more`);
  const lengths = monthLengths.with(1, 28 + days - 365);
  // From the middle of last year's December to that of next year's January.
  const middles = [-lengths[11]! / 2];
  let begin = 0;
  for (const length of lengths) {
    middles.push(begin + length / 2);
    begin += length;
  }
  middles.push(days + lengths[0]! / 2);
  const values = [months[11]!, ...months, months[0]!];
  const out = new Float64Array(days);
  let next = 1;
  for (let day = 1; day <= days; day++) {
    while (middles[next]! < day) next++;
    const share = (day - middles[next - 1]!) / (middles[next]! - middles[next - 1]!);
    out[day - 1] = values[next - 1]! + share * (values[next]! - values[next - 1]!);
  }
  return out;
}
