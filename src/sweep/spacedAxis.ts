/**
 * Points between two ends, both included and met exactly.
 *
 * @param spacing `lin`: equal differences; `log`: equal ratios
 * @param from first point; for `log` above zero, like `to`
 * @param to last point, in the unit of `from`
 * @param count number of points, a whole number of at least 2
 * @returns the points in order
 * @example spacedPoints('log', 1e14, 1e17, 4) // [1e14, 1e15, 1e16, 1e17]
 */
export function spacedPoints(
  spacing: 'lin' | 'log',
  from: number,
  to: number,
  count: number,
): number[] {
  return Array.from({ length: count }, (_, i) => {
    if (i === 0) return from;
    if (i === count - 1) return to;
    const share = i / (count - 1);
    return spacing === 'lin' ? from + share * (to - from) : from * (to / from) ** share;
  });
}
