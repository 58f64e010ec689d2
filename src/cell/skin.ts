import { boltzmann, zeroCelsius } from '../physics/constants.ts';

/** Carriers that a side of a cell takes out. */
export type Collected = 'electrons' | 'holes';

/**
 * One side of a cell in a few numbers: all that lies between its electrode and the wafer where
 * the wafer is neutral and doped as bought (films, interface, diffusion, space charge).
 *
 * Recombination in it is (J0/q) (X/nie^2) (X/X0)^(1/m - 1) with X = np - nie^2 at its inner end,
 * X0 that at the stated injection and m its ideality; a measured J0 has m = 1 and needs no
 * injection.
 */
export interface Skin {
  readonly collects: Collected;
  /** Saturation current at the stated injection and temperature, fA/cm2. */
  readonly j0_fA_cm2: number;
  /** m = d ln X / d ln(recombination). */
  readonly ideality: number;
  /** Excess density at its inner end for which j0 holds. */
  readonly injection_cm3: number;
  /** Temperature for which the skin holds; at others j0 follows ni^2, and `drift`. */
  readonly temperature_C: number;
  /** Share of the carriers made by light in the skin that leave it, at short circuit. */
  readonly collection_pct: number;
  /** Drop of the collected carriers' level across the skin over the current, with the contact. */
  readonly contact_resistivity_ohm_cm2: number;
  /** Of the collected carriers of the skin, in the dark; Infinity without such carriers. */
  readonly sheet_resistance_ohm: number;
  /** How far it reaches into the wafer. */
  readonly depth_nm: number;
  /** Change with temperature beyond ni^2; none of it when left out. */
  readonly drift?: SkinDrift;
}

/** How a skin changes with temperature T from its own T0, K. */
export interface SkinDrift {
  /** J0 goes with ni^2 (T/T0)^g. */
  readonly j0_exponent: number;
  /** Contact resistivity goes with exp(E/kT - E/kT0): a barrier. */
  readonly contact_activation_eV: number;
  /** Of the collection. */
  readonly collection_pct_K: number;
}

/** Both sides of a cell. */
export interface Skins {
  readonly front: Skin;
  readonly rear: Skin;
}

/**
 * A skin as measurements supply it: saturation current, contact resistivity, sheet resistance.
 * It has no depth and loses none of the light.
 *
 * @param collects carriers that it takes out
 * @param j0_fA_cm2 saturation current at 25 degC, fA/cm2
 * @param contact_resistivity_ohm_cm2 ohm cm^2
 * @param sheet_resistance_ohm ohm; told, not used: the circuit's series resistance holds it
 * @returns the skin
 * @throws RangeError for a number that is negative or none
 * @example measuredSkin('holes', 5, 0.05, 120)
 */
export function measuredSkin(
  collects: Collected,
  j0_fA_cm2: number,
  contact_resistivity_ohm_cm2 = 0,
  sheet_resistance_ohm: number = Number.POSITIVE_INFINITY,
): Skin {
  const skin = {
    collects,
    j0_fA_cm2,
    ideality: 1,
    injection_cm3: 1e15,
    temperature_C: 25,
    collection_pct: 100,
    contact_resistivity_ohm_cm2,
    sheet_resistance_ohm,
    depth_nm: 0,
  };
  checkSkin(skin);
  return skin;
}

/**
 * A skin at another temperature.
 *
 * @param skin as computed or measured
 * @param temperature degC
 * @param densityGrowth ni(T)/ni(T0) by the law of the cell's silicon
 * @returns the skin there
 */
export function skinAt(skin: Skin, temperature: number, densityGrowth: number): Skin {
  const from = skin.temperature_C + zeroCelsius;
  const to = temperature + zeroCelsius;
  const { j0_exponent = 0, contact_activation_eV = 0, collection_pct_K = 0 } = skin.drift ?? {};
  const collection = skin.collection_pct + collection_pct_K * (to - from);
  const barrier = (contact_activation_eV / boltzmann) * (1 / to - 1 / from);
  return {
    ...skin,
    temperature_C: temperature,
    j0_fA_cm2: skin.j0_fA_cm2 * densityGrowth ** 2 * (to / from) ** j0_exponent,
    contact_resistivity_ohm_cm2: skin.contact_resistivity_ohm_cm2 * Math.exp(barrier),
    collection_pct: Math.min(100, Math.max(0, collection)),
  };
}

/** Throws a RangeError that names the first number of a skin that cannot be. */
export function checkSkin(skin: Skin): void {
  const within = (name: keyof Skin, low: number, high: number) => {
    const value = skin[name] as number;
    if (!(value >= low && value <= high)) {
      throw new RangeError(`skin: ${name} ${value} is not between ${low} and ${high}`);
    }
  };
  within('j0_fA_cm2', 0, 1e12);
  within('ideality', 0.2, 20);
  within('injection_cm3', 1e-10, 1e21);
  within('temperature_C', -123, 177);
  within('collection_pct', 0, 100);
  within('contact_resistivity_ohm_cm2', 0, 1e3);
  within('sheet_resistance_ohm', 0, Number.POSITIVE_INFINITY);
  within('depth_nm', 0, 1e6);
}
