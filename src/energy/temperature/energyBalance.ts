import type { CellTemperature } from './cellTemperature.ts';

/** What a cell does with the light that falls on it. */
export interface HeatSource {
  /** Share of the light's power that is absorbed anywhere in the module, 0 to 1. */
  readonly absorptance: number;
  /** Electric power over light, at irradiance W/m2 and cell temperature degC. */
  efficiency(irradiance: number, temperature: number): number;
}

/** How a module gives off heat. */
export interface HeatLoss {
  /** Without wind, W/(m2 K) of absorbed power that is not converted. */
  readonly u0: number;
  /** Per m/s of wind. */
  readonly u1: number;
}

/**
 * The module that Faiman's coefficients were measured on: crystalline silicon of its time. They
 * relate the excess temperature to all light; the heat was this share of it.
 *
 * Absorptance and efficiency: 0.9 and 0.1, as PVsyst takes for the same step (user's manual, "Array
 * thermal losses").
 */
const measuredHeat = 0.9 * (1 - 0.1);

/** Faiman's coefficients per heat instead of per light. */
export const faimanHeatLoss: HeatLoss = { u0: 25 * measuredHeat, u1: 6.84 * measuredHeat };

/** The efficiency changes by some 0.1 % per kelvin: each step leaves 1 % of the error. */
const steps = 4;

/**
 * Temperature from the cell's own balance: what is absorbed and not converted is heat. A cell that
 * converts more, or reflects light below the gap instead of absorbing it, runs cooler.
 *
 * @param cell what it does with light
 * @param loss how the module gives off heat; Faiman's open rack when left out
 * @returns the cell's temperature, degC
 * @throws RangeError for an absorptance that is not between 0 and 1
 * @see D. Faiman, Prog. Photovolt. 16, 307 (2008), doi:10.1002/pip.813, for the losses; O. Dupre, R.
 *   Vaillon, M. Green, Thermal Behavior of Photovoltaic Devices (Springer 2017),
 *   doi:10.1007/978-3-319-49457-9, for the balance
 */
export function energyBalance(cell: HeatSource, loss: HeatLoss = faimanHeatLoss): CellTemperature {
  if (!(cell.absorptance >= 0 && cell.absorptance <= 1)) {
    throw new RangeError(`absorptance ${cell.absorptance} is not between 0 and 1`);
  }
  return (irradiance, air, wind) => {
    if (!(irradiance > 0)) return air;
    const perKelvin = loss.u0 + loss.u1 * wind;
    let temperature = air;
    for (let step = 0; step < steps; step++) {
      const heat = cell.absorptance - cell.efficiency(irradiance, temperature);
      temperature = air + (irradiance * heat) / perKelvin;
    }
    return temperature;
  };
}
