import { pressureOfAltitude } from '../../light/airmass.ts';
import type { SpectralResponse } from '../../light/spectralMismatch.ts';
import { clearSkySpectrum, emptyClearSkyLight } from '../../light/spectrl2/clearSkySpectrum.ts';
import type { PlaneLight } from '../plane/planeOfArray.ts';
import { precipitableWater, relativeHumidity } from '../sky/precipitableWater.ts';
import type { Weather } from '../weather/weather.ts';

/** With the sun lower than this, deg from the vertical, shapes are not told: too long a way. */
const lowestSun = 87;
/** Of air that the weather says nothing of, cm: that of ASTM G173. */
const usualWater = 1.42;
const usualAlbedo = 0.2;
/** Mean distance of the sun: the light's level does not count. */
const solarConstant = 1366.1;
/** Sun and plane of ASTM G173, whose air is the model's own default. */
const standardSky = { zenith: 48.19, incidence: 11.19, tilt: 37 };

/**
 * What the shape of each hour's spectrum makes of the current of cells: over that in as much light
 * of AM1.5G. The shape is that of a cloudless sky on the plane, at the hour's sun, water and pressure;
 * clouds change it less than the sun's height does, and are not counted.
 *
 * The standard is taken as the model itself gives it under the standard's sky: against the table of
 * ASTM G173, made by another model, silicon's current is 0.6 % lower there, and a heterojunction's
 * 0.2 % lower still, which has nothing to do with the weather.
 *
 * @param light on the plane
 * @param weather of the same hours; precipitable water from its humidity or dew point where it has
 *   none of its own
 * @param responses of the cells
 * @returns a factor for each hour, for each cell; 1 with the sun low or down
 * @see IEC 60904-7:2019 for the mismatch; R. Bird, C. Riordan, J. Clim. Appl. Meteorol. 25, 87
 *   (1986), doi:10.1175/1520-0450(1986)025<0087:SSSMFD>2.0.CO;2 for the sky
 */
export function spectralFactors(
  light: PlaneLight,
  weather: Weather,
  responses: readonly SpectralResponse[],
): Float64Array[] {
  const factors = responses.map(() => new Float64Array(light.front.length).fill(1));
  const sky = emptyClearSkyLight();
  const { wavelength, planeGlobal } = sky;
  const all = weightsOf(wavelength, undefined);
  const weights = responses.map((response) => weightsOf(wavelength, response));
  const perWatt = (weight: Float64Array) => dot(weight, planeGlobal) / dot(all, planeGlobal);
  clearSkySpectrum(standardSky, sky);
  const inStandard = weights.map(perWatt);
  const water = waterOf(weather);
  const pressure = pressureOfAltitude(weather.place.altitude);
  for (let i = 0; i < light.front.length; i++) {
    const zenith = light.apparentZenith[i]!;
    if (!(light.front[i]! > 0 && zenith < lowestSun)) continue;
    const angles = { zenith, incidence: light.incidence[i]!, tilt: light.tilt[i]! };
    const distanceFactor = light.extraterrestrial[i]! / solarConstant;
    const albedo = weather.albedo?.[i] ?? usualAlbedo;
    clearSkySpectrum(
      {
        ...angles,
        water: water(i),
        pressure: weather.pressure?.[i] ?? pressure,
        distanceFactor,
        albedo,
      },
      sky,
    );
    weights.forEach((weight, c) => {
      factors[c]![i] = perWatt(weight) / inStandard[c]!;
    });
  }
  return factors;
}

/** Water above the place in each hour, cm. */
function waterOf(weather: Weather): (hour: number) => number {
  const { precipitableWater: known, relativeHumidity: humid, dewPoint, airTemperature } = weather;
  if (known) return (i) => known[i]!;
  if (humid) return (i) => precipitableWater(airTemperature[i]!, humid[i]!);
  if (!dewPoint) return () => usualWater;
  return (i) =>
    precipitableWater(airTemperature[i]!, relativeHumidity(airTemperature[i]!, dewPoint[i]!));
}

/** Weights of the trapezoid rule, times a response where there is one. */
function weightsOf(wavelength: Float64Array, response: SpectralResponse | undefined): Float64Array {
  const last = wavelength.length - 1;
  return wavelength.map((at, i) => {
    const width = (wavelength[Math.min(i + 1, last)]! - wavelength[Math.max(i - 1, 0)]!) / 2;
    return width * (response === undefined ? 1 : responseAt(response, at));
  });
}

function responseAt({ wavelength, response }: SpectralResponse, at: number): number {
  const last = wavelength.length - 1;
  if (at < wavelength[0]! || at > wavelength[last]!) return 0;
  let next = 1;
  while (next < last && wavelength[next]! < at) next++;
  const share = (at - wavelength[next - 1]!) / (wavelength[next]! - wavelength[next - 1]!);
  return response[next - 1]! + share * (response[next]! - response[next - 1]!);
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}
