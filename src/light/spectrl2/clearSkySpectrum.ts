import { relativeAirmass } from '../airmass.ts';
import {
  mixedGasAbsorption,
  ozoneAbsorption,
  sunOutside,
  waterAbsorption,
  wavelengths,
} from './coefficients.ts';

/** A cloudless sky, the sun in it and a plane beneath it. */
export interface ClearSky {
  /** Angle of the sun from the vertical, with refraction, deg; below 90. */
  readonly zenith: number;
  /** Angle between the sun and the plane's normal, deg; of a level plane when left out. */
  readonly incidence?: number;
  /** Of the plane from the level, deg; 0 when left out. */
  readonly tilt?: number;
  /** Path of the light relative to the vertical one; from the zenith (Kasten, Young 1989). */
  readonly airmass?: number;
  /** Precipitable water, cm; 1.42 (as ASTM G173) when left out. */
  readonly water?: number;
  /** Ozone, atm cm; 0.344 (as ASTM G173) when left out. */
  readonly ozone?: number;
  /** Optical depth of aerosol at 500 nm; 0.084 (as ASTM G173) when left out. */
  readonly turbidity?: number;
  /** At the ground, Pa; 101,300 when left out. */
  readonly pressure?: number;
  /** Of the ground, 0 to 1; 0.2 when left out. */
  readonly albedo?: number;
  /** Extraterrestrial light relative to that at the mean distance of the sun; 1 when left out. */
  readonly distanceFactor?: number;
  /** Angstrom's exponent of the aerosol; 1.14 (rural) when left out. */
  readonly angstromExponent?: number;
  /** Single scattering albedo of the aerosol at 400 nm; 0.945 (rural) when left out. */
  readonly scatteringAlbedo?: number;
  /** How that falls with the logarithm of wavelength squared; 0.095 (rural) when left out. */
  readonly scatteringVariation?: number;
  /** Mean cosine of the angle that aerosol scatters at; 0.65 (rural) when left out. */
  readonly asymmetry?: number;
}

/** Spectral irradiance by way of the light, W m^-2 nm^-1 at each of 122 wavelengths. */
export interface ClearSkyLight {
  /** nm, 300 to 4000; 5 to 100 apart. Shared: not to be written. */
  readonly wavelength: Float64Array;
  /** Outside the air, on a plane that faces the sun. */
  readonly extraterrestrial: Float64Array;
  /** From the sun's disc, on a plane that faces it. */
  readonly beam: Float64Array;
  /** From the whole sky, on a level plane. */
  readonly diffuse: Float64Array;
  /** From the sun's disc, on the plane. */
  readonly planeBeam: Float64Array;
  /** From the sky, on the plane. */
  readonly planeSky: Float64Array;
  /** From the ground, on the plane. */
  readonly planeGround: Float64Array;
  /** On the plane, in all. */
  readonly planeGlobal: Float64Array;
}

const count = wavelengths.length;
const radian = Math.PI / 180;
/** Pressure that the model's airmass is relative to, Pa; not that of the standard atmosphere. */
const modelPressure = 101_300;
/** Airmass at which the sky reflects the ground's light (primed quantities of the report). */
const skyAirmass = 1.8;

/** Rayleigh optical depth at the sea, eq. 2-4 with 1.3366 as in spectrl2_2.c (1.335 in print). */
const rayleighDepth = wavelengths.map((nm) => {
  const square = (nm / 1000) ** 2;
  return 1 / (square * square * (115.6406 - 1.3366 / square));
});
/** Correction of scattered light in the ultraviolet and blue, eq. 3-17. */
const blueCorrection = wavelengths.map((nm) => (nm <= 450 ? ((nm + 550) / 1000) ** 1.8 : 1));
const logWavelength500 = wavelengths.map((nm) => Math.log(nm / 500));
const squaredLog400 = wavelengths.map((nm) => Math.log(nm / 400) ** 2);

/** An empty result, for those who call often and want no new arrays each time. */
export function emptyClearSkyLight(): ClearSkyLight {
  const empty = () => new Float64Array(count);
  return {
    wavelength: wavelengths,
    extraterrestrial: empty(),
    beam: empty(),
    diffuse: empty(),
    planeBeam: empty(),
    planeSky: empty(),
    planeGround: empty(),
    planeGlobal: empty(),
  };
}

/**
 * Light of a cloudless sky by wavelength: SPECTRL2, the simple spectral model of Bird and Riordan.
 * Where report, its appendix and NREL's program spectrl2_2.c differ, the program is followed, as
 * pvlib does; diffuse light of a tilted plane is that of Hay and Davies.
 *
 * An hour of weather is met so: take the spectrum at the hour's sun and water, read a factor of
 * spectral mismatch from its shape (`spectralMismatch`), and take the level from the measured
 * irradiance. A year of daylight hours takes about a quarter of a second when `into` is given again.
 *
 * @param sky sun, air and plane; only `zenith` must be given
 * @param into arrays of an earlier call, to be overwritten; new ones when left out
 * @returns `into`
 * @throws RangeError for the sun at or below the horizon, or a value that no sky has
 * @see R. Bird, C. Riordan, J. Clim. Appl. Meteorol. 25, 87 (1986),
 *   doi:10.1175/1520-0450(1986)025<0087:SSSMFD>2.0.CO;2; SERI/TR-215-2436, doi:10.2172/5986936
 * @example clearSkySpectrum({ zenith: 48.19, incidence: 11.19, tilt: 37 }).planeGlobal
 */
export function clearSkySpectrum(
  sky: ClearSky,
  into: ClearSkyLight = emptyClearSkyLight(),
): ClearSkyLight {
  const { zenith, tilt = 0, incidence = zenith, airmass = relativeAirmass(zenith) } = sky;
  const { water = 1.42, ozone = 0.344, turbidity = 0.084, albedo = 0.2 } = sky;
  const { pressure = modelPressure, distanceFactor = 1, angstromExponent = 1.14 } = sky;
  const { scatteringAlbedo = 0.945, scatteringVariation = 0.095, asymmetry = 0.65 } = sky;
  check(zenith >= 0 && zenith < 90, 'zenith', zenith, '0 to below 90 deg');
  check(tilt >= 0 && tilt <= 180, 'tilt', tilt, '0 to 180 deg');
  check(incidence >= 0 && incidence <= 180, 'incidence', incidence, '0 to 180 deg');
  check(airmass > 0 && airmass < 100, 'airmass', airmass, 'above 0');
  check(water >= 0 && water <= 20, 'water', water, '0 to 20 cm');
  check(ozone >= 0 && ozone <= 2, 'ozone', ozone, '0 to 2 atm cm');
  check(turbidity >= 0 && turbidity <= 10, 'turbidity', turbidity, '0 to 10');
  check(pressure > 0 && pressure <= 120_000, 'pressure', pressure, 'above 0 to 120000 Pa');
  check(albedo >= 0 && albedo <= 1, 'albedo', albedo, '0 to 1');
  check(distanceFactor > 0, 'distanceFactor', distanceFactor, 'above 0');
  check(Number.isFinite(angstromExponent), 'angstromExponent', angstromExponent, 'a number');
  check(
    scatteringAlbedo > 0 && scatteringAlbedo <= 1,
    'scatteringAlbedo',
    scatteringAlbedo,
    '0 to 1',
  );
  check(
    Number.isFinite(scatteringVariation),
    'scatteringVariation',
    scatteringVariation,
    'a number',
  );
  check(asymmetry >= 0 && asymmetry < 1, 'asymmetry', asymmetry, '0 to below 1');

  const cosZenith = Math.cos(radian * zenith);
  const gasAirmass = (airmass * pressure) / modelPressure;
  const skyGasAirmass = (skyAirmass * pressure) / modelPressure;
  // Ozone lies about 22 km high, eq. 2-10.
  const ozoneHeight = 22 / 6370;
  const ozonePath = (ozone * (1 + ozoneHeight)) / Math.sqrt(cosZenith ** 2 + 2 * ozoneHeight);
  const waterPath = water * airmass;
  const skyWaterPath = water * skyAirmass;
  // Share of the aerosol's scattered light that goes on downwards, eq. 3-11 to 3-15.
  const log = Math.log(1 - asymmetry);
  const forward = log * (1.459 + log * (0.1595 + log * 0.4129));
  const backward = log * (0.0783 + log * (-0.3824 - log * 0.5874));
  const down = 1 - 0.5 * Math.exp((forward + backward * cosZenith) * cosZenith);
  const skyDown = 1 - 0.5 * Math.exp((forward + backward / skyAirmass) / skyAirmass);

  // A sun behind the plane gives it no beam; near the horizon the ratio is bound, as in pvlib.
  const cosIncidence = Math.max(Math.cos(radian * incidence), 0);
  const projection = cosIncidence / Math.max(cosZenith, 0.01745);
  const skyShare = (1 + Math.cos(radian * tilt)) / 2;
  const groundShare = (albedo * (1 - Math.cos(radian * tilt))) / 2;

  const { extraterrestrial, beam, diffuse, planeBeam, planeSky, planeGround, planeGlobal } = into;
  for (let i = 0; i < count; i++) {
    const outside = sunOutside[i] * distanceFactor;
    const gasDepth = rayleighDepth[i] * gasAirmass;
    const rayleigh = Math.exp(-gasDepth);
    const aerosolDepth = turbidity * Math.exp(-angstromExponent * logWavelength500[i]);
    const single = scatteringAlbedo * Math.exp(-scatteringVariation * squaredLog400[i]);
    const scattered = Math.exp(-single * aerosolDepth * airmass);
    const absorbed = Math.exp(-(1 - single) * aerosolDepth * airmass);
    // Half the wavelengths know no water, most no mixed gas: their exponentials are spared.
    const mixed = mixedGasAbsorption[i];
    const vapour = waterAbsorption[i];
    let gases = ozoneAbsorption[i] > 0 ? Math.exp(-ozoneAbsorption[i] * ozonePath) : 1;
    let skyGases = 1;
    if (vapour > 0) {
      gases *= waterTransmittance(vapour * waterPath);
      skyGases *= waterTransmittance(vapour * skyWaterPath);
    }
    if (mixed > 0) {
      gases *= mixedTransmittance(mixed * gasAirmass);
      skyGases *= mixedTransmittance(mixed * skyGasAirmass);
    }

    const direct = outside * rayleigh * scattered * absorbed * gases;
    const reaching = outside * cosZenith * gases * absorbed;
    const fromAir = reaching * (1 - Math.exp(-0.95 * gasDepth)) * 0.5;
    const fromAerosol = reaching * Math.exp(-1.5 * gasDepth) * (1 - scattered) * down;
    // What the sky sends back of the ground's light; mixed gas in eq. 3-8, as in spectrl2_2.c
    // (ozone in print).
    const skyRayleigh = Math.exp(-rayleighDepth[i] * skyGasAirmass);
    const skyScattered = Math.exp(-single * aerosolDepth * skyAirmass);
    const skyAbsorbed = Math.exp(-(1 - single) * aerosolDepth * skyAirmass);
    const skyReflectance =
      skyGases *
      skyAbsorbed *
      (0.5 * (1 - skyRayleigh) + (1 - skyDown) * skyRayleigh * (1 - skyScattered));
    const rounds = (skyReflectance * albedo) / (1 - skyReflectance * albedo);
    const fromGround = (direct * cosZenith + fromAir + fromAerosol) * rounds;
    const hemisphere = (fromAir + fromAerosol + fromGround) * blueCorrection[i];

    // Hay and Davies: part of the sky's light comes from around the sun.
    const around = direct / outside;
    extraterrestrial[i] = outside;
    beam[i] = direct;
    diffuse[i] = hemisphere;
    planeBeam[i] = direct * cosIncidence;
    planeSky[i] = hemisphere * (around * projection + (1 - around) * skyShare);
    planeGround[i] = (direct * cosZenith + hemisphere) * groundShare;
    planeGlobal[i] = planeBeam[i] + planeSky[i] + planeGround[i];
  }
  return into;
}

/** Eq. 2-8. */
function waterTransmittance(path: number): number {
  return Math.exp((-0.2385 * path) / (1 + 20.07 * path) ** 0.45);
}

/** Eq. 2-11 with 118.3 as in spectrl2_2.c (118.93 in print). */
function mixedTransmittance(path: number): number {
  return Math.exp((-1.41 * path) / (1 + 118.3 * path) ** 0.45);
}

function check(holds: boolean, name: string, value: number, allowed: string): void {
  if (!holds) throw new RangeError(`clear sky: ${name} ${value} is outside ${allowed}`);
}
