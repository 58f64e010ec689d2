/** Formats of weather files, and a sky without clouds. */
export const weatherFormats = ['tmy3', 'tm2', 'epw', 'pvgis', 'psm', 'csv', 'clear-sky'] as const;

/** Name of a format. */
export type WeatherFormat = (typeof weatherFormats)[number];

/** Where weather was measured. */
export interface Place {
  readonly name?: string;
  /** deg, north positive. */
  readonly latitude: number;
  /** deg, east positive. */
  readonly longitude: number;
  /** m above the sea. */
  readonly altitude: number;
  /** Standard time, h east of UTC. */
  readonly timeZone: number;
}

/** What was found in a weather file and what was done about it. */
export interface WeatherNote {
  /** Counted from 1; left out where no single line is meant. */
  readonly line?: number;
  readonly column?: string;
  readonly text: string;
}

/** A year (or any run of equal intervals) of weather at one place; one entry an interval. */
export interface Weather {
  readonly name: string;
  readonly format: WeatherFormat;
  readonly place: Place;
  /** Length of an interval, s. */
  readonly interval: number;
  /** Beginning of each interval, Unix time, ms. */
  readonly start: Float64Array;
  /** Instant at which the sun stands for each interval: its middle. Unix time, ms. */
  readonly middle: Float64Array;
  /** Of the middle in standard time, 1 to 12. */
  readonly month: Uint8Array;
  /** Global horizontal, W/m2. */
  readonly ghi: Float64Array;
  /** Direct normal, W/m2. */
  readonly dni: Float64Array;
  /** Diffuse horizontal, W/m2. */
  readonly dhi: Float64Array;
  /** degC. */
  readonly airTemperature: Float64Array;
  /** m/s. */
  readonly windSpeed: Float64Array;
  /** Pa. */
  readonly pressure?: Float64Array;
  /** Of the ground, 0 to 1. */
  readonly albedo?: Float64Array;
  /** cm. */
  readonly precipitableWater?: Float64Array;
  /** degC. */
  readonly dewPoint?: Float64Array;
  /** %. */
  readonly relativeHumidity?: Float64Array;
  /** What a sky that was computed was computed with. */
  readonly sky?: Readonly<Record<string, string | number | readonly number[]>>;
  readonly notes: readonly WeatherNote[];
}
