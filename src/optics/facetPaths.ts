import { type PyramidTexture, rise } from './pyramidField.ts';
import { rememberedLast } from './rememberedLast.ts';
import { type Meeting, traceFacets } from './traceFacets.ts';

/**
 * Ways of light over the facets of a texture, as a tree: a node is light that meets a facet, its
 * children are where the reflected light goes on, and what passed where it is followed across ridges.
 * Light without a further facet leaves.
 */
export interface FacetPaths {
  /** Node before, -1 for the first facet. Parents stand before their children. */
  readonly parent: Int32Array;
  /** 0 for light that the parent reflected (all light at a first facet), 1 for what it let pass. */
  readonly part: Uint8Array;
  /** Share of this light that comes here. */
  readonly share: Float64Array;
  /** Share of what this node reflects that meets no further facet, and of what it lets pass. */
  readonly leaves: Float64Array;
  readonly enters: Float64Array;
  /** 1 where the light comes from within the wafer, across a ridge. */
  readonly inside: Uint8Array;
  /** How far through the wafer, in bases of a pyramid: means of each quarter of the light, one after another. */
  readonly ways: Float64Array;
  /** Cosine of the angle of incidence on the facet. */
  readonly cosine: Float64Array;
  /**
   * Different angles of incidence (to a degree where there are many): of each node, and all, those from
   * outside first.
   */
  readonly kind: Int32Array;
  readonly cosines: Float64Array;
  readonly outsideKinds: number;
  /** Downward component of the direction of the light that comes, to refract it. */
  readonly down: Float64Array;
  /** Squared cosine of the turn between this plane of incidence and that of the node before. */
  readonly turn: Float64Array;
  /** Upward component of the direction that light leaves in: reflected, or let pass from within. */
  readonly rising: Float64Array;
  /** Downward component of the direction that light from within is reflected to. */
  readonly sinking: Float64Array;
  /** Beam that light enters the wafer in: by the first, the second or a later facet, or across ridges. */
  readonly beam: Uint8Array;
}

/** Light of each node is told apart by how far it came in this many parts. */
export const quarters = 4;

/** Beams of light that entered through the first, the second and later facets. */
const directBeams = 3;

/** Whether light that enters a texture crosses ridges on its way, as between pits. */
export function crossesRidges(texture: PyramidTexture): boolean {
  return texture === 'inverted-pyramids';
}

/** Beams of a texture: light that entered through the first, the second and later facets, and across ridges. */
export function facetBeams(texture: PyramidTexture): number {
  return crossesRidges(texture) ? directBeams + 1 : directBeams;
}

interface Question {
  readonly texture: PyramidTexture;
  readonly sine: number;
  readonly ratio: number | undefined;
}

/** Trees that are kept, each some tens of kilobytes: those of one cell's angles, at every ratio where light crosses ridges. */
const kept = 400;
const remembered = rememberedLast(
  kept,
  ({ texture, sine, ratio }: Question) => `${texture} ${sine} ${ratio}`,
  ({ texture, sine, ratio }: Question) => flattened(traceFacets(texture, sine, ratio), ratio ?? 1),
);

/**
 * Ways of light of one angle of incidence, from all azimuths, over a texture.
 *
 * @param texture of the wafer
 * @param sine sine of the angle of incidence outside
 * @param ratio index of the wafer over that outside, where what facets let pass is followed too
 * @returns the tree, kept for the last textures and angles
 * @see S. C. Baker-Finch, K. R. McIntosh, Prog. Photovolt. 19, 406 (2011), doi:10.1002/pip.1050,
 *   for the classes of paths at normal incidence
 */
export function facetPaths(texture: PyramidTexture, sine: number, ratio?: number): FacetPaths {
  return remembered({ texture, sine, ratio });
}

interface Row {
  readonly parent: number;
  readonly share: number;
  readonly beam: number;
  readonly node: Meeting;
}

function flattened(trees: readonly Meeting[], ratio: number): FacetPaths {
  const total = trees.reduce((sum, { count }) => sum + count, 0);
  const rows: Row[] = [];
  const add = (nodes: readonly Meeting[], parent: number, of: number, beam: number): void => {
    for (const node of nodes) {
      const way = node.part === 1 ? directBeams : beam;
      const row = rows.push({ parent, share: node.count / of, beam: way, node }) - 1;
      add(node.next, row, node.count, way < directBeams ? Math.min(way + 1, directBeams - 1) : way);
    }
  };
  add(trees, -1, total, 0);
  const column = (value: (row: Row) => number) => Float64Array.from(rows, value);
  const withoutNext = ({ next, count }: Meeting, part: number) =>
    1 - next.reduce((sum, node) => (node.part === part ? sum + node.count : sum), 0) / count;
  const rising = ({ cosine, down, inside }: Meeting) => {
    if (!inside) return 2 * cosine * rise - down;
    const refracted = Math.sqrt(Math.max(0, 1 - ratio * ratio * (1 - cosine * cosine)));
    return (refracted - ratio * cosine) * rise - ratio * down;
  };
  return {
    ...anglesOf(rows.map(({ node }) => node)),
    parent: Int32Array.from(rows, ({ parent }) => parent),
    part: Uint8Array.from(rows, ({ node }) => node.part),
    share: column(({ share }) => share),
    leaves: column(({ node }) => withoutNext(node, 0)),
    enters: column(({ node }) => withoutNext(node, 1)),
    inside: Uint8Array.from(rows, ({ node }) => Number(node.inside)),
    ways: Float64Array.from(rows.flatMap(({ node }) => meansOfQuarters(node.ways))),
    cosine: column(({ node }) => node.cosine),
    down: column(({ node }) => node.down),
    rising: column(({ node }) => rising(node)),
    sinking: column(({ node }) => node.down + 2 * node.cosine * rise),
    turn: column(({ node }) => node.turn),
    beam: Uint8Array.from(rows, ({ beam }) => beam),
  };
}

/** Means of the shortest quarter of ways, of the next, and so on. */
function meansOfQuarters(ways: readonly number[]): number[] {
  const sorted = ways.toSorted((a, b) => a - b);
  return Array.from({ length: quarters }, (_, q) => {
    const from = Math.floor((q * sorted.length) / quarters);
    const to = Math.max(from + 1, Math.floor(((q + 1) * sorted.length) / quarters));
    const some = sorted.slice(from, to);
    return some.length > 0 ? some.reduce((sum, way) => sum + way, 0) / some.length : 0;
  });
}

/** Above this many nodes angles of incidence are told apart to a degree only. */
const fewNodes = 12;

/** Sorts nodes by angle of incidence; the angle of a kind is the mean over its light. */
function anglesOf(
  nodes: readonly Meeting[],
): Pick<FacetPaths, 'kind' | 'cosines' | 'outsideKinds'> {
  const digits = nodes.length > fewNodes ? 1 : 1e-6;
  const names = nodes.map(
    ({ cosine, inside }) =>
      `${inside ? 'inside' : 'outside'} ${Math.round((Math.acos(Math.min(1, cosine)) * 180) / Math.PI / digits)}`,
  );
  const all = [...new Set(names)];
  const different = [
    ...all.filter((name) => name.startsWith('outside')),
    ...all.filter((name) => name.startsWith('inside')),
  ];
  const cosines = different.map((name) => {
    let weight = 0;
    let sum = 0;
    nodes.forEach(({ cosine, count }, i) => {
      if (names[i] !== name) return;
      weight += count;
      sum += count * cosine;
    });
    return sum / weight;
  });
  return {
    kind: Int32Array.from(names, (name) => different.indexOf(name)),
    cosines: Float64Array.from(cosines),
    outsideKinds: different.filter((name) => name.startsWith('outside')).length,
  };
}
