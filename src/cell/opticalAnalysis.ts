import { photonCurrent, photonFluxInBins } from '../light/photonFlux.ts';
import { type Spectrum, scaleSpectrum } from '../light/spectrum.ts';
import { freeCarrierFilm } from '../optics/generation.ts';
import { encapsulated, type ModuleLayers } from '../optics/module.ts';
import { type HeldConstants, heldConstants } from '../optics/reach.ts';
import { opticalBifaciality } from '../optics/response.ts';
import { solveOptics } from '../optics/solveOptics.ts';
import { binEdges, wavelengthsFor } from '../optics/wavelengths.ts';
import { zeroCelsius } from '../physics/constants.ts';
import { assembleOptics } from './assembleOptics.ts';
import type { Cell } from './cell.ts';
import { metalPlace, shadedShare } from './cellMetal.ts';
import { cellSimulator, unitIrradiance } from './simulate.ts';

/** Light on a cell, and what it stands in. */
export interface OpticalRequest {
  readonly spectrum: Spectrum;
  /** W/m2; 1000 when left out. */
  readonly irradiance?: number;
  /** Of the cell, degC; 25 when left out. */
  readonly temperature?: number;
  /** `front` when left out. */
  readonly side?: 'front' | 'rear';
  /** From the normal, deg, 0 to below 90; 0 when left out. */
  readonly angle?: number;
  /** What the cell is laminated into; it stands in air when left out. */
  readonly module?: ModuleLayers;
  /** nm, ascending, the middles of bins; 300 to 1200 in steps of 5, and across light that is narrower, when left out. */
  readonly wavelengths?: Float64Array;
}

/** Where photons end, over wavelength and in a spectrum. */
export interface OpticalAnalysis {
  readonly wavelength: Float64Array;
  /** Shares of the photons that meet the cell between its fingers; with all layers they add up to 1. */
  readonly reflectance: Float64Array;
  /** Out of the other side. */
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
 * @throws RangeError for an angle or wavelengths that optical constants do not reach
 * @example opticalAnalysis(await loadCell('shj'), { spectrum: await loadSpectrum('am1.5g') }).budget
 */
export function opticalAnalysis(cell: Cell, request: OpticalRequest): OpticalAnalysis {
  const { spectrum, irradiance = 1000, temperature = 25, side = 'front', angle = 0 } = request;
  const { module, wavelengths = wavelengthsFor(spectrum.wavelength) } = request;
  const inAir = assembleOptics(cell);
  const stack = module === undefined ? inAir : encapsulated(inAir, module);
  const options = { side, angle };
  const solution = solveOptics(stack, wavelengths, temperature + zeroCelsius, options);
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
  const flux = photonFluxInBins(scaleSpectrum(spectrum, irradiance), binEdges(wavelengths));
  const shaded = shadedShare(cell, side);
  const current = (share: ArrayLike<number>) => {
    let sum = 0;
    for (let w = 0; w < flux.length; w++) sum += flux[w]! * share[w]!;
    return photonCurrent(sum);
  };
  const lit = (share: ArrayLike<number>) => (1 - shaded) * current(share);
  const incident = photonCurrent(flux.reduce((sum, value) => sum + value, 0));
  const reflectance = solution.reflected.map((share, w) => share + solution.escaped[w]!);
  return {
    wavelength: wavelengths,
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
    held: heldConstants(stack, wavelengths),
  };
}

/** What the rear of a cell is worth beside its front. */
export interface CellBifaciality {
  /** Wafer's photon current from light behind over that from the same light in front. */
  readonly current: number;
  /** Maximum power likewise, both solved by the device equations. */
  readonly power: number;
}

/**
 * Bifaciality factors from the structure of a cell; 0 under a rear metal.
 *
 * @param cell as `loadCell` returns it
 * @param request light (the same on either side), temperature, module
 * @throws CalculationError when the device does not converge
 * @see IEC TS 60904-1-2:2019 for how they are measured so
 */
export function cellBifaciality(
  cell: Cell,
  request: Pick<OpticalRequest, 'spectrum' | 'irradiance' | 'temperature' | 'module'>,
): CellBifaciality {
  if (cell.description.rear.outside !== 'air') return { current: 0, power: 0 };
  const { spectrum, irradiance = 1000, temperature = 25, module } = request;
  const inAir = assembleOptics(cell);
  const stack = module === undefined ? inAir : encapsulated(inAir, module);
  const wavelength = wavelengthsFor(spectrum.wavelength);
  const light = {
    wavelength,
    photonFlux: photonFluxInBins(scaleSpectrum(spectrum, unitIrradiance), binEdges(wavelength)),
    temperature: temperature + zeroCelsius,
  };
  const power = (side: 'front' | 'rear') =>
    cellSimulator(cell, spectrum, temperature, {
      side,
      ...(module === undefined ? {} : { module }),
    }).mpp(irradiance).pmax_W_m2;
  return {
    current: opticalBifaciality(stack, light, shadedShare(cell, 'front')),
    power: power('rear') / power('front'),
  };
}
