import { boltzmann, zeroCelsius } from '../../physics/constants.ts';
import type { SingleDiode } from './singleDiode.ts';

/** A module's single diode at 1000 W/m2 and 25 degC. */
export interface ReferenceDiode {
  /** IL, A. */
  readonly photocurrent: number;
  /** I0, A. */
  readonly saturationCurrent: number;
  /** Ideality times cells in series times kT/q, V. */
  readonly thermalVoltage: number;
  /** Rs, ohm. */
  readonly seriesResistance: number;
  /** Rsh, ohm. */
  readonly shuntResistance: number;
  /** Of the short-circuit current, A/K. */
  readonly currentCoefficient: number;
  /** What the California Energy Commission's sixth parameter takes from it, %; 0 for De Soto. */
  readonly adjust?: number;
}

/** Light and temperature of the reference: W/m2, K. */
const reference = { irradiance: 1000, temperature: 25 + zeroCelsius };
/** Band gap of silicon at 25 degC, eV, and its relative change, 1/K (De Soto 2006, section 2.2). */
const gap = { at25: 1.121, perKelvin: -0.0002677 };

/**
 * A module's single diode in other light and at another temperature: De Soto's five parameters, or
 * the CEC's six where `adjust` is given.
 *
 * @param module at the reference
 * @param irradiance in the plane that is converted, W/m2, above 0
 * @param temperature of the cells, degC
 * @returns the diode
 * @throws RangeError for an irradiance that is not positive
 * @see W. De Soto, S. Klein, W. Beckman, Sol. Energy 80, 78 (2006),
 *   doi:10.1016/j.solener.2005.06.010; A. Dobos, J. Sol. Energy Eng. 134, 021011 (2012),
 *   doi:10.1115/1.4005759, for the sixth parameter
 */
export function deSotoDiode(
  module: ReferenceDiode,
  irradiance: number,
  temperature: number,
): SingleDiode {
  if (!(irradiance > 0)) throw new RangeError(`irradiance ${irradiance} W/m2 is not positive`);
  const kelvin = temperature + zeroCelsius;
  const above = kelvin - reference.temperature;
  const ratio = kelvin / reference.temperature;
  const suns = irradiance / reference.irradiance;
  const perKelvin = module.currentCoefficient * (1 - (module.adjust ?? 0) / 100);
  const bandGap = gap.at25 * (1 + gap.perKelvin * above);
  const activated = Math.exp((gap.at25 / reference.temperature - bandGap / kelvin) / boltzmann);
  return {
    photocurrent: suns * (module.photocurrent + perKelvin * above),
    saturationCurrent: module.saturationCurrent * ratio * ratio * ratio * activated,
    seriesResistance: module.seriesResistance,
    shuntResistance: module.shuntResistance / suns,
    thermalVoltage: module.thermalVoltage * ratio,
  };
}
