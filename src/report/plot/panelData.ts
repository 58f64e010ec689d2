import type { BarPanel, CurvePanel } from './figure.ts';

/** All x and y of a panel of curves, for its axes. */
export function curveExtents({ curves, stack, spots = [], spans = [] }: CurvePanel): {
  readonly x: number[];
  readonly y: number[];
} {
  const points = curves.flatMap(({ points }) => points);
  const tops = stack ? stackTops(stack.layers).flat() : [];
  return {
    x: [
      ...points.map(([x]) => x),
      ...(stack?.x ?? []),
      ...spots.map(({ x }) => x),
      ...spans.flatMap(({ from, to }) => [from, to]),
    ],
    y: [...points.map(([, y]) => y), ...tops, ...(stack ? [0] : []), ...spots.map(({ y }) => y)],
  };
}

/** Upper edge of each layer at each x, from the bottom up. */
export function stackTops(layers: readonly { readonly values: readonly number[] }[]): number[][] {
  let below: readonly number[] = layers[0]?.values.map(() => 0) ?? [];
  return layers.map(({ values }) => {
    const top = values.map((value, k) => value + below[k]!);
    below = top;
    return top;
  });
}

/** Categories of bars, each once, in order. */
export function barCategories({ bars }: BarPanel): string[] {
  return [...new Set(bars.map(({ category }) => category))];
}

/** Series of bars, each once, in order. */
export function barSeries({ bars }: BarPanel): string[] {
  return [...new Set(bars.map(({ series }) => series))];
}
