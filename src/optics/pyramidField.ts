/** Surfaces made of square pyramids with {111} facets. */
export type PyramidTexture = 'random-pyramids' | 'regular-pyramids' | 'inverted-pyramids';

/**
 * Pyramids on a periodic patch of ground, the base of one being 1 wide. The solid is the union of
 * pyramids that go down without end from their tips, so that valleys form where they meet:
 * z = max over tips of (tip - sqrt 2 max(|dx|, |dy|)).
 */
export interface PyramidField {
  /** Width of the patch that repeats. */
  readonly period: number;
  /** Tips: x, y, z one after another, for each cell of the patch those that show around it. */
  readonly near: readonly Float64Array[];
  /** For each cell a height that no valley within a stride of it lies below. */
  readonly lowest: Float64Array;
  /** Height of the highest tip and of the deepest valley. */
  readonly top: number;
  readonly bottom: number;
}

/** Outward normals of the facets: (+-sqrt 2, 0, 1) / sqrt 3 and (0, +-sqrt 2, 1) / sqrt 3. */
export const slope: number = Math.SQRT2 / Math.sqrt(3);
export const rise: number = 1 / Math.sqrt(3);
export const facetNormals: readonly (readonly [number, number, number])[] = [
  [slope, 0, rise],
  [-slope, 0, rise],
  [0, slope, rise],
  [0, -slope, rise],
];

/** Longest step sideways between two looks for facets, and how far tips reach beyond it. */
export const stride = 0.5;
const reach = 2.1;
/** Cells across the base of a pyramid. */
const cellsAcross = 2;
/** Side of the squares over which tips are told apart that never show. */
const square = 0.25;

/** Patch of random pyramids: tips of one height at random places, as many as unit cells. */
const randomPeriod = 12;

/** Halton's sequence: the digits of i in a base, mirrored at the point. */
export function halton(index: number, base: number): number {
  let value = 0;
  let unit = 1 / base;
  for (let i = index; i > 0; i = Math.floor(i / base)) {
    value += unit * (i % base);
    unit /= base;
  }
  return value;
}

/** Fractions of the linear congruence x -> 1664525 x + 1013904223 mod 2^32 (Numerical Recipes). */
export function congruence(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/** The field of pyramids of a texture; inverted ones are regular ones turned upside down. */
export function pyramidField(texture: PyramidTexture): PyramidField {
  const random = texture === 'random-pyramids';
  const period = random ? randomPeriod : 1;
  // x, y one after another.
  const tips = new Float64Array(2 * period * period).fill(0.5);
  if (random) {
    const next = congruence(20);
    for (let i = 0; i < tips.length; i++) tips[i] = next() * period;
  }
  const near = tipsAround(tips, period, tipsInSquares(tips, period));
  const lowest = lowestAround(near, period);
  return { period, near, lowest, top: 0, bottom: deepest(near, period) };
}

/** Copies of a tip are told apart by how many patches they are off, from -8 to 7 either way. */
const shifts = 16;

/**
 * Tips that may be highest in each small square of the patch: those whose nearest point is not
 * farther than another tip's farthest one. Exact: what is left out lies below the others there.
 *
 * @returns copies of tips, each (tip shifts + patches off in x) shifts + patches off in y
 */
function tipsInSquares(tips: Float64Array, period: number): number[][] {
  const across = Math.round(period / square);
  const away: number[] = [];
  const copies: number[] = [];
  return Array.from({ length: across * across }, (_, i) => {
    const x = ((i % across) + 0.5) * square;
    const y = (Math.floor(i / across) + 0.5) * square;
    let count = 0;
    let least = Number.POSITIVE_INFINITY;
    for (let t = 0; t < tips.length; t += 2) {
      const dx = tips[t] - x;
      const dy = tips[t + 1] - y;
      const lastA = Math.floor((reach - dx) / period);
      const lastB = Math.floor((reach - dy) / period);
      for (let a = Math.ceil((-reach - dx) / period); a <= lastA; a++) {
        for (let b = Math.ceil((-reach - dy) / period); b <= lastB; b++) {
          const distance = Math.max(Math.abs(dx + a * period), Math.abs(dy + b * period));
          least = Math.min(least, distance);
          away[count] = distance;
          copies[count++] = (t * 0.5 * shifts + a + shifts / 2) * shifts + b + shifts / 2;
        }
      }
    }
    return copies.slice(0, count).filter((_, k) => away[k] <= least + square);
  });
}

/** Tips that are highest somewhere within a stride of each cell: those of the squares there. */
function tipsAround(
  tips: Float64Array,
  period: number,
  ofSquares: readonly (readonly number[])[],
): Float64Array[] {
  const cells = period * cellsAcross;
  const width = 1 / cellsAcross;
  const across = Math.round(period / square);
  const steps = Math.round((width + 2 * stride) / square);
  const seen = new Int32Array((tips.length / 2) * shifts * shifts);
  return Array.from({ length: cells * cells }, (_, cell) => {
    const x0 = (cell % cells) * width;
    const y0 = Math.floor(cell / cells) * width;
    const left = Math.round((x0 - stride) / square);
    const low = Math.round((y0 - stride) / square);
    const copies: number[] = [];
    for (let i = 0; i < steps * steps; i++) {
      const column = left + (i % steps);
      const row = low + Math.floor(i / steps);
      // The patch that the square lies in, and its place in the first one.
      const a = Math.floor(column / across);
      const b = Math.floor(row / across);
      for (const copy of ofSquares[column - a * across + across * (row - b * across)]) {
        const shifted = copy + a * shifts + b;
        if (seen[shifted] === cell + 1) continue;
        seen[shifted] = cell + 1;
        copies.push(shifted);
      }
    }
    copies.sort((one, other) => one - other);
    const shown = new Float64Array(3 * copies.length);
    copies.forEach((copy, k) => {
      const tip = Math.floor(copy / (shifts * shifts));
      shown[3 * k] = tips[2 * tip] + ((Math.floor(copy / shifts) % shifts) - shifts / 2) * period;
      shown[3 * k + 1] = tips[2 * tip + 1] + ((copy % shifts) - shifts / 2) * period;
    });
    return shown;
  });
}

/** Cell of a place within the patch. */
export function cellOf(x: number, y: number, period: number): number {
  const cells = period * cellsAcross;
  return (
    Math.min(Math.floor(x * cellsAcross), cells - 1) +
    cells * Math.min(Math.floor(y * cellsAcross), cells - 1)
  );
}

/** Steps across a base at which heights are looked up. */
const heightSteps = 8;

/** Heights that valleys around each cell do not go below: between two looks a facet sinks by sqrt 2 of the way at most. */
function lowestAround(near: readonly Float64Array[], period: number): Float64Array {
  const across = period * heightSteps;
  const heights = Float64Array.from({ length: across * across }, (_, i) => {
    const [x, y] = [(i % across) + 0.5, Math.floor(i / across) + 0.5];
    return heightAt(near, period, x / heightSteps, y / heightSteps);
  });
  const cells = period * cellsAcross;
  const width = heightSteps / cellsAcross;
  const margin = stride * heightSteps;
  return Float64Array.from({ length: cells * cells }, (_, cell) => {
    const left = (cell % cells) * width - margin;
    const low = Math.floor(cell / cells) * width - margin;
    let least = 0;
    for (let i = 0; i < width + 2 * margin; i++) {
      for (let j = 0; j < width + 2 * margin; j++) {
        const [x, y] = [(left + i + across) % across, (low + j + across) % across];
        least = Math.min(least, heights[x + across * y]!);
      }
    }
    return least - Math.SQRT2 / (2 * heightSteps);
  });
}

/** Height of the surface at a place of the patch. */
function heightAt(near: readonly Float64Array[], period: number, x: number, y: number): number {
  const tips = near[cellOf(x, y, period)];
  let z = Number.NEGATIVE_INFINITY;
  for (let k = 0; k < tips.length; k += 3) {
    const away = Math.max(Math.abs(x - tips[k]), Math.abs(y - tips[k + 1]));
    z = Math.max(z, -Math.SQRT2 * away);
  }
  return z;
}

/** Deepest valley, looked for on a grid of 5 x 5 a unit cell. */
function deepest(near: readonly Float64Array[], period: number): number {
  let bottom = 0;
  const steps = 5;
  for (let i = 0; i < period * steps; i++) {
    for (let j = 0; j < period * steps; j++) {
      const z = heightAt(near, period, (i + 0.5) / steps, (j + 0.5) / steps);
      bottom = Math.min(bottom, z);
    }
  }
  return bottom - Math.SQRT2 / steps;
}
