import { pressureOfAltitude, relativeAirmass, standardPressure } from '../../light/airmass.ts';
import { dayOfYear, extraterrestrial } from '../sun/extraterrestrial.ts';
import { sunPosition } from '../sun/sunPosition.ts';
import type { Place, Weather } from '../weather/weather.ts';
import { ineichen } from './clearSky.ts';

/** The air of a year without clouds. */
export interface ClearSkyOptions {
  /** Turbidity of the air after Linke; 3 (clean and warm) when left out. */
  readonly linkeTurbidity?: number;
  /** degC, all year; 20 when left out. */
  readonly airTemperature?: number;
  /** m/s, all year; 1 when left out. */
  readonly windSpeed?: number;
  /** 1990 when left out, as for typical years. */
  readonly year?: number;
}

const hour = 3_600_000;
/** An hour's light is the mean of so many instants. */
const instants = 6;

/**
 * A year of hours under a sky without clouds, as weather: for places without a file, and to see what
 * the sun's path alone makes.
 *
 * Light by Ineichen and Perez at the place's standard pressure, the mean of six instants in each
 * hour; air and wind stay the same all year.
 *
 * @param place latitude and longitude, deg; altitude, m; zone of the months, h
 * @param options turbidity, air, wind, year
 * @returns hours in the place's standard time
 * @throws RangeError for a place that is not on earth
 * @example clearSkyYear({ latitude: 25.8, longitude: -80.3, altitude: 2, timeZone: -5 }).ghi.length // 8760
 */
export function clearSkyYear(place: Place, options: ClearSkyOptions = {}): Weather {
  const { linkeTurbidity = 3, airTemperature = 20, windSpeed = 1, year = 1990 } = options;
  const first = Date.UTC(year, 0, 1) - place.timeZone * hour;
  const hours = (Date.UTC(year + 1, 0, 1) - Date.UTC(year, 0, 1)) / hour;
  const start = Float64Array.from({ length: hours }, (_, i) => first + i * hour);
  const ratio = pressureOfAltitude(place.altitude) / standardPressure;
  const [ghi, dni, dhi] = [0, 1, 2].map(() => new Float64Array(hours)) as [
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  for (let k = 0; k < instants; k++) {
    const time = start.map((t) => t + ((k + 0.5) / instants) * hour);
    const { apparentZenith } = sunPosition(time, place);
    for (let i = 0; i < hours; i++) {
      const zenith = apparentZenith[i]!;
      if (!(zenith < 90)) continue;
      const outside = extraterrestrial(dayOfYear(time[i]!));
      const airmass = relativeAirmass(zenith) * ratio;
      const light = ineichen(zenith, airmass, linkeTurbidity, place.altitude, outside);
      ghi[i] = ghi[i]! + light.ghi / instants;
      dni[i] = dni[i]! + light.dni / instants;
      dhi[i] = dhi[i]! + light.dhi / instants;
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
    notes: [],
  };
}
