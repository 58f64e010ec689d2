/** Light on the plane, W/m2, air, degC, and wind, m/s, to the temperature of the cells, degC. */
export type CellTemperature = (irradiance: number, air: number, wind: number) => number;

/**
 * Faiman's model: heat goes off in proportion to the excess temperature, more so in wind.
 *
 * @param u0 W/(m2 K); 25 when left out
 * @param u1 W/(m2 K) per m/s of wind; 6.84 when left out
 * @see D. Faiman, Prog. Photovolt. 16, 307 (2008), doi:10.1002/pip.813; values there for open racks
 * @example faiman()(800, 20, 1) // 45.1
 */
export function faiman(u0 = 25, u1 = 6.84): CellTemperature {
  return (irradiance, air, wind) => air + irradiance / (u0 + u1 * wind);
}

/** Of `pvsystTemperature`. */
export interface PvsystHeat {
  /** W/(m2 K); 29 (open rack) when left out, 15 for modules on a roof with the rear closed. */
  readonly constant?: number;
  /** W/(m2 K) per m/s; 0 when left out. */
  readonly wind?: number;
  /** Of the module; 0.1 when left out, as PVsyst. */
  readonly efficiency?: number;
  /** 0.9 when left out. */
  readonly absorptance?: number;
}

/**
 * PVsyst's model: the light that is absorbed and not converted heats.
 *
 * @see A. Mermoud, B. Wittmer, PVsyst 6 user's manual (2014), "Array thermal losses"
 */
export function pvsystTemperature(heat: PvsystHeat = {}): CellTemperature {
  const { constant = 29, wind: perWind = 0, efficiency = 0.1, absorptance = 0.9 } = heat;
  return (irradiance, air, wind) =>
    air + (irradiance * absorptance * (1 - efficiency)) / (constant + perWind * wind);
}

/** Mountings of Sandia's model: a, b (s/m) and the excess of the cell at 1000 W/m2, K. */
export const sapmMountings = {
  'open-rack-glass-glass': { a: -3.47, b: -0.0594, excess: 3 },
  'close-mount-glass-glass': { a: -2.98, b: -0.0471, excess: 1 },
  'open-rack-glass-polymer': { a: -3.56, b: -0.075, excess: 3 },
  'insulated-back-glass-polymer': { a: -2.81, b: -0.0455, excess: 0 },
} as const;

/**
 * Sandia's model: module by an exponential of the wind, cell hotter by its excess.
 *
 * @param mounting a, b and excess; glass on glass in an open rack when left out
 * @see D. King, W. Boyson, J. Kratochvil, Photovoltaic Array Performance Model, SAND2004-3535
 *   (2004), table 1
 */
export function sapmTemperature(
  mounting: { readonly a: number; readonly b: number; readonly excess: number } = sapmMountings[
    'open-rack-glass-glass'
  ],
): CellTemperature {
  const { a, b, excess } = mounting;
  return (irradiance, air, wind) =>
    air + irradiance * Math.exp(a + b * wind) + (irradiance / 1000) * excess;
}

/** Of `noctTemperature`. */
export interface NoctHeat {
  /** Nominal operating cell temperature, degC; 45 when left out. */
  readonly noct?: number;
  /** Of the module; 0.2 when left out. */
  readonly efficiency?: number;
  /** Transmittance times absorptance; 0.9 when left out. */
  readonly absorptance?: number;
}

/** Wind at the height of a one-storey array, of that at 10 m; SAM's manual. */
const windAtArray = 0.51;

/**
 * The model of the nominal operating cell temperature, as in SAM, for racks that air flows under.
 *
 * @see P. Gilman et al., NREL/TP-6A20-67399 (2018), section 7.2, after J. Duffie, W. Beckman, Solar
 *   Engineering of Thermal Processes (Wiley 2006), eq. 23.3.3
 */
export function noctTemperature(heat: NoctHeat = {}): CellTemperature {
  const { noct = 45, efficiency = 0.2, absorptance = 0.9 } = heat;
  const kept = 1 - efficiency / absorptance;
  return (irradiance, air, wind) =>
    air + (irradiance / 800) * (noct - 20) * kept * (9.5 / (5.7 + 3.8 * windAtArray * wind));
}
