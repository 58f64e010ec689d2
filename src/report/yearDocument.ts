import type { Cell } from '../cell/cell.ts';
import type { Mounting, Rows } from '../energy/plane/mounting.ts';
import type { PlaneLight } from '../energy/plane/planeOfArray.ts';
import type { Weather, WeatherNote } from '../energy/weather/weather.ts';
import type { YearComparison, YearOptions, YearResult } from '../energy/year/compareYear.ts';
import { type HeatSettings, openRack } from '../energy/year/heatModel.ts';
import { type Models, modelsOf } from './models.ts';

/** A cell's year as it is told. */
export interface YearDocumentResult
  extends Omit<YearResult, 'hours' | 'power' | 'factors' | 'annual' | 'monthly'> {
  readonly efficiency_pct: number;
  readonly annual: YearResult['annual'];
  readonly monthly: YearResult['monthly'];
}

/** Choices that the library does not know by name. */
export interface YearChoices {
  readonly spectrum: string;
  readonly iam: string;
  readonly encapsulated: boolean;
  /** Share of the power, 0 to 1. */
  readonly moduleLoss: number;
}

/** What `solarcell compare --weather FILE --format json` prints. */
export interface YearDocument {
  readonly schema: 'solarcell.compare/1';
  readonly site: {
    readonly name: string;
    readonly format: Weather['format'];
    readonly latitude_deg: number;
    readonly longitude_deg: number;
    readonly altitude_m: number;
    readonly time_zone_h: number;
    readonly intervals: number;
    readonly interval_h: number;
    readonly ghi_kWh_m2: number;
    readonly dni_kWh_m2: number;
    readonly dhi_kWh_m2: number;
    /** Weighted with the global light. */
    readonly air_temperature_C: number;
    readonly notes: readonly WeatherNote[];
  };
  readonly settings: {
    readonly baseline: string;
    readonly mounting: Readonly<Record<string, string | number | boolean>>;
    readonly rows?: Readonly<Record<string, number>>;
    readonly transposition: string;
    readonly sun: string;
    readonly albedo: number | 'of the weather';
    readonly horizon: boolean;
    readonly temperature: Readonly<Record<string, string | number>>;
    readonly iam: string;
    readonly soiling: number | readonly number[];
    readonly bifacial: boolean;
    readonly spectrum: string;
    readonly encapsulated: boolean;
    readonly module_loss_pct: number;
    readonly inverter?: { readonly efficiency: number; readonly dc_ac_ratio: number };
    readonly set: readonly string[];
  };
  /** Parts of the light on the plane. */
  readonly light: {
    readonly poa_kWh_m2: number;
    readonly beam_kWh_m2: number;
    readonly sky_kWh_m2: number;
    readonly ground_kWh_m2: number;
    readonly rear_kWh_m2: number;
  };
  readonly results: readonly YearDocumentResult[];
  readonly provenance: {
    readonly version: string;
    readonly models: Models;
    /** Hash of each cell file's text. */
    readonly cells: Readonly<Record<string, string>>;
  };
}

/**
 * A comparison over a year with all that is needed to repeat it.
 *
 * @param comparison result of `compareYear`
 * @param weather,options what it was called with
 * @param choices how its cells were made
 * @param cells those of them that are simulated
 * @param version of solarcell
 */
export function yearDocument(
  comparison: YearComparison,
  weather: Weather,
  options: YearOptions,
  choices: YearChoices,
  cells: readonly Cell[],
  version: string,
): YearDocument {
  const { plane = {}, heat = { model: 'faiman' }, soiling = 0, bifacial = false } = options;
  const { inverter } = options;
  return {
    schema: 'solarcell.compare/1',
    site: siteOf(weather),
    settings: {
      baseline: comparison.baseline,
      mounting: mountingOf(options.mounting),
      ...(plane.rows === undefined ? {} : { rows: rowsOf(plane.rows) }),
      transposition: plane.sky ?? 'perez',
      sun: plane.sun ?? 'sunlit',
      albedo: plane.albedo ?? (weather.albedo ? 'of the weather' : 0.2),
      horizon: plane.horizon !== undefined,
      temperature: heatOf(heat),
      iam: choices.iam,
      soiling,
      bifacial,
      spectrum: choices.spectrum,
      encapsulated: choices.encapsulated,
      module_loss_pct: 100 * choices.moduleLoss,
      ...(inverter === undefined
        ? {}
        : { inverter: { efficiency: inverter.efficiency, dc_ac_ratio: inverter.dcAcRatio } }),
      set: cells[0]?.set ?? [],
    },
    light: lightOf(comparison.light, weather.interval / 3600),
    results: comparison.results.map(({ hours, power, factors, annual, monthly, ...told }) => ({
      ...told,
      efficiency_pct: told.rated_W_m2 / 10,
      annual,
      monthly,
    })),
    provenance: {
      version,
      models: modelsOf(cells),
      cells: Object.fromEntries(cells.map((cell) => [cell.name, `sha256:${cell.sha256}`])),
    },
  };
}

const sum = (values: Float64Array) => values.reduce((total, value) => total + value, 0);

function siteOf(weather: Weather): YearDocument['site'] {
  const { name, format, place, interval, ghi, dni, dhi, airTemperature, notes } = weather;
  const kilo = interval / 3.6e6;
  const warm = sum(ghi.map((light, i) => light * airTemperature[i]!)) / sum(ghi);
  return {
    name: place.name ?? name,
    format,
    latitude_deg: place.latitude,
    longitude_deg: place.longitude,
    altitude_m: place.altitude,
    time_zone_h: place.timeZone,
    intervals: ghi.length,
    interval_h: interval / 3600,
    ghi_kWh_m2: sum(ghi) * kilo,
    dni_kWh_m2: sum(dni) * kilo,
    dhi_kWh_m2: sum(dhi) * kilo,
    air_temperature_C: warm,
    notes,
  };
}

function lightOf(light: PlaneLight, interval: number): YearDocument['light'] {
  const total = (...parts: Float64Array[]) =>
    (parts.reduce((all, part) => all + sum(part), 0) * interval) / 1000;
  return {
    poa_kWh_m2: total(light.front),
    beam_kWh_m2: total(light.beam),
    sky_kWh_m2: total(light.isotropic, light.circumsolar, light.horizon),
    ground_kWh_m2: total(light.ground),
    rear_kWh_m2: total(light.rear),
  };
}

function mountingOf(mounting: Mounting): YearDocument['settings']['mounting'] {
  switch (mounting.kind) {
    case 'fixed':
      return { tracker: 'fixed', tilt_deg: mounting.tilt, azimuth_deg: mounting.azimuth };
    case 'single-axis':
      return {
        tracker: 'single-axis',
        axis_tilt_deg: mounting.axisTilt,
        axis_azimuth_deg: mounting.axisAzimuth,
        max_angle_deg: mounting.maxAngle,
        backtracking: mounting.backtrack,
        gcr: mounting.groundCover,
      };
    case 'dual-axis':
      return { tracker: 'dual-axis' };
  }
}

const rowsOf = ({ groundCover, height, pitch }: Rows) => ({
  gcr: groundCover,
  height_m: height,
  pitch_m: pitch,
});

function heatOf(heat: HeatSettings): YearDocument['settings']['temperature'] {
  switch (heat.model) {
    case 'faiman':
    case 'balance':
      return {
        model: heat.model,
        u0_W_m2_K: heat.u0 ?? openRack.u0,
        u1_W_s_m3_K: heat.u1 ?? openRack.u1,
      };
    case 'pvsyst':
      return {
        model: heat.model,
        uc_W_m2_K: heat.constant ?? 29,
        uv_W_s_m3_K: heat.wind ?? 0,
      };
    case 'sapm':
      return { model: heat.model, mounting: heat.mounting ?? 'open-rack-glass-glass' };
    case 'noct':
      return { model: heat.model, noct_C: heat.noct ?? 45 };
  }
}
