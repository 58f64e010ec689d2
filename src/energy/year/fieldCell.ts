import type { SpectralResponse } from '../../light/spectralMismatch.ts';
import type { FieldHours } from '../field/fieldHours.ts';
import type { OperatingRange } from '../operatingMap.ts';
import type { IncidenceModifier } from '../plane/incidenceModifier.ts';

/** How the power of a cell in the field is worked out. */
export const cellModels = ['map', 'full', 'module'] as const;

/** Name of a cell model. */
export type CellModel = (typeof cellModels)[number];

/** Maximum power of a cell within a range of conditions. */
export interface FieldPower {
  /** W/m2 at irradiance W/m2 and cell temperature degC. */
  power(irradiance: number, temperature: number): number;
  /** Power of all hours where it is not `power` of each: solved by the device equations. */
  hourly?(hours: FieldHours, bifaciality: number): Float64Array;
  /** Estimated largest relative error of `power`, where it interpolates. */
  readonly mapError?: number;
}

/** A cell or module in the field: all that a year of weather asks of it. */
export interface FieldCell {
  readonly name: string;
  readonly model: CellModel;
  /** Power at standard test conditions, W/m2 of its area. */
  readonly ratedPower: number;
  /** Light in front that as much light behind is worth. */
  readonly bifaciality: number;
  /** Works out what its own front or rear lets through at an angle, where its optics are known. */
  modifier?(side: 'front' | 'rear'): IncidenceModifier;
  /** Works out its current by wavelength at a temperature, degC, where that is known. */
  response?(temperature: number): SpectralResponse;
  /** Works out the share of the light's power that it absorbs anywhere, 0 to 1. */
  absorptance(): number;
  /** Nominal operating cell temperature, degC, where it is known. */
  readonly noct?: number;
  /** Makes its power for conditions in a range. */
  prepare(range: OperatingRange): FieldPower;
}
