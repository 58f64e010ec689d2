import { type Horizon, openShare, type SkyWeight } from './horizon.ts';
import { cosIncidence } from './incidence.ts';
import type { Rows } from './mounting.ts';
import { groundToSky, rowToGround, rowToSky } from './rowView.ts';

/** What one side of a row sees, and what the ground between rows sees. */
export interface RowView {
  readonly sky: number;
  readonly ground: number;
  readonly groundToSky: number;
}

/** The sun and the sky for `rowLight`. */
export interface RowSky {
  /** Apparent zenith and azimuth of the sun, deg. */
  readonly zenith: number;
  readonly azimuth: number;
  readonly ghi: number;
  /** Diffuse light without, and direct light with, what comes from around the sun. */
  readonly diffuse: number;
  readonly direct: number;
  readonly albedo: number;
}

const radian = Math.PI / 180;
/** With the sun lower than this in the plane across the rows, deg, no beam reaches the ground. */
const lowestBeam = 85;

/**
 * Shadow of a row, in pitches along the plane of the row: from 1 on it reaches the next row.
 *
 * @param across tangent of the light's angle from the vertical, in the plane across the rows, toward
 *   the side
 */
const shadowOf = (sinT: number, cosT: number, groundCover: number, across: number) =>
  groundCover * (cosT + sinT * across);

/** Share of the width that the row before shades from light at this angle of incidence. */
const shadedBy = (shadow: number, cosine: number) =>
  shadow > 1 ? (cosine > 0 ? 1 - 1 / shadow : 1) : 0;

/** Share of the ground between rows that light reaches. */
const litGround = (shadow: number) => 1 - Math.min(1, Math.abs(shadow));

/** Sine and cosine of a tilt in deg. */
const sineAndCosine = (tilt: number) => [Math.sin(radian * tilt), Math.cos(radian * tilt)] as const;

/**
 * What a side of a row makes of a direction of the sky, mean over its width: the cosine of the angle
 * of incidence, on what is not shaded.
 *
 * @param tilt of the side, deg
 * @param groundCover width of the modules over the distance of the rows
 */
export function rowSees(tilt: number, groundCover: number): SkyWeight {
  const [sinT, cosT] = sineAndCosine(tilt);
  return (sine, cosine, toward) => {
    const onRow = cosT * sine + sinT * cosine * toward;
    if (!(onRow > 0)) return 0;
    return (
      onRow * (1 - shadedBy(shadowOf(sinT, cosT, groundCover, (toward * cosine) / sine), onRow))
    );
  };
}

/** What the ground between rows makes of a direction of the sky, mean over the pitch. */
function groundSees(tilt: number, groundCover: number): SkyWeight {
  const [sinT, cosT] = sineAndCosine(tilt);
  return (sine, cosine, toward) =>
    sine * litGround(shadowOf(sinT, cosT, groundCover, (toward * cosine) / sine));
}

/**
 * View factors of a side of endless rows.
 *
 * @param tilt of the side, deg: above 90 for a rear side
 * @param rows geometry
 * @param azimuth of the side, deg; counts with a horizon
 * @param horizon what it hides of the sky is taken from both views of the sky
 */
export function rowView(
  tilt: number,
  { groundCover, height, pitch }: Rows,
  azimuth = 0,
  horizon?: Horizon,
): RowView {
  const front = Math.min(tilt, 180 - tilt);
  const open = (weight: SkyWeight) =>
    horizon === undefined ? 1 : openShare(horizon, azimuth, weight);
  return {
    sky: rowToSky(tilt, groundCover) * open(rowSees(tilt, groundCover)),
    ground: rowToGround(tilt, groundCover),
    groundToSky:
      groundToSky(front, groundCover, height / pitch) * open(groundSees(tilt, groundCover)),
  };
}

/**
 * Light on one side of endless rows: beam on the part that the row before does not shade, sky and
 * ground by view factors, the ground partly in shade.
 *
 * @param tilt,azimuth of the side, deg
 * @param groundCover width of the modules over the distance of the rows
 * @param view of the side
 * @param sky sun and light
 * @param out direct, sky and ground light, mean over the width, W/m2, at 0, 1 and 2
 * @see M. Mikofski et al., 46th IEEE PVSC (2019), doi:10.1109/PVSC40753.2019.8980572
 */
export function rowLight(
  tilt: number,
  azimuth: number,
  groundCover: number,
  view: RowView,
  sky: RowSky,
  out: Float64Array,
): void {
  const across = Math.cos(radian * (sky.azimuth - azimuth)) * Math.tan(radian * sky.zenith);
  const [sinT, cosT] = sineAndCosine(tilt);
  const shadow = shadowOf(sinT, cosT, groundCover, across);
  const isLow = Math.abs(Math.atan(across)) > radian * lowestBeam;
  const lit = isLow ? 0 : litGround(shadow);
  const cosine = cosIncidence(tilt, azimuth, sky.zenith, sky.azimuth);
  const onGround = lit * (sky.ghi - sky.diffuse) + view.groundToSky * sky.diffuse;
  out[0] = Math.max(sky.direct * cosine, 0) * (1 - shadedBy(shadow, cosine));
  out[1] = sky.diffuse * view.sky;
  out[2] = sky.albedo * onGround * view.ground;
}
