import type { DeviceLayer, LayerSpacing } from './description.ts';

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
 * Node positions of a layer, as given or by its spacing.
 *
 * @param layer with its thickness, cm
 * @returns ascending positions from 0 to the thickness, cm
 */
export function positionsOf({
  thickness,
  spacing,
}: Pick<DeviceLayer, 'thickness' | 'spacing'>): Float64Array {
  if ('positions' in spacing) return Float64Array.from(spacing.positions);
  return layerMesh(thickness, spacing);
}

/**
 * A mesh with every interval in equal parts.
 *
 * @param positions ascending
 * @param parts a whole number
 * @throws RangeError when it is not
 * @example divided([0, 1, 3], 2) // 0, 0.5, 1, 2, 3
 */
export function divided(positions: ArrayLike<number>, parts: number): Float64Array {
  if (!(Number.isInteger(parts) && parts > 0)) {
    throw new RangeError(`intervals are divided by whole numbers, not by ${parts}`);
  }
  const intervals = positions.length - 1;
  const x = new Float64Array(parts * intervals + 1);
  for (let i = 0; i < intervals; i++) {
    const start = positions[i]!;
    const h = positions[i + 1]! - start;
    for (let k = 0; k < parts; k++) x[parts * i + k] = start + (h * k) / parts;
  }
  x[x.length - 1] = positions[intervals]!;
  return x;
}

/**
 * A mesh that is denser by a factor that differs from interval to interval. At a node the larger factor of
 * both sides holds, and between nodes it goes straight from one to the other, so that neighbours stay alike.
 *
 * @param positions ascending
 * @param factors one an interval, at least 1
 * @returns ascending positions with the same ends
 * @example denser([0, 1, 2], [1, 1]) // 0, 1, 2
 */
export function denser(positions: ArrayLike<number>, factors: ArrayLike<number>): Float64Array {
  const intervals = factors.length;
  const atNode = (i: number) => Math.max(factors[i - 1] ?? 1, factors[i] ?? 1);
  let whole = 0;
  for (let i = 0; i < intervals; i++) whole += (atNode(i) + atNode(i + 1)) / 2;
  const count = Math.ceil(whole);
  const x = new Float64Array(count + 1);
  x[0] = positions[0]!;
  let i = 0;
  let before = 0;
  for (let k = 1; k < count; k++) {
    // Where the integral of the factor reaches its k-th part.
    const goal = (k * whole) / count;
    let here = (atNode(i) + atNode(i + 1)) / 2;
    while (before + here < goal && i < intervals - 1) {
      before += here;
      i++;
      here = (atNode(i) + atNode(i + 1)) / 2;
    }
    const start = atNode(i);
    const rise = atNode(i + 1) - start;
    const rest = goal - before;
    // start t + rise t^2 / 2 = rest, in the form that has no difference to lose digits in.
    const t = (2 * rest) / (start + Math.sqrt(start * start + 2 * rise * rest));
    x[k] = positions[i]! + t * (positions[i + 1]! - positions[i]!);
  }
  x[count] = positions[intervals]!;
  return x;
}
