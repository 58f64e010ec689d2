import {
  responseOfEfficiency,
  type SpectralResponse,
  spectralMismatch,
} from '../light/spectralMismatch.ts';
import type { Spectrum } from '../light/spectrum.ts';
import type { Cell } from './cell.ts';
import { quantumEfficiency } from './eqe.ts';
import { type CellSimulator, cellSimulator } from './simulate.ts';

/** What a mismatch factor is asked against. */
export interface MismatchRequest {
  /** Spectrum that ratings refer to. */
  readonly spectrum: Spectrum;
  /** Reference cell; a pyranometer, which takes all wavelengths alike, when left out. */
  readonly cell?: Cell;
}

/** A spectral mismatch factor and what it refers to. */
export interface Mismatch {
  /** Current in the light, relative to that in the reference spectrum, both as the meter sees. */
  readonly factor: number;
  readonly reference_spectrum: string;
  /** Name of the reference cell, or `pyranometer`. */
  readonly reference: string;
}

/**
 * Spectral mismatch factor of a cell in its light, from its computed quantum efficiency.
 *
 * @param cell the cell
 * @param simulator of it in its light
 * @param conditions spectrum and irradiance, W/m2, of the light
 * @param request reference spectrum and meter
 * @returns the factor of IEC 60904-7
 * @throws CalculationError when a device does not converge
 */
export function cellMismatch(
  cell: Cell,
  simulator: CellSimulator,
  conditions: {
    readonly spectrum: Spectrum;
    readonly irradiance: number;
  },
  request: MismatchRequest,
): Mismatch {
  const { spectrum, irradiance } = conditions;
  const { cell: meter, spectrum: reference } = request;
  // A reference cell is read at 25 degC, whatever the cell under test has.
  const meterResponse =
    meter && response(meter, cellSimulator(meter, spectrum, meterTemperature), irradiance);
  return {
    factor: spectralMismatch(
      response(cell, simulator, irradiance),
      { light: spectrum, reference },
      meterResponse,
    ),
    reference_spectrum: reference.name,
    reference: meter?.name ?? 'pyranometer',
  };
}

const meterTemperature = 25;

function response(cell: Cell, simulator: CellSimulator, irradiance: number): SpectralResponse {
  const rows = quantumEfficiency(simulator, irradiance, cell.description.circuit.shading);
  return responseOfEfficiency(
    rows.map((row) => row.wavelength_nm),
    rows.map((row) => row.eqe),
  );
}
