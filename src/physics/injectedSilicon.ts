import { boltzmann } from './constants.ts';
import type { LocalSilicon, SiliconModels } from './siliconModels.ts';
import { densityModels, mobilityModels, narrowingModels } from './siliconModels.ts';

/**
 * What injected carriers do to silicon of one doping, at knots of the splitting of the
 * quasi-Fermi levels: shift of both band edges in kT, and the root of both mobilities over those
 * of equilibrium, as cubics with matching slopes.
 */
export interface InjectionTable {
  /** Splitting of the first knot, kT; below it nothing changes. */
  readonly first: number;
  readonly knotsPerKT: number;
  /** Intervals between knots. */
  readonly intervals: number;
  /**
   * Of each interval the four coefficients of the cubics, by the share of the interval: conduction,
   * valence, electrons, holes.
   */
  readonly cubics: Float64Array;
}

/** Silicon of one doping, whose narrowing and mobility follow its carriers. */
export interface InjectedSilicon {
  readonly donors: number;
  readonly acceptors: number;
  /** Those of them that are ionised in equilibrium; all where left out. */
  readonly ionised?: { readonly donors: number; readonly acceptors: number };
  readonly temperature: number;
  readonly models: SiliconModels;
  /** Radiative recombination B ni^2, cm^-3 s^-1, where narrowing does not change it (`fell2021`). */
  readonly emission?: number;
}

/** Excess over doping below which injection changes nothing. */
const leastInjection = 1e-4;
/** Excess density where the tables end, cm^-3: far above that of any solar cell. */
const highestDensity = 1e19;
/** Doping above which no light that cells see injects as much as a thousandth of it, cm^-3. */
const heavilyDoped = 3e18;
/** Distance of the knots, kT: the cubics err by less than 2e-4 kT. */
const spacing = 1;
/** Quantities of a table, and the numbers of an interval. */
const quantities = 4;
const stride = 4 * quantities;
const rounds = 4;

/**
 * Whether injected carriers change narrowing or mobility under these models.
 *
 * @param silicon doping and choice of laws
 */
export function followsInjection({ donors, acceptors, models }: InjectedSilicon): boolean {
  if (models.injection !== 'quasi-neutral') return false;
  if (Math.abs(donors - acceptors) > heavilyDoped) return false;
  return models.narrowing === 'schenk1998' || models.mobility === 'klaassen1992';
}

/**
 * Tabulates narrowing and mobility over the splitting of the quasi-Fermi levels, with the
 * densities that a neutral place of this doping has at that splitting.
 *
 * Schenk's narrowing counts injected carriers as it counts those of the dopants, Klaassen's mobility
 * scatters electrons at holes. Inside space charge the densities of the neighbouring neutral
 * silicon stand for the local ones, as they do in equilibrium.
 *
 * @param silicon doping, temperature, choice of laws
 * @returns the table
 * @see A. Schenk, J. Appl. Phys. 84, 3684 (1998), doi:10.1063/1.368545; D. B. M. Klaassen,
 *   Solid-State Electron. 35, 953 (1992), doi:10.1016/0038-1101(92)90325-7
 * @example // n 1.5e15 cm^-3, 25 degC, excess 1e16: both edges together move by 2.5 meV
 */
export function injectionTable(silicon: InjectedSilicon): InjectionTable {
  const { donors, acceptors, ionised, temperature, models } = silicon;
  const key = [donors, acceptors, temperature, models.density, models.narrowing, models.mobility];
  if (ionised) key.push(ionised.donors, ionised.acceptors);
  const name = key.join(' ');
  let table = remembered.get(name);
  if (table === undefined) {
    table = workOut(silicon);
    const [oldest] = remembered.keys();
    if (remembered.size >= mostRemembered && oldest !== undefined) remembered.delete(oldest);
    remembered.set(name, table);
  }
  return table;
}

/**
 * Tables by doping, temperature and laws: the points of a sweep share a few of them, and each takes
 * 0.2 ms.
 */
const remembered = new Map<string, InjectionTable>();
const mostRemembered = 64;

function workOut(silicon: InjectedSilicon): InjectionTable {
  const { donors, acceptors, temperature, models } = silicon;
  const kT = boltzmann * temperature;
  const ni = densityModels[models.density].law(temperature);
  const ionised = silicon.ionised ?? { donors, acceptors };
  const net = ionised.donors - ionised.acceptors;
  const doping = Math.max(Math.abs(net), ni);
  const splitOf = (excess: number) => Math.log((excess * (excess + doping)) / (ni * ni));
  const first = Math.max(0, Math.floor(splitOf(leastInjection * doping)));
  const knots = Math.max(2, Math.ceil((splitOf(highestDensity) - first) / spacing) + 1);
  const narrowing = narrowingModels[models.narrowing].law;
  const mobility = mobilityModels[models.mobility].law;
  const rows = new Float64Array(4 * knots);
  let narrowed = 0; // both shifts together, kT
  for (let k = 0; k < knots; k++) {
    const split = first + k * spacing;
    let local: LocalSilicon = { donors, acceptors, electrons: 0, holes: 0, temperature };
    let shift = { conduction: 0, valence: 0 };
    for (let round = 0; round < rounds; round++) {
      const product = ni * ni * Math.exp(split + narrowed);
      const majority = Math.abs(net) / 2 + Math.hypot(net / 2, Math.sqrt(product));
      const minority = product / majority;
      const [electrons, holes] = net >= 0 ? [majority, minority] : [minority, majority];
      local = { donors, acceptors, electrons, holes, temperature };
      shift = narrowing({ ...local, ...ionised });
      narrowed = (shift.conduction + shift.valence) / kT;
    }
    const moving = mobility(local);
    rows[4 * k] = shift.conduction / kT;
    rows[4 * k + 1] = shift.valence / kT;
    rows[4 * k + 2] = Math.sqrt(moving.electron);
    rows[4 * k + 3] = Math.sqrt(moving.hole);
  }
  return {
    first,
    knotsPerKT: 1 / spacing,
    intervals: knots - 1,
    cubics: cubicsThrough(rows, knots),
  };
}

/** Cubics of values relative to the first knot; slopes by central differences, flat at both ends. */
function cubicsThrough(rows: Float64Array, knots: number): Float64Array {
  const cubics = new Float64Array(stride * (knots - 1));
  for (let row = 0; row < quantities; row++) {
    // Shifts start from 0, roots of mobilities from 1.
    const unit = row < 2 ? 1 : 1 / rows[row]!;
    const zero = row < 2 ? rows[row]! : 0;
    const value = (k: number) => (rows[quantities * k + row]! - zero) * unit;
    const slope = (k: number) => (k > 0 && k < knots - 1 ? 0.5 * (value(k + 1) - value(k - 1)) : 0);
    for (let k = 0; k < knots - 1; k++) {
      const d = value(k + 1) - value(k);
      const c3 = slope(k) + slope(k + 1) - 2 * d;
      cubics.set([value(k), slope(k), d - slope(k) - c3, c3], stride * k + 4 * row);
    }
  }
  return cubics;
}

/** Where `injectionAt` leaves its results: shifts of the edges, roots of mobility; their slopes by kT. */
export const injectionResult = {
  conduction: 0,
  conductionSlope: 1,
  valence: 2,
  valenceSlope: 3,
  electron: 4,
  electronSlope: 5,
  hole: 6,
  holeSlope: 7,
  length: 8,
} as const;

/**
 * Reads a table at a splitting.
 *
 * Hot: nothing allocated.
 *
 * @param table of the doping at the place
 * @param split of the quasi-Fermi levels, kT
 * @param out filled as `injectionResult` says
 */
export function injectionAt(table: InjectionTable, split: number, out: Float64Array): void {
  const { cubics, intervals, knotsPerKT: unit } = table;
  const place = (split - table.first) * unit;
  // Flat beyond either end.
  const k = place > 0 ? Math.min(Math.floor(place), intervals - 1) : 0;
  const s = place > 0 ? Math.min(place - k, 1) : 0;
  const s2 = 2 * s;
  const s3 = 3 * s;
  const m = stride * k;
  out[0] = cubics[m]! + s * (cubics[m + 1]! + s * (cubics[m + 2]! + s * cubics[m + 3]!));
  out[1] = unit * (cubics[m + 1]! + s2 * cubics[m + 2]! + s * s3 * cubics[m + 3]!);
  out[2] = cubics[m + 4]! + s * (cubics[m + 5]! + s * (cubics[m + 6]! + s * cubics[m + 7]!));
  out[3] = unit * (cubics[m + 5]! + s2 * cubics[m + 6]! + s * s3 * cubics[m + 7]!);
  out[4] = cubics[m + 8]! + s * (cubics[m + 9]! + s * (cubics[m + 10]! + s * cubics[m + 11]!));
  out[5] = unit * (cubics[m + 9]! + s2 * cubics[m + 10]! + s * s3 * cubics[m + 11]!);
  out[6] = cubics[m + 12]! + s * (cubics[m + 13]! + s * (cubics[m + 14]! + s * cubics[m + 15]!));
  out[7] = unit * (cubics[m + 13]! + s2 * cubics[m + 14]! + s * s3 * cubics[m + 15]!);
}
