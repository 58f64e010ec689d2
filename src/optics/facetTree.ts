import { angleBins, binOf } from './angleBins.ts';
import { cellIn, insideCells, outsideCells, treeSinks } from './facetCells.ts';
import { nextFacet, type Ray } from './facetRays.ts';
import { type FacetTilt, tiltedNormal } from './facetTilt.ts';
import { isotropicRays } from './isotropicRays.ts';
import { facetNormals, type PyramidField, type PyramidTexture } from './pyramidField.ts';
import { fieldOf } from './traceFacets.ts';

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

/** Meetings in a row at most, and light too weak to be followed further. */
const deepest = 7;
const faint = 0.02;
/** What a coated facet reflects, roughly: to decide what is too weak, and to weigh ways of one beam. */
export const guess = 0.1;

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

/** Rows of one side: what becomes of isotropic light, by the bin it comes in. */
function rowsFrom(walk: Walk, fromWafer: boolean): Growing[][] {
  const rows = Array.from({ length: angleBins.count }, (): Growing[] => []);
  for (const { ray, bin, light } of isotropicRays(walk, fromWafer)) {
    follow(walk, ray, rows[bin], 0, 0, 1, light);
  }
  return rows;
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
    ? childOf(siblings, passed, nodeKind.hitInside, cellIn(insideCells, sine2), light)
    : childOf(siblings, passed, nodeKind.hitOutside, cellIn(outsideCells, sine2), light);
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
