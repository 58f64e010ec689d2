import { relativeAirmass } from '../../light/airmass.ts';
import { dayOfYear, extraterrestrial } from '../sun/extraterrestrial.ts';
import { sunlitMiddle } from '../sun/sunlit.ts';
import { type SunOptions, type SunPlace, sunPosition } from '../sun/sunPosition.ts';
import { type Horizon, horizonAt } from './horizon.ts';
import { cosIncidenceOf } from './incidence.ts';
import { checkMounting, type Mounting, type Rows, restingTilt } from './mounting.ts';
import { rowLight } from './rowLight.ts';
import { beamAndRest, type SkyModel, skyLight } from './skyLight.ts';
import { openShares, viewsOfRows } from './skyViews.ts';
import { trackerPlane, trackerRotation } from './tracker.ts';

/** Light of the sky over time, as `Weather` holds it; one entry an interval. */
export interface SkyHours {
  readonly place: SunPlace;
  /** Length of an interval, s. */
  readonly interval: number;
  /** Middle of each interval, Unix time, ms. */
  readonly middle: Float64Array;
  /** Global horizontal, W/m2. */
  readonly ghi: Float64Array;
  /** Direct normal, W/m2. */
  readonly dni: Float64Array;
  /** Diffuse horizontal, W/m2. */
  readonly dhi: Float64Array;
  /** Share of light that the ground reflects, 0 to 1. */
  readonly albedo?: Float64Array;
}

/** Where the sun is put in an interval. */
export const sunRules = ['sunlit', 'mid-interval'] as const;

/** Name of a rule. */
export type SunRule = (typeof sunRules)[number];

/** Choices of `planeOfArray`. */
export interface PlaneOptions {
  readonly sky?: SkyModel;
  /**
   * `sunlit` puts the sun in the middle of the part of the interval in which it is up, and takes no
   * beam from a sun below the horizon; `mid-interval` always in the middle, and then keeps beam,
   * ground and (but for Perez) sky light as pvlib does.
   */
  readonly sun?: SunRule;
  /** Goes before the weather's own; 0.2 where that has none. */
  readonly albedo?: number;
  /** For light on the rear side, and on the front with `rowShading`. */
  readonly rows?: Rows;
  /** Whether the row before takes light from the front. */
  readonly rowShading?: boolean;
  /**
   * Takes the beam and the light around the sun while the sun stands behind it, from modules and from
   * the ground, and its part of the rest of the sky; what hides the sky is taken as black.
   */
  readonly horizon?: Horizon;
  /** Air and clock of the sun's position. */
  readonly air?: SunOptions;
}

/** Light on a plane, one entry an interval; light in W/m2, angles in deg. */
export interface PlaneLight {
  /** Instant of the sun, Unix time, ms. */
  readonly time: Float64Array;
  readonly zenith: Float64Array;
  /** With refraction. */
  readonly apparentZenith: Float64Array;
  readonly sunAzimuth: Float64Array;
  readonly extraterrestrial: Float64Array;
  /** Relative; NaN with the sun down. */
  readonly airmass: Float64Array;
  /** Of the plane; NaN where a tracker rests. */
  readonly tilt: Float64Array;
  readonly azimuth: Float64Array;
  readonly incidence: Float64Array;
  readonly beam: Float64Array;
  readonly isotropic: Float64Array;
  readonly circumsolar: Float64Array;
  readonly horizon: Float64Array;
  readonly ground: Float64Array;
  /** Sum of the five parts. */
  readonly front: Float64Array;
  /** On the rear side; all 0 without rows. */
  readonly rear: Float64Array;
  /** Of it, from the sun and around it, and from the ground; the rest is the sky's. */
  readonly rearBeam: Float64Array;
  readonly rearGround: Float64Array;
}

/** Reflectance of ground that nothing is known of: grass and soil. */
const usualAlbedo = 0.2;
const radian = Math.PI / 180;

/**
 * Light on tilted or tracking modules, part by part.
 *
 * @param hours light of the sky over time
 * @param mounting how the modules are held
 * @param options models; the sunlit rule and Perez' sky when left out
 * @returns parts for each interval
 * @throws RangeError for a mounting that cannot stand or a place that is not on earth
 * @example planeOfArray(weather, { kind: 'fixed', tilt: 30, azimuth: 180 }).front
 */
export function planeOfArray(
  hours: SkyHours,
  mounting: Mounting,
  options: PlaneOptions = {},
): PlaneLight {
  const { sky = 'perez', sun = 'sunlit', rows, rowShading = false, horizon, air = {} } = options;
  checkMounting(mounting, rows);
  const { middle, place, ghi, dni, dhi } = hours;
  const n = middle.length;
  const time = sun === 'sunlit' ? sunlitMiddle(middle, hours.interval, place, air) : middle;
  const position = sunPosition(time, place, air);
  const column = () => new Float64Array(n);
  const light = {
    time,
    zenith: position.zenith,
    apparentZenith: position.apparentZenith,
    sunAzimuth: position.azimuth,
    extraterrestrial: extraterrestrialOf(middle),
    airmass: position.apparentZenith.map(relativeAirmass),
    tilt: column(),
    azimuth: column(),
    incidence: column(),
    beam: column(),
    isotropic: column(),
    circumsolar: column(),
    horizon: column(),
    ground: column(),
    front: column(),
    rear: column(),
    rearBeam: column(),
    rearGround: column(),
  };
  const plane = new Float64Array(2);
  const parts = new Float64Array(3);
  const split = new Float64Array(2);
  // The hour's sky and what is around it: one object for all hours.
  const now = { dni: 0, dhi: 0, extraterrestrial: 0, zenith: 0, airmass: 0 };
  const shade = { ghi: 0, albedo: 0, zenith: 0, azimuth: 0, diffuse: 0, direct: 0 };
  // Cosine and sine of the tilt; of fixed modules the same for all hours.
  let [sameTilt, cosTilt, sinTilt] = [Number.NaN, 0, 0];
  const views = rows && viewsOfRows(rows, horizon);
  const open = horizon && openShares(horizon);
  for (let i = 0; i < n; i++) {
    const zenith = light.apparentZenith[i]!;
    const sunAzimuth = light.sunAzimuth[i]!;
    const isDown = !(zenith <= 90);
    const isKnown = facing(mounting, zenith, sunAzimuth, plane);
    const tilt = plane[0]!;
    const azimuth = plane[1]!;
    if (tilt !== sameTilt) {
      sameTilt = tilt;
      cosTilt = Math.cos(radian * tilt);
      sinTilt = Math.sin(radian * tilt);
    }
    const cosZenith = Math.cos(radian * zenith);
    const cosine = cosIncidenceOf(
      cosTilt,
      sinTilt,
      cosZenith,
      Math.sin(radian * zenith),
      Math.cos(radian * (sunAzimuth - azimuth)),
    );
    light.tilt[i] = isKnown ? tilt : Number.NaN;
    light.azimuth[i] = isKnown ? azimuth : Number.NaN;
    light.incidence[i] = isKnown ? Math.acos(cosine) / radian : Number.NaN;
    if (!(ghi[i]! > 0 || dni[i]! > 0 || dhi[i]! > 0)) continue;
    if (!isKnown && sun === 'mid-interval') continue;
    const albedo = options.albedo ?? hours.albedo?.[i] ?? usualAlbedo;
    const isHidden = horizon !== undefined && 90 - zenith < horizonAt(horizon, sunAzimuth);
    // The sky is as it is, whatever hides its sun.
    now.dni = isDown && sun === 'sunlit' ? 0 : dni[i]!;
    const beam = isHidden ? 0 : now.dni;
    now.dhi = dhi[i]!;
    now.extraterrestrial = light.extraterrestrial[i]!;
    now.zenith = zenith;
    now.airmass = light.airmass[i]!;
    const model = isDown && sun === 'sunlit' ? 'isotropic' : sky;
    if (rows !== undefined) {
      beamAndRest(model, now, split);
      shade.ghi = isHidden ? split[0]! : ghi[i]!;
      shade.albedo = albedo;
      shade.zenith = zenith;
      shade.azimuth = sunAzimuth;
      shade.diffuse = split[0]!;
      shade.direct = isHidden ? 0 : split[1]!;
    }
    if (rows !== undefined && rowShading) {
      rowLight(tilt, azimuth, rows.groundCover, views!(tilt, azimuth), shade, parts);
      const ofBeam = split[1]! > 0 ? beam / split[1]! : 0;
      light.beam[i] = parts[0]! * ofBeam;
      light.circumsolar[i] = parts[0]! * (1 - ofBeam);
      light.isotropic[i] = parts[1]!;
      light.ground[i] = parts[2]!;
    } else {
      skyLight(model, now, cosTilt, sinTilt, cosZenith, cosine, parts);
      light.beam[i] = Math.max(beam * cosine, 0);
      light.isotropic[i] = parts[0]!;
      light.circumsolar[i] = parts[1]!;
      light.horizon[i] = parts[2]!;
      light.ground[i] = ghi[i]! * albedo * 0.5 * (1 - cosTilt);
      if (open !== undefined) {
        const share = open(tilt, azimuth);
        light.isotropic[i] = light.isotropic[i]! * share.sky;
        light.horizon[i] = light.horizon[i]! * share.band;
        if (isHidden) light.circumsolar[i] = 0;
        const direct = isHidden ? 0 : Math.max(ghi[i]! - dhi[i]!, 0);
        const onGround = Math.min(ghi[i]!, direct + share.ground * dhi[i]!);
        light.ground[i] = onGround * albedo * 0.5 * (1 - cosTilt);
      }
    }
    light.front[i] =
      light.beam[i]! +
      (light.isotropic[i]! + light.circumsolar[i]! + light.horizon[i]!) +
      light.ground[i]!;
    if (rows !== undefined) {
      const behind = 180 - tilt;
      rowLight(
        behind,
        azimuth + 180,
        rows.groundCover,
        views!(behind, azimuth + 180),
        shade,
        parts,
      );
      light.rear[i] = parts[0]! + parts[1]! + parts[2]!;
      light.rearBeam[i] = parts[0]!;
      light.rearGround[i] = parts[2]!;
    }
  }
  return light;
}

/** Irradiance outside the air, by the day of each instant. */
function extraterrestrialOf(time: Float64Array): Float64Array {
  const out = new Float64Array(time.length);
  let [begin, value] = [Number.NaN, 0];
  for (let i = 0; i < time.length; i++) {
    const day = Math.floor(time[i]! / dayLength);
    if (day !== begin) {
      begin = day;
      value = extraterrestrial(dayOfYear(time[i]!));
    }
    out[i] = value;
  }
  return out;
}

/** ms. */
const dayLength = 86_400_000;

/**
 * Tilt and azimuth of the modules under a sun.
 *
 * @returns whether the sun decides: false for a tracker in the dark, which lies flat
 */
function facing(
  mounting: Mounting,
  zenith: number,
  sunAzimuth: number,
  out: Float64Array,
): boolean {
  out[0] = restingTilt(mounting);
  out[1] = mounting.kind === 'fixed' ? mounting.azimuth : 180;
  if (mounting.kind === 'fixed') return true;
  if (!(zenith <= 90)) return false;
  if (mounting.kind === 'dual-axis') {
    out[0] = zenith;
    out[1] = sunAzimuth;
  } else {
    trackerPlane(mounting, trackerRotation(mounting, zenith, sunAzimuth), out);
  }
  return true;
}
