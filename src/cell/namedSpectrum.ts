import { zenithOfAirmass } from '../light/airmassZenith.ts';
import { emissionLine, thermalLedWidth } from '../light/emissionLine.ts';
import { clearSkySpectrum } from '../light/spectrl2/clearSkySpectrum.ts';
import type { Spectrum } from '../light/spectrum.ts';
import { UsageError } from './errors.ts';
import { didYouMean } from './nearest.ts';
import { convertQuantity, QuantityError } from './quantity.ts';
import { outOfRange, type QuantityRange } from './quantityRange.ts';

/** Parameters that a computed spectrum may be given; `part` is a word. */
type Values = Readonly<Record<string, number | undefined>>;

export interface SpectrumMaker {
  /** What it is and an example, for help and docs. */
  readonly meaning: string;
  readonly example: string;
  /** A value before the parameters, as `850nm`. */
  readonly leading?: string;
  readonly parameters: Readonly<Record<string, QuantityRange>>;
  readonly words?: Readonly<Record<string, readonly string[]>>;
  make(name: string, values: Values, words: Readonly<Record<string, string>>): Spectrum;
}

const line: QuantityRange = { unit: 'nm', min: 100, max: 10_000, meaning: 'Middle of the line' };
const width: QuantityRange = {
  unit: 'nm',
  min: 1e-3,
  max: 500,
  meaning: 'Full width at half maximum',
};
/** Narrow against the features of any cell, wide against rounding, nm. */
const laserWidth = 0.1;

/** Zenith and tilt of ASTM G173, deg. */
const standardZenith = 48.19;
const standardTilt = 37;

/**
 * Spectra that are computed from what stands in their name.
 *
 * @example clear-sky:airmass=2,water=3 led:850nm,width=40nm laser:1064nm
 */
export const spectrumMakers: Readonly<Record<string, SpectrumMaker>> = {
  'clear-sky': {
    meaning: 'cloudless sky by SPECTRL2; what is left out is as in AM1.5G',
    example: 'clear-sky:airmass=2,water=3',
    parameters: {
      airmass: { unit: '', min: 1, max: 37, meaning: 'Path of the light, vertical paths' },
      zenith: { unit: 'deg', min: 0, max: 89.9, meaning: 'Angle of the sun from the vertical' },
      tilt: { unit: 'deg', min: 0, max: 90, meaning: 'Of the plane, which faces the sun' },
      water: { unit: 'cm', min: 0, max: 20, meaning: 'Precipitable water' },
      ozone: { unit: '', min: 0, max: 2, meaning: 'Ozone, atm cm (1000 Dobson units)' },
      turbidity: { unit: '', min: 0, max: 10, meaning: 'Optical depth of aerosol at 500 nm' },
      pressure: { unit: 'Pa', min: 1000, max: 120_000, meaning: 'At the ground' },
      albedo: { unit: '', min: 0, max: 1, meaning: 'Of the ground' },
    },
    words: { part: ['global', 'direct', 'diffuse'] },
    make: clearSky,
  },
  led: {
    meaning: 'light-emitting diode; a Gauss curve, 1.8 kT wide where no width is given',
    example: 'led:850nm,width=40nm',
    leading: 'wavelength',
    parameters: { wavelength: line, width },
    make: (name, { wavelength = 0, width = thermalLedWidth(wavelength) }) =>
      emissionLine(name, wavelength, width),
  },
  laser: {
    meaning: 'laser line, 0.1 nm wide where no width is given',
    example: 'laser:1064nm',
    leading: 'wavelength',
    parameters: { wavelength: line, width },
    make: (name, { wavelength = 0, width = laserWidth }) => emissionLine(name, wavelength, width),
  },
};

/**
 * A spectrum computed from its name, where the name is of such a kind.
 *
 * @param name kind, colon, parameters: `clear-sky:airmass=2,water=3`, `led:850nm,width=40nm`,
 *   `laser:1064nm`; values with any unit of their dimension
 * @returns the spectrum, or undefined where the name is of no such kind
 * @throws UsageError for a parameter that is unknown, twice, missing or out of range
 * @example await namedSpectrum('laser:1064nm')
 */
export async function namedSpectrum(name: string): Promise<Spectrum | undefined> {
  const [kind = '', ...after] = name.split(':');
  const known = kind.trim().toLowerCase();
  const maker = Object.hasOwn(spectrumMakers, known) ? spectrumMakers[known] : undefined;
  if (!maker) return undefined;
  const fail = (reason: string): never => {
    throw new UsageError(`spectrum "${name}": ${reason}; an example: ${maker.example}`);
  };
  const values: Record<string, number> = {};
  const words: Record<string, string> = {};
  const names = [...Object.keys(maker.parameters), ...Object.keys(maker.words ?? {})];
  const parts = after.join(':').split(',');
  if (after.length === 0) parts.pop();
  for (const [k, part] of parts.entries()) {
    const [before = '', ...value] = part.split('=');
    const leads = k === 0 && value.length === 0 && maker.leading;
    const parameter = leads || before.trim().toLowerCase();
    const text = (leads ? before : value.join('=')).trim();
    if (!names.includes(parameter)) {
      fail(`unknown parameter "${parameter}"${didYouMean(parameter, names)} (${names.join(', ')})`);
    }
    if (parameter in values || parameter in words) fail(`${parameter} is given twice`);
    if (text === '') fail(`${parameter} needs a value`);
    const choices = maker.words?.[parameter];
    if (choices) {
      if (!choices.includes(text)) {
        fail(
          `${parameter} "${text}" is not one of ${choices.join(', ')}${didYouMean(text, choices)}`,
        );
      }
      words[parameter] = text;
    } else values[parameter] = await quantity(parameter, text, maker.parameters[parameter]!, fail);
  }
  if (maker.leading && values[maker.leading] === undefined) fail(`${maker.leading} is missing`);
  try {
    return maker.make(name, values, words);
  } catch (error) {
    if (!(error instanceof RangeError || error instanceof UsageError)) throw error;
    return fail(error.message);
  }
}

async function quantity(
  parameter: string,
  text: string,
  range: QuantityRange,
  fail: (reason: string) => never,
): Promise<number> {
  try {
    const value = await convertQuantity(text, range.unit);
    const reason = outOfRange(value, range);
    return reason === undefined ? value : fail(`${parameter} ${text} ${reason}`);
  } catch (error) {
    if (!(error instanceof QuantityError)) throw error;
    return fail(`${parameter} "${text}" ${error.message}`);
  }
}

function clearSky(name: string, values: Values, words: Readonly<Record<string, string>>): Spectrum {
  const { airmass, zenith: angle, tilt = standardTilt } = values;
  if (airmass !== undefined && angle !== undefined) {
    throw new UsageError('airmass and zenith exclude each other');
  }
  const zenith = angle ?? (airmass === undefined ? standardZenith : zenithOfAirmass(airmass));
  const { water, ozone, turbidity, pressure, albedo } = values;
  const light = clearSkySpectrum({
    zenith,
    tilt,
    incidence: Math.abs(zenith - tilt),
    ...(airmass === undefined ? {} : { airmass }),
    ...(water === undefined ? {} : { water }),
    ...(ozone === undefined ? {} : { ozone }),
    ...(turbidity === undefined ? {} : { turbidity }),
    ...(pressure === undefined ? {} : { pressure }),
    ...(albedo === undefined ? {} : { albedo }),
  });
  const parts: Readonly<Record<string, Float64Array>> = {
    global: light.planeGlobal,
    direct: light.beam,
    diffuse: light.planeSky.map((sky, i) => sky + light.planeGround[i]),
  };
  return {
    name,
    wavelength: light.wavelength,
    irradiance: parts[words.part ?? 'global']!,
    source: 'SPECTRL2, R. Bird, C. Riordan, J. Clim. Appl. Meteorol. 25, 87 (1986)',
  };
}
