/**
 * Numbers of a few decimals as whole steps: `steps` of the last decimal, of which differences were
 * taken `order` times. Smooth curves need half the characters, and come back digit by digit.
 */
export interface SteppedNumbers {
  readonly decimals: number;
  readonly order: number;
  readonly steps: readonly number[];
}

/** Above it a whole number, or a difference of two, may not be exact. */
const largest = 2 ** 51;

const highestOrder = 3;

/**
 * @param values any finite numbers
 * @param decimals to which they are rounded
 * @returns undefined where they are too many digits long
 */
export function steppedNumbers(
  values: readonly number[],
  decimals: number,
): SteppedNumbers | undefined {
  let steps = values.map((value) => Math.round(value * 10 ** decimals));
  if (decimals > 15 || steps.some((step) => Math.abs(step) > largest / 2 ** highestOrder)) {
    return undefined;
  }
  const orders = [steps];
  for (let order = 1; order <= highestOrder; order++) {
    steps = steps.map((step, k) => (k === 0 ? step : step - steps[k - 1]!));
    orders.push(steps);
  }
  const long = orders.map((one) => one.join(',').length);
  const order = long.indexOf(Math.min(...long));
  return { decimals, order, steps: orders[order]! };
}
