import { binOf } from './angleBins.ts';
import { type Entry, emptyEntry, type Incidence, shareOfS } from './entry.ts';
import { crossesRidges, type FacetPaths, facetBeams, facetPaths, quarters } from './facetPaths.ts';
import { absorptionCoefficient } from './opticalConstants.ts';
import { rise } from './pyramidField.ts';
import { bothPolarisations, type StackArrays } from './transferMatrix.ts';

/** Width of a pyramid's base when a cell does not say, cm: that of usual alkaline textures. */
export const usualBase = 5e-4;

/**
 * Ratios of indices at which ways across ridges are traced; light of one between two takes both in proportion.
 * Silicon of a higher one (below 390 nm) lets nothing through a ridge.
 */
const ratioStep = 0.25;
const ratios = { least: 1.25, most: 5 };

/** A tree, with working memory for a wavelength. */
interface Ways {
  readonly paths: FacetPaths;
  /** Of each node: bin of the direction in which light leaves outside. */
  readonly awayBin: readonly number[];
  /** Of each node, of both polarisations in its plane of incidence: what it reflects and lets pass. */
  readonly gives: Float64Array;
  /** R, A of each film from outside inwards, T, for each angle of incidence. */
  readonly s: readonly Float64Array[];
  readonly p: readonly Float64Array[];
}

/**
 * Traced paths: s and p followed from facet to facet, each path refracted on its own; across ridges between
 * pits as well, which absorb on the way.
 *
 * @param incidence of a textured face
 * @param films of the face
 */
export function facetEntry(
  { texture, sine, polarisation, base = usualBase }: Incidence,
  films: number,
): Entry {
  if (texture === 'planar') throw new RangeError('a planar face has no facets');
  const crossing = crossesRidges(texture);
  const size = films + 2;
  const entry = emptyEntry(films, facetBeams(texture));
  const { shares, entered, slant, away, ridges } = entry;
  const ofS = shareOfS(polarisation);
  const known = new Map<number | undefined, Ways>();
  const waysAt = (ratio?: number): Ways => {
    const some = known.get(ratio) ?? waysOf(facetPaths(texture, sine, ratio), size);
    known.set(ratio, some);
    return some;
  };
  const within: StackArrays = {
    films,
    n: new Float64Array(films + 1),
    k: new Float64Array(films + 1),
    thickness: new Float64Array(films),
  };

  /** Adds the light that goes one tree's ways. */
  const add = (ways: Ways, weight: number, ratio: number, absorption: number): void => {
    const { paths, awayBin, gives, s: ofTableS, p: ofTableP } = ways;
    const { parent, part, share, leaves, enters, inside, cosine, kind, down, turn, beam } = paths;
    for (let i = 0; i < parent.length; i++) {
      const before = parent[i] < 0 ? -1 : 4 * parent[i] + 2 * part[i];
      const beforeS = before < 0 ? weight * ofS : gives[before];
      const beforeP = before < 0 ? weight * (1 - ofS) : gives[before + 1];
      let s = share[i] * (turn[i] * beforeS + (1 - turn[i]) * beforeP);
      let p = share[i] * (turn[i] * beforeP + (1 - turn[i]) * beforeS);
      const tableS = ofTableS[kind[i]];
      const tableP = ofTableP[kind[i]];
      const c = cosine[i];
      if (inside[i] === 1) {
        let passed = 0;
        for (let q = 0; q < quarters; q++) {
          passed += Math.exp(-absorption * paths.ways[quarters * i + q]) / quarters;
        }
        ridges[0] += (s + p) * (1 - passed);
        s *= passed;
        p *= passed;
      }
      for (let j = 1; j <= films; j++) shares[j] += s * tableS[j] + p * tableP[j];
      gives[4 * i] = s * tableS[0];
      gives[4 * i + 1] = p * tableP[0];
      gives[4 * i + 2] = s * tableS[size - 1];
      gives[4 * i + 3] = p * tableP[size - 1];
      const reflected = leaves[i] * (gives[4 * i] + gives[4 * i + 1]);
      const through = enters[i] * (gives[4 * i + 2] + gives[4 * i + 3]);
      const [out, into] = inside[i] === 1 ? [through, reflected] : [reflected, through];
      shares[0] += out;
      away[awayBin[i]] += out;
      // Snell in vectors: the part along the facet shrinks by the ratio of the indices.
      const normal = Math.sqrt(1 - ratio * ratio * (1 - c * c)) - ratio * c;
      const deep = inside[i] === 1 ? paths.sinking[i] : ratio * down[i] + normal * rise;
      entered[beam[i]] += into;
      slant[beam[i]] += into / Math.max(shallowest, Math.abs(deep));
    }
  };

  const respond = (ways: Ways, stack: StackArrays, n0: number, wavelength: number): void => {
    const { paths, s, p } = ways;
    const n = stack.n[films];
    for (let c = 0; c < paths.cosines.length; c++) {
      const along = Math.sqrt(1 - paths.cosines[c] ** 2);
      if (c < paths.outsideKinds) bothPolarisations(stack, n0, n0 * along, wavelength, s[c], p[c]);
      else {
        bothPolarisations(within, n, n * along, wavelength, s[c], p[c]);
        s[c].subarray(1, size - 1).reverse();
        p[c].subarray(1, size - 1).reverse();
      }
    }
  };

  return {
    ...entry,
    facets: { texture, sine },
    at(stack, n0, wavelength) {
      shares.fill(0);
      away.fill(0);
      entered.fill(0);
      slant.fill(0);
      ridges.fill(0);
      const n = stack.n[films];
      if (!crossing) {
        const ways = waysAt();
        respond(ways, stack, n0, wavelength);
        add(ways, 1, n0 / n, 0);
      } else {
        for (let j = 0; j < films; j++) {
          within.n[j] = stack.n[films - 1 - j];
          within.k[j] = stack.k[films - 1 - j];
          within.thickness[j] = stack.thickness[films - 1 - j];
        }
        within.n[films] = n0;
        const absorption = base * absorptionCoefficient(stack.k[films], wavelength);
        const steps = Math.min(ratios.most, Math.max(ratios.least, n / n0)) / ratioStep;
        const lower = Math.floor(steps);
        for (const step of steps > lower ? [lower, lower + 1] : [lower]) {
          const ways = waysAt(step * ratioStep);
          respond(ways, stack, n0, wavelength);
          add(ways, 1 - Math.abs(step - steps), n0 / n, absorption);
        }
      }
      for (let b = 0; b < entered.length; b++) {
        slant[b] = entered[b] > 0 ? slant[b] / entered[b] : 1;
      }
    },
  };
}

/** Downward component below which light that enters counts as no shallower. */
const shallowest = 1e-3;

function waysOf(paths: FacetPaths, size: number): Ways {
  const { cosines, rising } = paths;
  const rows = () => Array.from(cosines, () => new Float64Array(size));
  return {
    paths,
    awayBin: Array.from(rising, (c) => binOf(1 - Math.min(1, c * c))),
    gives: new Float64Array(4 * rising.length),
    s: rows(),
    p: rows(),
  };
}
