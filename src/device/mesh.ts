import type { LayerSpacing } from './description.ts';

/**
 * Node positions of one layer: geometric growth from both faces up to the largest spacing.
 *
 * @param thickness layer thickness, cm
 * @param spacing wanted spacing at the faces, its limit and the ratio of neighbours
 * @returns ascending positions from 0 to thickness, both included, cm
 * @throws RangeError when a length is not positive or the ratio is below 1
 * @example layerMesh(1e-6, { front: 1e-8, rear: 1e-8, largest: 1e-7, growth: 1.2 })
 */
export function layerMesh(thickness: number, spacing: LayerSpacing): Float64Array {
  const { front, rear, largest, growth } = spacing;
  if (!(thickness > 0 && front > 0 && rear > 0 && largest > 0 && growth >= 1)) {
    throw new RangeError('a mesh needs positive lengths and a growth of at least 1');
  }
  const fromFront: number[] = [];
  const fromRear: number[] = [];
  let left = thickness;
  let a = Math.min(front, largest);
  let b = Math.min(rear, largest);
  // The finer side takes the next interval, so that both meet with equal spacing.
  while (left > Math.min(a, b)) {
    if (a <= b) {
      fromFront.push(a);
      left -= a;
      a = Math.min(a * growth, largest);
    } else {
      fromRear.push(b);
      left -= b;
      b = Math.min(b * growth, largest);
    }
  }
  const intervals = [...fromFront, ...fromRear.reverse()];
  const sum = intervals.reduce((total, h) => total + h, 0);
  const stretch = sum > 0 ? thickness / sum : 1;
  const x = new Float64Array(Math.max(intervals.length, 1) + 1);
  let position = 0;
  for (let i = 0; i < intervals.length; i++) {
    position += intervals[i] * stretch;
    x[i + 1] = position;
  }
  x[x.length - 1] = thickness;
  return x;
}

/**
 * The same spacing, finer all over.
 *
 * @param spacing spacing at the faces, its limit and growth
 * @param fineness divides them; the growth's excess over 1 too
 */
export function refined(spacing: LayerSpacing, fineness: number): LayerSpacing {
  return {
    front: spacing.front / fineness,
    rear: spacing.rear / fineness,
    largest: spacing.largest / fineness,
    growth: 1 + (spacing.growth - 1) / fineness,
  };
}
