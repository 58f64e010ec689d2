import type { Cell } from '../cell/cell.ts';
import type { ClimateProfile } from '../energy/rating/climateProfile.ts';
import type {
  ClimateRating,
  ClimateRatingOptions,
  ProfileRatingOptions,
} from '../energy/rating/climateRating.ts';
import type { RatingPoint } from '../energy/rating/ratingMatrix.ts';
import type { Weather } from '../energy/weather/weather.ts';
import {
  type FieldSite,
  fieldSite,
  heatSettings,
  type PlaneSettings,
  planeSettings,
} from './fieldSettings.ts';
import { type Models, modelsOf } from './models.ts';

/** Where the shape of each hour's light comes from: nowhere, a cloudless sky, bands of a profile. */
export type RatingSpectrum = 'none' | 'clear-sky' | 'bands';

/** Names of choices that `climateRating` does not know. */
export interface RatingChoices {
  /** Of the reflection at an angle. */
  readonly iam: string;
  readonly spectral: RatingSpectrum;
}

/** A rating in a climate, with what it was asked with. */
export interface ClimateRatingSection extends ClimateRating {
  readonly standard: 'IEC 61853-3';
  /** Of weather. */
  readonly site?: FieldSite;
  /** Name of a climate profile of IEC 61853-4. */
  readonly profile?: string;
  readonly settings: Partial<PlaneSettings> &
    Pick<PlaneSettings, 'temperature'> & {
      readonly iam: string;
      readonly spectral: RatingSpectrum;
    };
}

/** What `solarcell rate --format json` prints. */
export interface RatingDocument {
  readonly schema: 'solarcell.rating/1';
  readonly cell: string;
  readonly conditions: {
    readonly standard: 'IEC 61853-1';
    readonly spectrum: string;
    readonly set: readonly string[];
  };
  readonly results: readonly RatingPoint[];
  /** Where weather was given. */
  readonly climate?: ClimateRatingSection;
  readonly provenance: {
    readonly version: string;
    readonly models: Models;
    /** Hash of the cell file's text. */
    readonly cell: string;
  };
}

/**
 * A rating with all that is needed to repeat it.
 *
 * @param results as `ratingMatrix` returns them
 * @param cell what was rated
 * @param spectrum its name
 * @param version of solarcell
 * @param climate as `climateSection` gives it, where weather was given
 */
export function ratingDocument(
  results: readonly RatingPoint[],
  cell: Cell,
  spectrum: string,
  version: string,
  climate?: ClimateRatingSection,
): RatingDocument {
  return {
    schema: 'solarcell.rating/1',
    cell: cell.name,
    conditions: { standard: 'IEC 61853-1', spectrum, set: cell.set ?? [] },
    results,
    ...(climate === undefined ? {} : { climate }),
    provenance: { version, models: modelsOf([cell]), cell: `sha256:${cell.sha256}` },
  };
}

/**
 * A rating in a climate with all that is needed to repeat it.
 *
 * @param rating as `climateRating` returns it
 * @param weather,options what it was called with
 * @param choices names of what it was given
 */
export function climateSection(
  rating: ClimateRating,
  weather: Weather,
  options: ClimateRatingOptions,
  choices: RatingChoices,
): ClimateRatingSection {
  const { mounting, plane } = options;
  const settings = planeSettings(weather, { mounting, plane, heat: heatOfRating(options) });
  return {
    standard: 'IEC 61853-3',
    site: fieldSite(weather),
    settings: { ...settings, ...choices },
    ...rating,
  };
}

/**
 * A rating in a climate profile with all that is needed to repeat it.
 *
 * @param rating as `profileRating` returns it
 * @param profile,options what it was called with
 * @param choices names of what it was given
 */
export function profileSection(
  rating: ClimateRating,
  profile: ClimateProfile,
  options: ProfileRatingOptions,
  choices: RatingChoices,
): ClimateRatingSection {
  return {
    standard: 'IEC 61853-3',
    profile: profile.name,
    settings: { temperature: heatSettings(heatOfRating(options)), ...choices },
    ...rating,
  };
}

function heatOfRating({ u0, u1 }: ProfileRatingOptions) {
  return {
    model: 'faiman' as const,
    ...(u0 === undefined ? {} : { u0 }),
    ...(u1 === undefined ? {} : { u1 }),
  };
}
