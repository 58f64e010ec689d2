/** A module by its rating alone. */
export interface RatedModule {
  /** Power at 1000 W/m2 and 25 degC, W. */
  readonly power: number;
  /** Of the power, 1/K (negative). */
  readonly coefficient: number;
}

/**
 * Power of a module that is linear in light and temperature.
 *
 * @param module rating
 * @param irradiance in its plane, W/m2
 * @param temperature of the cells, degC
 * @returns W
 * @see A. Dobos, PVWatts version 5 manual, NREL/TP-6A20-62641 (2014), doi:10.2172/1158421, eq. 8
 * @example pvWattsDc({ power: 400, coefficient: -0.0024 }, 800, 45) // 304.64
 */
export function pvWattsDc(module: RatedModule, irradiance: number, temperature: number): number {
  return (irradiance / 1000) * module.power * (1 + module.coefficient * (temperature - 25));
}

/** An inverter by its rating. */
export interface Inverter {
  /** DC power at which it gives its rated AC power, W. */
  readonly power: number;
  /** Efficiency there; PVWatts takes 0.96. */
  readonly efficiency: number;
}

/** Efficiency at full load of the inverter that the curve was measured on (PVWatts manual, eq. 11). */
const measuredEfficiency = 0.9637;

/**
 * AC power by the mean efficiency curve of real inverters; no more than the rated AC power, and
 * nothing below the load (0.6 %) that covers the inverter's own consumption.
 *
 * @param inverter rating
 * @param dc power at its input, W
 * @returns W
 * @throws RangeError for a rating that is not positive or an efficiency above 1
 * @see PVWatts version 5 manual, doi:10.2172/1158421, eqs. 9 to 11
 * @example pvWattsAc({ power: 1000, efficiency: 0.96 }, 500) // 481.0958
 */
export function pvWattsAc(inverter: Inverter, dc: number): number {
  const { power, efficiency } = inverter;
  if (!(power > 0)) throw new RangeError(`inverter: rated power ${power} W is not positive`);
  if (!(efficiency > 0 && efficiency <= 1)) {
    throw new RangeError(`inverter: efficiency ${efficiency} is not between 0 and 1`);
  }
  if (dc <= 0) return 0;
  const load = dc / power;
  const curve = -0.0162 * load - 0.0059 / load + 0.9858;
  const ac = (efficiency / measuredEfficiency) * curve * dc;
  return Math.min(Math.max(ac, 0), efficiency * power);
}
