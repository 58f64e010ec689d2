import { normalQuantile } from './normalQuantile.ts';

/** A distribution by its quantile function, and what its parameters have to be. */
interface DistributionKind {
  /** Names of the parameters, in order. */
  readonly parameters: readonly string[];
  /** Whether the parameter is a factor rather than a quantity of the axis. */
  readonly isFactor?: readonly boolean[];
  /** Why parameters cannot be; undefined where they can. */
  readonly refuse: (parameters: readonly number[]) => string | undefined;
  /** Value below which a share u of the distribution lies. */
  readonly quantile: (u: number, parameters: readonly number[]) => number;
}

/**
 * Distributions that an axis may have, each through its quantile function, so that any design on the
 * unit cube carries over to it.
 */
export const distributions = {
  uniform: {
    parameters: ['low', 'high'],
    refuse: ([low, high]) => (low! < high! ? undefined : 'the high end lies above the low one'),
    quantile: (u, [low, high]) => low! + u * (high! - low!),
  },
  loguniform: {
    parameters: ['low', 'high'],
    refuse: ([low, high]) =>
      low! > 0 && low! < high! ? undefined : 'its ends lie above zero, in order',
    quantile: (u, [low, high]) => low! * (high! / low!) ** u,
  },
  normal: {
    parameters: ['mean', 'deviation'],
    refuse: ([, deviation]) => (deviation! > 0 ? undefined : 'the deviation is above zero'),
    quantile: (u, [mean, deviation]) => mean! + deviation! * normalQuantile(inside(u)),
  },
  lognormal: {
    parameters: ['median', 'factor'],
    isFactor: [false, true],
    refuse: ([median, factor]) =>
      median! > 0 && factor! > 1
        ? undefined
        : 'the median is above zero, the factor (a geometric standard deviation) above 1',
    quantile: (u, [median, factor]) =>
      median! * Math.exp(Math.log(factor!) * normalQuantile(inside(u))),
  },
  triangular: {
    parameters: ['low', 'mode', 'high'],
    refuse: ([low, mode, high]) =>
      low! <= mode! && mode! <= high! && low! < high! ? undefined : 'low, mode, high are in order',
    quantile: (u, [low, mode, high]) => {
      const [a, c, b] = [low!, mode!, high!];
      if (u * (b - a) < c - a) return a + Math.sqrt(u * (b - a) * (c - a));
      return b - Math.sqrt((1 - u) * (b - a) * (b - c));
    },
  },
} satisfies Record<string, DistributionKind>;

/** Name of a distribution. */
export type DistributionName = keyof typeof distributions;

/** A distribution with its parameters, in the unit of its axis. */
export interface Distribution {
  readonly name: DistributionName;
  readonly parameters: readonly number[];
}

/** Sobol's sequence and the hypercube may meet 0, where a tail would have no end. */
function inside(u: number): number {
  return Math.min(Math.max(u, 2 ** -54), 1 - 2 ** -53);
}

/**
 * Value of a distribution at a place of the unit interval.
 *
 * @param u from 0 (included) to 1 (excluded)
 * @returns in the unit of the parameters
 * @example quantile({ name: 'triangular', parameters: [0, 1, 2] }, 0.5) // 1
 */
export function quantile({ name, parameters }: Distribution, u: number): number {
  return distributions[name].quantile(u, parameters);
}
