import { angleBins, binOf } from './angleBins.ts';
import { insideCells, outsideCells, treeSinks } from './facetCells.ts';
import { fieldOf } from './facetPaths.ts';
import { mirror, nextFacet, type Ray } from './facetRays.ts';
import { type FacetTilt, tiltedNormal } from './facetTilt.ts';
import { facetNormals, halton, type PyramidField, type PyramidTexture } from './pyramidField.ts';

/** What light does at a node of a facet tree. */
const nodeKind = { hitInside: 0, hitOutside: 1, endInside: 2, endOutside: 3 } as const;

/**
 * What becomes of light of each direction that comes to a textured face from inside the wafer
 * (rows 0..15: the angle bins inside) and from outside (rows 16..31: the angle bins outside): a
 * forest, whose nodes are meetings with facets and directions it leaves in. Geometry only: how
 * much is reflected and passes at each meeting depends on films and wavelength and comes later.
 */
export interface FacetTree {
  /** Rows: 16, or 32 with light from outside. */
  readonly rows: number;
  /** Nodes that light goes on from, meetings with facets; they stand before those where it ends. */
  readonly meetings: number;
  /**
   * What sends the light: 0 a row's start, which sends all, else 1 + 2 m for what meeting m reflects,
   * 2 + 2 m for what it passes. Nodes stand behind those they come from.
   */
  readonly source: Uint16Array;
  /** Share of what is sent this way that comes to the node. */
  readonly share: Float64Array;
  /** Cell of each meeting; those outside are counted behind those inside. */
  readonly cell: Uint8Array;
  /**
   * Where the light is noted: row x sinks + the bin of an end inside, 16 + that of an end outside,
   * or 32 + the cell of a meeting.
   */
  readonly sink: Uint16Array;
  /** Meetings inside whose passing light is not followed: their nodes, by place. */
  readonly ending: Uint16Array;
}

/** Rays a bin (half as many of random pyramids, where each takes longer). */
const mostRays = 240;
/** Meetings in a row at most, and light too weak to be followed further. */
const deepest = 7;
const mostMirrors = 40;
const beyond = 0.3711;
const faint = 0.02;
/** What a coated facet reflects, roughly: only to decide what is too weak. */
const guess = 0.1;

/** A node while rays are traced. */
export interface Growing {
  readonly passed: number;
  readonly kind: number;
  readonly index: number;
  readonly children: Growing[];
  count: number;
  follows: boolean;
}

const trees = new Map<string, FacetTree>();

/**
 * Traces rays from all directions over a texture.
 *
 * @param texture of the face
 * @param ratio index of the wafer over that outside; the tree is made once for each 0.2 of it
 * @param from whether light from outside is traced too
 * @returns the tree
 */
export function facetTree(
  texture: PyramidTexture,
  ratio: number,
  from: 'inside' | 'both',
): FacetTree {
  const rounded = Math.max(1.2, Math.round(ratio * 5) / 5);
  const key = `${texture} ${rounded} ${from}`;
  const known = trees.get(key);
  if (known) return known;
  const walk = { field: fieldOf(texture), texture, ratio: rounded };
  const rows = rowsFrom(walk, true);
  if (from === 'both') rows.push(...rowsFrom(walk, false));
  const result = flattened(rows);
  trees.set(key, result);
  return result;
}

/** A face that rays are followed over. */
export interface Walk {
  readonly field: PyramidField;
  readonly texture: PyramidTexture;
  readonly ratio: number;
  /** How facets vary; all alike when left out. */
  readonly tilt?: FacetTilt;
}

/** A ray, the bin it comes in, and the bin that facets mirror it to when they pass nothing. */
interface MirroredRay {
  readonly ray: Ray;
  readonly bin: number;
  readonly end: number;
}

/**
 * Rows of one side. Every ray is taken together with its reversal, and rays are weighed so that
 * facets that only mirror leave isotropic light isotropic, as the second law demands: the light
 * between bins is a symmetric matrix, whose sums are brought to the shares of isotropic light by
 * scaling rows and columns alike.
 *
 * @see R. Sinkhorn, Ann. Math. Stat. 35, 876 (1964), doi:10.1214/aoms/1177703591
 */
function rowsFrom(walk: Walk, fromWafer: boolean): Growing[][] {
  const { count, edges, share } = angleBins;
  const rays = walk.texture === 'random-pyramids' ? mostRays / 2 : mostRays;
  const pairs: (readonly [MirroredRay, MirroredRay])[] = [];
  const between = new Float64Array(count * count);
  for (let bin = 0; bin < count; bin++) {
    for (let i = 0; i < rays; i++) {
      const sine2 = edges[bin] + halton(i + 1, 5) * (edges[bin + 1] - edges[bin]);
      const ray = startRay(walk, fromWafer, sine2, i);
      const back = mirroredBack(walk.field, ray);
      const end = binOf(1 - Math.min(1, back.d[2] * back.d[2]));
      pairs.push([
        { ray, bin, end },
        { ray: back, bin: end, end: bin },
      ]);
      between[bin * count + end] += share[bin] / rays;
      between[end * count + bin] += share[bin] / rays;
    }
  }
  const scale = symmetricScale(between, share);
  const rows = Array.from({ length: count }, (): Growing[] => []);
  pairs.forEach((pair, i) => {
    const drawn = share[Math.floor(i / rays)] / rays;
    for (const { ray, bin, end } of pair) {
      follow(walk, ray, rows[bin], 0, 0, 1, drawn * scale[bin] * scale[end]);
    }
  });
  return rows;
}

/** Follows a ray that every facet mirrors, and turns it round where it leaves. */
function mirroredBack(field: PyramidField, start: Ray): Ray {
  const ray: Ray = { p: start.p.slice(), d: start.d.slice(), inside: start.inside };
  const { d } = ray;
  for (let order = 0; order < mostMirrors; order++) {
    const facet = nextFacet(field, ray);
    if (facet < 0) break;
    mirror(d, facet);
  }
  for (let axis = 0; axis < 3; axis++) {
    // A little on, so that the steps of the way back do not end right on the facets it met.
    ray.p[axis] += beyond * d[axis];
    d[axis] = -d[axis];
  }
  return ray;
}

/** Factors x with sum over j of x_i W_ij x_j = sum_i, for a symmetric W. */
function symmetricScale(matrix: Float64Array, sums: Float64Array): Float64Array {
  const size = sums.length;
  const x = new Float64Array(size).fill(1);
  for (let step = 0; step < 500; step++) {
    for (let i = 0; i < size; i++) {
      let row = 0;
      for (let j = 0; j < size; j++) row += matrix[i * size + j] * x[j];
      // Half a step in the logarithm: the plain iteration swings between two solutions.
      if (row > 0) x[i] = Math.sqrt((x[i] * sums[i]) / row);
    }
  }
  return x;
}

function startRay({ texture, field }: Walk, fromWafer: boolean, sine2: number, i: number): Ray {
  // Inverted pyramids are the same field upside down: the wafer is what is not solid.
  const solid = fromWafer !== (texture === 'inverted-pyramids');
  const sine = Math.sqrt(sine2);
  const azimuth = 2 * Math.PI * halton(i + 1, 7);
  const rise = Math.max(Math.sqrt(1 - sine2), 1e-4);
  return {
    p: Float64Array.of(
      halton(i + 1, 2) * field.period,
      halton(i + 1, 3) * field.period,
      solid ? field.bottom : field.top,
    ),
    d: Float64Array.of(sine * Math.cos(azimuth), sine * Math.sin(azimuth), solid ? rise : -rise),
    inside: solid,
  };
}

function cellOf(edges: readonly number[], value: number): number {
  let cell = 0;
  while (cell < edges.length - 2 && value >= edges[cell + 1]) cell++;
  return cell;
}

/** Child of this kind, made where there is none. */
function childOf(
  siblings: Growing[],
  passed: number,
  kind: number,
  index: number,
  light: number,
): Growing {
  for (let s = 0; s < siblings.length; s++) {
    const known = siblings[s];
    if (known.index !== index || known.kind !== kind || known.passed !== passed) continue;
    known.count += light;
    return known;
  }
  const node: Growing = { passed, kind, index, children: [], count: light, follows: false };
  siblings.push(node);
  return node;
}

/** Rays that facets have passed, by how many meetings they have behind them: one at a time each. */
const throughs = Array.from(
  { length: deepest + 1 },
  (): Ray => ({ p: new Float64Array(3), d: new Float64Array(3), inside: false }),
);

/** Follows a ray from inside or outside until it leaves, and adds it to the nodes of its way. */
export function follow(
  walk: Walk,
  ray: Ray,
  siblings: Growing[],
  passed: number,
  depth: number,
  weight: number,
  light: number,
): void {
  const inverted = walk.texture === 'inverted-pyramids';
  const { d } = ray;
  const facet = depth < deepest && weight > faint ? nextFacet(walk.field, ray) : -1;
  const inWafer = ray.inside !== inverted;
  if (facet < 0) {
    const kind = inWafer ? nodeKind.endInside : nodeKind.endOutside;
    childOf(siblings, passed, kind, binOf(1 - Math.min(1, d[2] * d[2])), light);
    return;
  }
  const ratio = inWafer ? walk.ratio : 1 / walk.ratio;
  const normal = walk.tilt ? tiltedNormal(facet, walk.tilt, d, ratio) : facetNormals[facet];
  const along = d[0] * normal[0] + d[1] * normal[1] + d[2] * normal[2];
  const sine2 = Math.max(0, 1 - along * along);
  const node = inWafer
    ? childOf(siblings, passed, nodeKind.hitInside, cellOf(insideCells, sine2), light)
    : childOf(siblings, passed, nodeKind.hitOutside, cellOf(outsideCells, sine2), light);
  const refracted = ratio * ratio * sine2;
  const total = refracted >= 1;
  if (!total) {
    node.follows = true;
    const through = throughs[depth + 1];
    through.inside = !ray.inside;
    // Snell in vectors: t = ratio d + (+-cos t - ratio along) normal.
    const forward = Math.sign(along) * Math.sqrt(1 - refracted) - ratio * along;
    for (let axis = 0; axis < 3; axis++) {
      through.p[axis] = ray.p[axis];
      through.d[axis] = ratio * d[axis] + forward * normal[axis];
    }
    follow(walk, through, node.children, 1, depth + 1, weight * (1 - guess), light);
  }
  for (let axis = 0; axis < 3; axis++) d[axis] -= 2 * along * normal[axis];
  follow(walk, ray, node.children, 0, depth + 1, total ? weight : weight * guess, light);
}

/** Nodes of all rows as arrays. */
export function flattened(rows: readonly (readonly Growing[])[]): FacetTree {
  const all: { row: number; parent: number; share: number; node: Growing }[] = [];
  const add = (nodes: readonly Growing[], row: number, parent: number): void => {
    const sums = [0, 0];
    for (const node of nodes) sums[node.passed] += node.count;
    for (const node of nodes) {
      const at = all.push({ row, parent, share: node.count / sums[node.passed], node }) - 1;
      add(node.children, row, at);
    }
  };
  for (let r = 0; r < rows.length; r++) add(rows[r], r, -1);
  const goesOn = ({ node }: (typeof all)[number]) => node.children.length > 0;
  const order = [...all.keys()].sort((a, b) => Number(goesOn(all[b])) - Number(goesOn(all[a])));
  const place = new Int32Array(all.length);
  order.forEach((node, at) => {
    place[node] = at;
  });
  const nodes = order.map((node) => all[node]);
  const inside = insideCells.length - 1;
  const cell = ({ kind, index }: Growing) =>
    kind === nodeKind.hitOutside ? inside + index : index;
  return {
    rows: rows.length,
    meetings: all.filter(goesOn).length,
    source: Uint16Array.from(nodes, ({ parent, node }) =>
      parent < 0 ? 0 : 1 + 2 * place[parent] + node.passed,
    ),
    share: Float64Array.from(nodes, ({ share }) => share),
    cell: Uint8Array.from(nodes.filter(goesOn), ({ node }) => cell(node)),
    sink: Uint16Array.from(nodes, ({ row, node }) => {
      const { count } = angleBins;
      const at = row * treeSinks;
      if (node.kind === nodeKind.endInside) return at + node.index;
      if (node.kind === nodeKind.endOutside) return at + count + node.index;
      return at + 2 * count + cell(node);
    }),
    ending: Uint16Array.from(
      nodes.flatMap(({ node }, i) =>
        node.kind === nodeKind.hitInside && !node.follows ? [i] : [],
      ),
    ),
  };
}
