import { photonCurrent, photonFluxInBins } from '../light/photonFlux.ts';
import { type Spectrum, scaleSpectrum } from '../light/spectrum.ts';
import { freeCarrierFilm } from '../optics/generation.ts';
import { encapsulated, type ModuleLayers } from '../optics/module.ts';
import type { OpticalSolution } from '../optics/opticalSolution.ts';
import { type HeldConstants, heldConstants } from '../optics/reach.ts';
import type { SolveOptics } from '../optics/rememberedOptics.ts';
import { solveOptics } from '../optics/solveOptics.ts';
import { binEdges, wavelengthsFor } from '../optics/wavelengths.ts';
import { zeroCelsius } from '../physics/constants.ts';
import { assembleOptics } from './assembleOptics.ts';
import type { Cell } from './cell.ts';
import { metalPlace, shadedShare } from './cellMetal.ts';

/** Where light falls on a cell. */
export type LitSide = 'front' | 'rear' | 'both';

/** Light on a cell, and what it stands in. */
export interface OpticalRequest {
  readonly spectrum: Spectrum;
  /** W/m2; 1000 when left out. */
  readonly irradiance?: number;
  /** Behind, where both sides are lit, W/m2; as on the front when left out. */
  readonly rearIrradiance?: number;
  /** Of the cell, degC; 25 when left out. */
  readonly temperature?: number;
  /** `front` when left out. */
  readonly side?: LitSide;
  /** From the normal (of either side), deg, 0 to below 90; 0 when left out. */
  readonly angle?: number;
  /** What the cell is laminated into; it stands in air when left out. */
  readonly module?: ModuleLayers;
  /** How it is solved: `rememberedOptics()` for several questions about a cell. */
  readonly solveOptics?: SolveOptics;
  /** nm, ascending, the middles of bins; 300 to 1200 in steps of 5, and across light that is narrower, when left out. */
  readonly wavelengths?: Float64Array;
}

/** Where photons end, over wavelength and in a spectrum. */
export interface OpticalAnalysis {
  readonly wavelength: Float64Array;
  /** Shares of the photons that meet the cell between its fingers; with all layers they add up to 1. */
  readonly reflectance: Float64Array;
  /** Out of the other side than the one that the light came from. */
  readonly transmittance: Float64Array;
  /** By layer, from the front: covers, films, wafer, its free carriers, films behind, metal. */
  readonly absorptance: Readonly<Record<string, Float64Array>>;
  /**
   * The same in the spectrum, mA/cm2 of the whole cell, for the photons that pass its plane: incident,
   * shaded, reflected, escaped, transmitted, then the layers.
   */
  readonly budget: Readonly<Record<string, number>>;
  /** Photons reflected over incident, between the fingers. */
  readonly weightedReflectance: number;
  /** Layers whose optical constants were continued beyond their table. */
  readonly held: readonly HeldConstants[];
}

/**
 * Where the photons of a cell end.
 *
 * @param cell as `loadCell` returns it
 * @param request light, side, angle, module, wavelengths
 * @returns shares over wavelength, and the budget in the spectrum
 * @throws RangeError for an angle or wavelengths that optical constants do not reach, and for light
 *   without photons at the wavelengths
 * @example opticalAnalysis(await loadCell('shj'), { spectrum: await loadSpectrum('am1.5g') }).budget
 */
export function opticalAnalysis(cell: Cell, request: OpticalRequest): OpticalAnalysis {
  const [one, other] = litSides(cell, request).map((light) => fromOneSide(cell, light));
  return other === undefined ? one! : together(one!, other);
}

/** Light from one side, and what becomes of it. */
export interface SolvedLight {
  readonly solution: OpticalSolution;
  /** Photons of each wavelength's bin, cm^-2 s^-1. */
  readonly flux: Float64Array;
  /** Share of the cell under metal on this side. */
  readonly shaded: number;
  readonly held: readonly HeldConstants[];
}

/**
 * The lights that fall on a cell, solved: one, or that in front and that behind.
 *
 * @throws RangeError as `opticalAnalysis` does
 */
export function litSides(cell: Cell, request: OpticalRequest): SolvedLight[] {
  const { side = 'front', irradiance = 1000, rearIrradiance = irradiance } = request;
  if (side !== 'both') return [solvedLight(cell, request, side, irradiance)];
  return [
    solvedLight(cell, request, 'front', irradiance),
    solvedLight(cell, request, 'rear', rearIrradiance),
  ];
}

/**
 * Optical factor from a cell to its module: what its wafer absorbs there over what it absorbs in
 * air, in the same light. Reflection of the glass and absorption in the layers cost, light that
 * the glass sends back to the cell gains.
 *
 * @param cell as `loadCell` returns it
 * @param request light and module
 * @throws RangeError for an angle or wavelengths that optical constants do not reach
 * @example cellToModule(await loadCell('shj'), { spectrum, module: await loadModuleLayers() }) // 0.95
 */
export function cellToModule(
  cell: Cell,
  request: OpticalRequest & { readonly module: ModuleLayers },
): number {
  const { module: _, ...inAir } = request;
  return opticalAnalysis(cell, request).budget.wafer! / opticalAnalysis(cell, inAir).budget.wafer!;
}

/** Light on both sides at once: it is incoherent, so that all but shares add up. */
function together(front: OpticalAnalysis, rear: OpticalAnalysis): OpticalAnalysis {
  const open = ({ budget }: OpticalAnalysis) => budget.incident! - budget.shaded!;
  const ofFront = open(front) / (open(front) + open(rear));
  const mean = (a: Float64Array, b: Float64Array) =>
    a.map((share, w) => ofFront * share + (1 - ofFront) * b[w]!);
  const dark = front.wavelength.map(() => 0);
  const names = [...new Set([front, rear].flatMap(({ absorptance }) => Object.keys(absorptance)))];
  const ends = [...new Set([front, rear].flatMap(({ budget }) => Object.keys(budget)))];
  return {
    wavelength: front.wavelength,
    reflectance: mean(front.reflectance, rear.reflectance),
    transmittance: mean(front.transmittance, rear.transmittance),
    absorptance: Object.fromEntries(
      names.map((name) => [
        name,
        mean(front.absorptance[name] ?? dark, rear.absorptance[name] ?? dark),
      ]),
    ),
    budget: Object.fromEntries(
      ends.map((end) => [end, (front.budget[end] ?? 0) + (rear.budget[end] ?? 0)]),
    ),
    weightedReflectance:
      ofFront * front.weightedReflectance + (1 - ofFront) * rear.weightedReflectance,
    held: front.held,
  };
}

function solvedLight(
  cell: Cell,
  request: OpticalRequest,
  side: 'front' | 'rear',
  irradiance: number,
): SolvedLight {
  const { spectrum, temperature = 25, angle = 0 } = request;
  const { module, wavelengths = wavelengthsFor(spectrum.wavelength) } = request;
  const solve = request.solveOptics ?? solveOptics;
  const inAir = assembleOptics(cell);
  const stack = module === undefined ? inAir : encapsulated(inAir, module);
  const solution = solve(stack, wavelengths, temperature + zeroCelsius, { side, angle });
  const flux = photonFluxInBins(scaleSpectrum(spectrum, irradiance), binEdges(wavelengths));
  if (flux.every((photons) => photons === 0)) {
    const [from, to] = [wavelengths[0], wavelengths[wavelengths.length - 1]];
    throw new RangeError(`the light "${spectrum.name}" has no photons from ${from} to ${to} nm`);
  }
  const held = heldConstants(stack, wavelengths);
  return { solution, flux, shaded: shadedShare(cell, side), held };
}

function fromOneSide(cell: Cell, { solution, flux, shaded, held }: SolvedLight): OpticalAnalysis {
  const layers: (readonly [string, Float64Array])[] = [];
  const add = (name: string, share: Float64Array) => {
    const known = layers.find(([other]) => other === name);
    if (known === undefined) layers.push([name, Float64Array.from(share)]);
    else for (const [i, value] of share.entries()) known[1][i]! += value;
  };
  const names = solution.filmNames;
  const frontCount = solution.frontFilms.length;
  const addCovers = (place: 'front' | 'rear') => {
    for (const { name, absorbed } of solution.covers) {
      if (name.startsWith(`${place}.`)) add(name, absorbed);
    }
  };
  addCovers('front');
  for (const [i, share] of solution.frontFilms.entries()) add(names[i]!, share);
  add('wafer', solution.wafer);
  if (solution.freeCarriers.some((share) => share > 0)) add(freeCarrierFilm, solution.freeCarriers);
  for (const [i, share] of solution.rearFilms.entries()) add(names[frontCount + i]!, share);
  addCovers('rear');
  for (const place of ['front', 'rear'] as const) {
    const name = metalPlace(cell.description, place);
    if (name !== undefined) add(name, solution.metal[place]);
  }
  const current = (share: ArrayLike<number>) => {
    let sum = 0;
    for (let w = 0; w < flux.length; w++) sum += flux[w]! * share[w]!;
    return photonCurrent(sum);
  };
  const lit = (share: ArrayLike<number>) => (1 - shaded) * current(share);
  const incident = photonCurrent(flux.reduce((sum, value) => sum + value, 0));
  const reflectance = solution.reflected.map((share, w) => share + solution.escaped[w]!);
  return {
    wavelength: solution.wavelength,
    reflectance,
    transmittance: solution.transmitted,
    absorptance: Object.fromEntries(layers),
    budget: {
      incident,
      shaded: incident * shaded,
      reflected: lit(solution.reflected),
      escaped: lit(solution.escaped),
      transmitted: lit(solution.transmitted),
      ...Object.fromEntries(layers.map(([name, share]) => [name, lit(share)])),
    },
    weightedReflectance: current(reflectance) / incident,
    held,
  };
}
