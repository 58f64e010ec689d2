import type { Cell } from '../cell/cell.ts';
import type { RatingPoint } from '../energy/field/ratingMatrix.ts';
import type { Weather } from '../energy/weather/weather.ts';
import type { ClimateRating, ClimateRatingOptions } from '../energy/year/climateRating.ts';
import { type FieldSite, fieldSite, type PlaneSettings, planeSettings } from './fieldSettings.ts';
import { type Models, modelsOf } from './models.ts';

/** A rating in a climate, with what it was asked with. */
export interface ClimateRatingSection extends ClimateRating {
  readonly standard: 'IEC 61853-3';
  readonly site: FieldSite;
  readonly settings: PlaneSettings & { readonly iam: string };
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
 * @param iam name of the reflection at an angle
 */
export function climateSection(
  rating: ClimateRating,
  weather: Weather,
  { mounting, plane, u0, u1 }: ClimateRatingOptions,
  iam: string,
): ClimateRatingSection {
  const heat = {
    model: 'faiman' as const,
    ...(u0 === undefined ? {} : { u0 }),
    ...(u1 === undefined ? {} : { u1 }),
  };
  return {
    standard: 'IEC 61853-3',
    site: fieldSite(weather),
    settings: { ...planeSettings(weather, { mounting, plane, heat }), iam },
    ...rating,
  };
}
