import { absorbedShare } from '../../cell/absorbedShare.ts';
import { assembleOptics } from '../../cell/assembleOptics.ts';
import type { Cell } from '../../cell/cell.ts';
import { quantumEfficiency } from '../../cell/eqe.ts';
import { cellSimulator, unitIrradiance } from '../../cell/simulate.ts';
import { photonFluxInBins } from '../../light/photonFlux.ts';
import { responseOfEfficiency } from '../../light/spectralMismatch.ts';
import { type Spectrum, scaleSpectrum } from '../../light/spectrum.ts';
import { encapsulated, type ModuleLayers } from '../../optics/module.ts';
import { rememberedOptics, type SolveOptics } from '../../optics/rememberedOptics.ts';
import { angleResponse } from '../../optics/response.ts';
import { binEdges, defaultWavelengths } from '../../optics/wavelengths.ts';
import { zeroCelsius } from '../../physics/constants.ts';
import { cellMap } from '../field/cellMap.ts';
import { pvWattsDc } from '../field/pvWatts.ts';
import { type CellOfBothSides, solveHours } from '../field/solveHours.ts';
import type { CellAtTemperature } from '../operatingMap.ts';
import type { IncidenceModifier } from '../plane/incidenceModifier.ts';
import type { CellModel, FieldCell, FieldPower } from './fieldCell.ts';
import { bifacialityOf, litCell } from './litCell.ts';

/** How a simulated cell stands in the field. */
export interface SimulatedCellOptions {
  /**
   * `map` (the default) solves the device on a grid of light and temperature and interpolates;
   * `full` solves it in every hour; `module` takes the cell's rated power and temperature
   * coefficient alone, as a datasheet gives them (PVWatts).
   */
  readonly model?: CellModel;
  /** What the cell is laminated into; it stands in air when left out. */
  readonly module?: ModuleLayers;
  /** Share of the power lost from cells to a module (gaps, connectors, mismatch); 0 when left out. */
  readonly moduleLoss?: number;
  /** For the energy balance alone: what the cell is laminated into there. `module` when left out. */
  readonly heatModule?: ModuleLayers;
  /** How its optics are solved: `rememberedOptics()` for many cells that share some. */
  readonly solveOptics?: SolveOptics;
}

/** Angles at which reflection is solved, deg; a smooth curve in between. */
const angles = [0, 10, 20, 30, 40, 45, 50, 55, 60, 65, 70, 75, 80, 83, 86, 88, 89.5];
/** Kelvin over which a datasheet's coefficient is taken, from 25 degC. */
const coefficientSpan = 50;

/**
 * A simulated cell in the field.
 *
 * Its bifaciality is that of its structure, by the device in light from both sides (`bifacialityOf`);
 * 0 under a rear metal. With `map` light behind counts like so much light in front; with `full` it
 * makes its carriers where it is absorbed. Its reflection at an angle, its current by wavelength (its quantum efficiency under one sun),
 * and what it absorbs, are those of its own films, wafer and, where given, module.
 *
 * @param cell as `loadCell` gives it
 * @param spectrum of the light; its shape counts
 * @param options model, module, losses
 * @throws CalculationError where the device equations are not solved at standard conditions
 * @example simulatedCell(await loadCell('shj'), await loadSpectrum('am1.5g'), { model: 'full' })
 */
export function simulatedCell(
  cell: Cell,
  spectrum: Spectrum,
  options: SimulatedCellOptions = {},
): FieldCell {
  const { model = 'map', module, moduleLoss = 0, heatModule = module } = options;
  const { solveOptics = rememberedOptics() } = options;
  if (!(moduleLoss >= 0 && moduleLoss < 1)) {
    throw new RangeError(`module loss ${moduleLoss} is not 0 to below 1`);
  }
  const kept = 1 - moduleLoss;
  const laminated = { solveOptics, ...(module && { module }) };
  const standard = cellSimulator(cell, spectrum, 25, laminated);
  const ratedPower = kept * standard.mpp(1000).pmax_W_m2;
  // Every other temperature and light starts from standard conditions, whatever was asked before.
  const started = { ...laminated, trail: standard.trail() };
  const lit = (temperature: number) => litCell(cell, spectrum, temperature, started);
  // Worked out when light behind is asked for.
  let bifaciality: number | undefined;
  const at: CellOfBothSides = (temperature) => {
    const power = lit(temperature);
    return (front, rear) => kept * power(front, rear);
  };
  return {
    name: cell.name,
    model,
    ratedPower,
    get bifaciality() {
      bifaciality ??= cell.description.rear.outside === 'air' ? bifacialityOf(lit) : 0;
      return bifaciality;
    },
    modifier: (side) => modifierOf(cell, spectrum, module, side),
    response: (temperature) => {
      const held = cellSimulator(cell, spectrum, temperature, started);
      const rows = quantumEfficiency(held, unitIrradiance, cell.description.circuit.shading);
      return responseOfEfficiency(
        rows.map((row) => row.wavelength_nm),
        rows.map((row) => row.eqe),
      );
    },
    absorptance: () => absorbedShare(cell, spectrum, heatModule),
    prepare: (range) => {
      if (model === 'module') return rated(at, ratedPower);
      const map = cellMap(at, range);
      const power: FieldPower = { power: map.power, mapError: map.error };
      return model === 'map'
        ? power
        : { ...power, hourly: (hours, bifaciality) => solveHours(at, hours, { map, bifaciality }) };
    },
  };
}

/** A cell by its datasheet: rated power and temperature coefficient. */
function rated(at: CellAtTemperature, power: number): FieldPower {
  const hot = at(25 + coefficientSpan)(1000);
  const module = { power, coefficient: (hot / power - 1) / coefficientSpan };
  return {
    power: (irradiance, temperature) => Math.max(0, pvWattsDc(module, irradiance, temperature)),
  };
}

/** What its own front or rear lets through at an angle. */
function modifierOf(
  cell: Cell,
  spectrum: Spectrum,
  module: ModuleLayers | undefined,
  side: 'front' | 'rear',
): IncidenceModifier {
  const inAir = assembleOptics(cell);
  const stack = module === undefined ? inAir : encapsulated(inAir, module);
  const light = {
    wavelength: defaultWavelengths,
    photonFlux: photonFluxInBins(scaleSpectrum(spectrum, 1000), binEdges(defaultWavelengths)),
    temperature: 25 + zeroCelsius,
  };
  const response = angleResponse(stack, light, angles, side);
  return (angle) => between(angle, response);
}

/** Straight between the angles that were solved, down to nothing at grazing incidence. */
function between(angle: number, response: readonly number[]): number {
  if (!(angle < 90)) return 0;
  const next = angles.findIndex((solved) => solved > angle);
  if (next === -1) {
    const last = angles.length - 1;
    return (response[last]! * (90 - angle)) / (90 - angles[last]!);
  }
  const share = (angle - angles[next - 1]!) / (angles[next]! - angles[next - 1]!);
  return response[next - 1]! + share * (response[next]! - response[next - 1]!);
}
