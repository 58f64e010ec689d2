import { lightResponse } from '../device/lightResponse.ts';
import { elementaryCharge } from '../physics/constants.ts';
import type { CellSimulator } from './simulate.ts';
import { terminalAt } from './terminalAt.ts';

/** Quantum efficiency at one wavelength; shares of one. */
export interface EqeRow {
  readonly wavelength_nm: number;
  /** Electrons for each photon on the whole area, shaded parts included. */
  readonly eqe: number;
  /** Electrons for each photon that the area between the fingers does not reflect. */
  readonly iqe: number;
  /** Of the area between the fingers: at once, and out of the front again. */
  readonly reflectance: number;
}

/**
 * External and internal quantum efficiency at short circuit under bias light: what a little more
 * light of one wavelength adds to the current, exactly to first order.
 *
 * @param simulator cell at a temperature
 * @param irradiance of the bias light, W/m2
 * @param shading share of the area under the grid
 * @returns a row a wavelength of the optics
 * @throws CalculationError when the device does not converge
 */
export function quantumEfficiency(
  simulator: CellSimulator,
  irradiance: number,
  shading: number,
): EqeRow[] {
  const { device, optics } = simulator;
  const { wavelength, reflected, escaped } = optics;
  const short = terminalAt(simulator, irradiance, 0);
  const photon = new Float64Array(wavelength.length);
  const lights = Array.from(wavelength, (_, k) => {
    photon.fill(0);
    photon[k] = 1;
    return simulator.generation(photon);
  });
  const added = lightResponse(device, lights);
  return Array.from(wavelength, (at, k) => {
    // The terminals are shorted, not the junction: the circuit takes its share.
    const eqe = added[k]! / elementaryCharge / short.voltageSlope;
    const reflectance = reflected[k]! + escaped[k]!;
    return {
      wavelength_nm: at,
      eqe,
      iqe: eqe / ((1 - shading) * (1 - reflectance)),
      reflectance,
    };
  });
}
