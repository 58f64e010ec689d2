import { photonFluxInBins } from '../light/photonFlux.ts';
import type { Spectrum } from '../light/spectrum.ts';
import { encapsulated, type ModuleLayers } from '../optics/module.ts';
import { solveOptics } from '../optics/solveOptics.ts';
import { binEdges } from '../optics/wavelengths.ts';
import { zeroCelsius } from '../physics/constants.ts';
import { assembleOptics } from './assembleOptics.ts';
import type { Cell } from './cell.ts';

/**
 * Wavelengths of the heat balance, nm: on to 1450, far below silicon's gap, where light is either
 * reflected or absorbed by films and metals. What is beyond (9 % of AM1.5G's power) is taken as
 * shared out as at 1450 nm; the tables of n and k end near 1690 nm.
 */
const wavelengths = Float64Array.from({ length: 116 }, (_, i) => 300 + 10 * i);
const beyond = 4000;

/** Law of free carriers where the cell's file has none: they absorb below the gap, where it counts. */
const freeCarriers = 'baker-finch2014';

/**
 * Share of the light's power that a cell in a module absorbs anywhere: wafer, films, metal behind,
 * glass and encapsulant. What fingers shade counts as reflected. Free carriers count even where the
 * cell's file leaves them out of its current.
 *
 * @param cell the cell
 * @param spectrum of the light; its shape counts
 * @param module what the cell is laminated into; it stands in air when left out
 * @param temperature of the cell, degC
 * @returns 0 to 1
 * @throws RangeError where optical constants do not reach
 */
export function absorbedShare(
  cell: Cell,
  spectrum: Spectrum,
  module?: ModuleLayers,
  temperature = 25,
): number {
  const inAir = assembleOptics(withFreeCarriers(cell));
  const stack = module === undefined ? inAir : encapsulated(inAir, module);
  const kelvin = temperature + zeroCelsius;
  const { reflected, escaped, transmitted } = solveOptics(stack, wavelengths, kelvin);
  const edges = binEdges(wavelengths);
  edges[edges.length - 1] = beyond;
  const photons = photonFluxInBins(spectrum, edges);
  const { circuit } = cell.description;
  let [absorbed, whole] = [0, 0];
  for (let w = 0; w < wavelengths.length; w++) {
    // Power by the mean photon of the bin; the last one is as broad as the infrared.
    const middle = w + 1 < wavelengths.length ? wavelengths[w]! : infraredMean(spectrum, edges[w]!);
    const power = photons[w]! / middle;
    whole += power;
    absorbed += power * (1 - reflected[w]! - escaped[w]! - transmitted[w]!);
  }
  return (absorbed / whole) * (1 - circuit.shading);
}

function withFreeCarriers(cell: Cell): Cell {
  const { description } = cell;
  const { models } = description.wafer;
  if (models.free_carriers !== 'none') return cell;
  const wafer = { ...description.wafer, models: { ...models, free_carriers: freeCarriers } };
  return { ...cell, description: { ...description, wafer } as typeof description };
}

/** Photons over power beyond a wavelength, as the wavelength of their mean photon, nm. */
function infraredMean(spectrum: Spectrum, from: number): number {
  const { wavelength, irradiance } = spectrum;
  let [power, weighted] = [0, 0];
  for (let i = 1; i < wavelength.length; i++) {
    if (wavelength[i - 1]! < from) continue;
    const part = (wavelength[i]! - wavelength[i - 1]!) * (irradiance[i]! + irradiance[i - 1]!);
    power += part;
    weighted += (part * (wavelength[i]! + wavelength[i - 1]!)) / 2;
  }
  return power > 0 ? weighted / power : from;
}
