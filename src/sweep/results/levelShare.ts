/** Share of the variance of an output that the levels of one input explain. */
export interface LevelShare {
  add(level: number | string, output: number): void;
  /** 0 to 1; undefined where there are too many levels, or each has but one row. */
  share(): number | undefined;
}

/** More levels are no levels: a sample of a distribution. */
const mostLevels = 4096;

/**
 * Variance between the means of the levels over that of all rows: on a full grid the first-order
 * index of Sobol', whatever the shape of the dependence.
 *
 * @see A. Saltelli et al., Global Sensitivity Analysis: The Primer, Wiley (2008), ch. 1.2.8
 */
export function levelShare(): LevelShare {
  const levels = new Map<number | string, { count: number; mean: number }>();
  let isSample = false;
  let count = 0;
  let mean = 0;
  let moment = 0;
  return {
    add(level, output) {
      count++;
      const step = output - mean;
      mean += step / count;
      moment += step * (output - mean);
      if (isSample) return;
      let own = levels.get(level);
      if (own === undefined) {
        own = { count: 0, mean: 0 };
        levels.set(level, own);
        isSample = levels.size > mostLevels;
      }
      own.count++;
      own.mean += (output - own.mean) / own.count;
    },
    share() {
      if (isSample || levels.size < 2 || levels.size * 2 > count || !(moment > 0)) return undefined;
      let between = 0;
      for (const own of levels.values()) between += own.count * (own.mean - mean) ** 2;
      return Math.min(1, between / moment);
    },
  };
}
