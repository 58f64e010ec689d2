/** Means and covariances of quantities whose values come row by row. */
export interface Covariance {
  readonly count: number;
  add(values: readonly number[]): void;
  /** Of quantities i and j, about their means (divided by n). */
  of(i: number, j: number): number;
  /** Smallest and largest value of a quantity. */
  range(i: number): readonly [number, number];
}

/**
 * Covariances in one pass without cancellation, however far the values are from zero.
 *
 * @param size number of quantities
 * @see T. F. Chan, G. H. Golub, R. J. LeVeque, Am. Stat. 37, 242 (1983), doi:10.1080/00031305.1983.10483115
 */
export function covariance(size: number): Covariance {
  const mean = new Float64Array(size);
  const moments = new Float64Array(size * size);
  const least = new Float64Array(size).fill(Number.POSITIVE_INFINITY);
  const most = new Float64Array(size).fill(Number.NEGATIVE_INFINITY);
  const step = new Float64Array(size);
  let count = 0;
  return {
    get count() {
      return count;
    },
    add(values) {
      count++;
      for (let i = 0; i < size; i++) {
        const value = values[i]!;
        step[i] = value - mean[i]!;
        mean[i]! += step[i]! / count;
        least[i] = Math.min(least[i]!, value);
        most[i] = Math.max(most[i]!, value);
      }
      const share = (count - 1) / count;
      for (let i = 0; i < size; i++) {
        for (let j = 0; j <= i; j++) moments[i * size + j]! += share * step[i]! * step[j]!;
      }
    },
    of: (i, j) => moments[Math.max(i, j) * size + Math.min(i, j)]! / count,
    range: (i) => [least[i]!, most[i]!],
  };
}
