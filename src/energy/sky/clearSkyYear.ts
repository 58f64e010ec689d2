import { pressureOfAltitude, relativeAirmass, standardPressure } from '../../light/airmass.ts';
import { dayOfYear, extraterrestrial } from '../sun/extraterrestrial.ts';
import { sunPosition } from '../sun/sunPosition.ts';
import type { Place, Weather } from '../weather/weather.ts';
import { haurwitz, ineichen } from './clearSky.ts';
import { type LinkeTurbidity, turbidityByDay } from './linkeTurbidity.ts';
import { type Decomposition, splitLight } from './splitLight.ts';

/** Models of the light of a sky without clouds. */
export const clearSkyModels = ['ineichen', 'haurwitz'] as const;

/** Name of a model. */
export type ClearSkyModel = (typeof clearSkyModels)[number];

/** The air of a year without clouds. */
export interface ClearSkyOptions {
  /**
   * `ineichen` (when left out) knows turbidity and altitude; `haurwitz` gives global light from the
   * sun's height alone, as the mean of observations from one coast.
   */
  readonly model?: ClearSkyModel;
  /** For `ineichen`; 3 (clean and warm) when left out. Twelve values are by month. */
  readonly linkeTurbidity?: LinkeTurbidity;
  /** For `haurwitz`: what splits its global light; `erbs` when left out. */
  readonly decomposition?: Decomposition;
  /** degC, all year; 20 when left out. */
  readonly airTemperature?: number;
  /** m/s, all year; 1 when left out. */
  readonly windSpeed?: number;
  /** 1990 when left out, as for typical years. */
  readonly year?: number;
}

/** Clean and warm. */
const usualTurbidity = 3;
const hour = 3_600_000;
/** An hour's light is the mean of so many instants. */
const instants = 6;

/**
 * A year of hours under a sky without clouds, as weather: for places without a file, and to see what
 * the sun's path alone makes.
 *
 * Light by Ineichen and Perez at the place's standard pressure, or by Haurwitz, the mean of six
 * instants in each hour; air and wind stay the same all year.
 *
 * @param place latitude and longitude, deg; altitude, m; zone of the months, h
 * @param options model, turbidity, air, wind, year
 * @returns hours in the place's standard time
 * @throws RangeError for a place that is not on earth, and a turbidity that is none
 * @example clearSkyYear({ latitude: 25.8, longitude: -80.3, altitude: 2, timeZone: -5 }).ghi.length // 8760
 */
export function clearSkyYear(place: Place, options: ClearSkyOptions = {}): Weather {
  const { airTemperature = 20, windSpeed = 1, year = 1990 } = options;
  const first = Date.UTC(year, 0, 1) - place.timeZone * hour;
  const hours = (Date.UTC(year + 1, 0, 1) - Date.UTC(year, 0, 1)) / hour;
  const start = Float64Array.from({ length: hours }, (_, i) => first + i * hour);
  const [ghi, dni, dhi] = [0, 1, 2].map(() => new Float64Array(hours)) as [
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  for (let k = 0; k < instants; k++) {
    const time = start.map((t) => t + ((k + 0.5) / instants) * hour);
    const light = options.model === 'haurwitz' ? haurwitzLight : ineichenLight;
    const at = light(time, place, options);
    for (let i = 0; i < hours; i++) {
      ghi[i] = ghi[i]! + at.ghi[i]! / instants;
      dni[i] = dni[i]! + at.dni[i]! / instants;
      dhi[i] = dhi[i]! + at.dhi[i]! / instants;
    }
  }
  const middle = start.map((t) => t + hour / 2);
  const local = place.timeZone * hour;
  return {
    name: place.name ?? 'clear sky',
    format: 'clear-sky',
    place,
    interval: 3600,
    start,
    middle,
    month: Uint8Array.from(middle, (t) => new Date(t + local).getUTCMonth() + 1),
    ghi,
    dni,
    dhi,
    airTemperature: new Float64Array(hours).fill(airTemperature),
    windSpeed: new Float64Array(hours).fill(windSpeed),
    sky: {
      ...(options.model === 'haurwitz'
        ? { model: 'haurwitz', decomposition: options.decomposition ?? 'erbs' }
        : { model: 'ineichen', linke_turbidity: options.linkeTurbidity ?? usualTurbidity }),
      air_temperature_C: airTemperature,
      wind_speed_m_s: windSpeed,
    },
    notes: [],
  };
}

/** Light of instants an hour apart, from the first of January on in standard time, W/m2. */
type SkyLight = (
  time: Float64Array,
  place: Place,
  options: ClearSkyOptions,
) => Pick<Weather, 'ghi' | 'dni' | 'dhi'>;

const ineichenLight: SkyLight = (time, place, { linkeTurbidity = usualTurbidity }) => {
  const { apparentZenith } = sunPosition(time, place);
  const turbidity = turbidityByDay(linkeTurbidity, time.length / 24);
  const ratio = pressureOfAltitude(place.altitude) / standardPressure;
  const dark = () => new Float64Array(time.length);
  const out = { ghi: dark(), dni: dark(), dhi: dark() };
  for (let i = 0; i < time.length; i++) {
    const zenith = apparentZenith[i]!;
    if (!(zenith < 90)) continue;
    const outside = extraterrestrial(dayOfYear(time[i]!));
    const airmass = relativeAirmass(zenith) * ratio;
    const linke = turbidity[Math.floor(i / 24)]!;
    const light = ineichen(zenith, airmass, linke, place.altitude, outside);
    out.ghi[i] = light.ghi;
    out.dni[i] = light.dni;
    out.dhi[i] = light.dhi;
  }
  return out;
};

const haurwitzLight: SkyLight = (time, place, { decomposition = 'erbs' }) => {
  const { zenith, apparentZenith } = sunPosition(time, place);
  const ghi = apparentZenith.map(haurwitz);
  return { ghi, ...splitLight(decomposition, { ghi, zenith, time }, place.altitude) };
};
