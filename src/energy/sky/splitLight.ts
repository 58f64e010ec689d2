import { pressureOfAltitude } from '../../light/airmass.ts';
import { dayOfYear } from '../sun/extraterrestrial.ts';
import { disc, erbs } from './decompose.ts';
import { type DirintHours, dirint } from './dirint.ts';

/** Models that split global light into beam and diffuse, and whose they are. */
export const decompositions = {
  erbs: "Erbs'",
  disc: "Maxwell's DISC",
  dirint: "Perez' DIRINT",
} as const;

/** Name of a model. */
export type Decomposition = keyof typeof decompositions;

const radian = Math.PI / 180;

/**
 * Beam and diffuse light of a time series of global light.
 *
 * @param model name
 * @param hours global light, sun, and the dew point where it is known (it counts for `dirint`)
 * @param altitude of the place, m
 * @returns direct normal and diffuse horizontal, W/m2; with the beam they sum to the global light
 * @example splitLight('dirint', { ghi, zenith, time }, 270).dni
 */
export function splitLight(
  model: Decomposition,
  hours: Omit<DirintHours, 'pressure'>,
  altitude: number,
): { readonly dni: Float64Array; readonly dhi: Float64Array } {
  const { ghi, zenith, time } = hours;
  const pressure = pressureOfAltitude(altitude);
  const dhi = new Float64Array(ghi.length);
  const dni = model === 'dirint' ? dirint({ ...hours, pressure }) : new Float64Array(ghi.length);
  for (let i = 0; i < ghi.length; i++) {
    if (model === 'erbs') {
      const split = erbs(ghi[i]!, zenith[i]!, dayOfYear(time[i]!));
      dni[i] = split.dni;
      dhi[i] = split.dhi;
      continue;
    }
    if (model === 'disc') dni[i] = disc(ghi[i]!, zenith[i]!, dayOfYear(time[i]!), pressure).dni;
    if (!(dni[i]! > 0)) {
      dhi[i] = ghi[i]!;
      continue;
    }
    const cosine = Math.cos(radian * zenith[i]!);
    dni[i] = Math.min(dni[i]!, ghi[i]! / cosine);
    dhi[i] = Math.max(0, ghi[i]! - dni[i]! * cosine);
  }
  return { dni, dhi };
}
