import type { Place, WeatherFormat } from './weather.ts';

/** Quantities of weather, what each may be, and whether weather is none without it. */
export const quantities = {
  ghi: { unit: 'W/m2', min: 0, max: 2000 },
  dni: { unit: 'W/m2', min: 0, max: 1500 },
  dhi: { unit: 'W/m2', min: 0, max: 1500 },
  airTemperature: { unit: 'degC', min: -90, max: 70 },
  windSpeed: { unit: 'm/s', min: 0, max: 120 },
  pressure: { unit: 'Pa', min: 30_000, max: 110_000 },
  albedo: { unit: '', min: 0, max: 1 },
  precipitableWater: { unit: 'cm', min: 0, max: 15 },
  dewPoint: { unit: 'degC', min: -100, max: 50 },
  relativeHumidity: { unit: '%', min: 0, max: 110 },
} as const;

/** Name of a quantity. */
export type Quantity = keyof typeof quantities;

/** Where in its interval a stamp stands. */
export type StampPlace = 'end' | 'middle' | 'start';

/** A column as read: NaN where the file says that the value is missing. */
export interface WeatherColumn {
  /** As the file names it. */
  readonly name: string;
  /** Counted from 1. */
  readonly number: number;
  readonly values: Float64Array;
}

/** A weather file as read, before anything is checked. */
export interface WeatherTable {
  readonly format: WeatherFormat;
  readonly place: Partial<Place>;
  readonly stampIs: StampPlace;
  /** Of the stamps, h east of UTC, where it is not that of the place. */
  readonly stampZone?: number;
  /** From the stamp to the instant of the light, min; for instantaneous values. */
  readonly offset?: number;
  /** Of the file, for each row. */
  readonly line: Int32Array;
  readonly year: Int16Array;
  readonly month: Uint8Array;
  readonly day: Uint8Array;
  /** Of the stamp, since midnight; 1440 for 24:00. */
  readonly minute: Float64Array;
  readonly columns: Partial<Record<Quantity, WeatherColumn>>;
}

/** How a reader finds a quantity in a row. */
export interface ColumnRule {
  readonly quantity: Quantity;
  readonly name: string;
  /** Counted from 0. */
  readonly at: number;
  /** To the unit of the quantity. */
  readonly factor?: number;
  /** From this value on, the file says that it is missing. */
  readonly missingFrom?: number;
  /** Down from this value, the file says that it is missing. */
  readonly missingBelow?: number;
}
