import { integrateIrradiance } from '../src/light/integrateIrradiance.ts';
import type { Spectrum } from '../src/light/spectrum.ts';
import { parseAxis, refuseOutside } from '../src/sweep/axis.ts';
import { irradianceAxis } from '../src/sweep/conditionRanges.ts';

/** The word for the light as it is given. */
const asGiven = 'tabulated';
/** Digits after the point that a level is told and used with. */
const digits = 2;

/**
 * Levels of the light.
 *
 * @param text as typed: values in W/m2, or `tabulated` for what the spectrum has; 1000 where nothing is said
 * @param spectrum that the level is of
 * @returns W/m2
 * @throws UsageError for values out of bounds
 */
export async function readIrradiance(
  text: string | undefined,
  spectrum: Spectrum,
): Promise<number[]> {
  if (text?.trim().toLowerCase() !== asGiven) return parseAxis(text ?? '1000', irradianceAxis);
  const levels = [Number(integrateIrradiance(spectrum).toFixed(digits))];
  refuseOutside(levels, asGiven, irradianceAxis);
  return levels;
}
