import type { Mounting, Rows } from '../energy/plane/mounting.ts';
import type { PlaneLight, PlaneOptions } from '../energy/plane/planeOfArray.ts';
import type { Weather, WeatherNote } from '../energy/weather/weather.ts';
import { type HeatSettings, openRack } from '../energy/year/heatModel.ts';

/** Where the weather is from, and what it sums up to. */
export interface FieldSite {
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
  /** What a sky without clouds was computed with. */
  readonly sky?: NonNullable<Weather['sky']>;
  readonly notes: readonly WeatherNote[];
}

/** Parts of the light on the plane. */
export interface LightSums {
  readonly poa_kWh_m2: number;
  readonly beam_kWh_m2: number;
  readonly sky_kWh_m2: number;
  readonly ground_kWh_m2: number;
  readonly rear_kWh_m2: number;
}

/** How modules stand, and the models of light and heat. */
export interface PlaneSettings {
  readonly mounting: Readonly<Record<string, string | number | boolean>>;
  readonly rows?: Readonly<Record<string, number>>;
  readonly transposition: string;
  readonly sun: string;
  readonly albedo: number | 'of the weather';
  readonly horizon: boolean;
  readonly temperature: Readonly<Record<string, string | number>>;
}

/** Settings of light and heat as they are told, defaults named. */
export function planeSettings(
  weather: Weather,
  options: {
    readonly mounting: Mounting;
    readonly plane?: PlaneOptions;
    readonly heat?: HeatSettings;
  },
): PlaneSettings {
  const { mounting, plane = {}, heat = { model: 'faiman' } } = options;
  return {
    mounting: mountingOf(mounting),
    ...(plane.rows === undefined ? {} : { rows: rowsOf(plane.rows) }),
    transposition: plane.sky ?? 'perez',
    sun: plane.sun ?? 'sunlit',
    albedo: plane.albedo ?? (weather.albedo ? 'of the weather' : 0.2),
    horizon: plane.horizon !== undefined,
    temperature: heatSettings(heat),
  };
}

const sum = (values: Float64Array) => values.reduce((total, value) => total + value, 0);

/** The place and the weather in figures. */
export function fieldSite(weather: Weather): FieldSite {
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
    ...(weather.sky === undefined ? {} : { sky: weather.sky }),
    notes,
  };
}

/**
 * Sums of the light.
 *
 * @param interval s
 */
export function lightSums(light: PlaneLight, interval: number): LightSums {
  const total = (...parts: Float64Array[]) =>
    (parts.reduce((all, part) => all + sum(part), 0) * interval) / 3.6e6;
  return {
    poa_kWh_m2: total(light.front),
    beam_kWh_m2: total(light.beam),
    sky_kWh_m2: total(light.isotropic, light.circumsolar, light.horizon),
    ground_kWh_m2: total(light.ground),
    rear_kWh_m2: total(light.rear),
  };
}

function mountingOf(mounting: Mounting): PlaneSettings['mounting'] {
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

export function heatSettings(heat: HeatSettings): PlaneSettings['temperature'] {
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
