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
 * View factors of a side of endless rows.
 *
 * @param tilt of the side, deg: above 90 for a rear side
 * @param rows geometry
 */
export function rowView(tilt: number, { groundCover, height, pitch }: Rows): RowView {
  const front = Math.min(tilt, 180 - tilt);
  return {
    sky: rowToSky(tilt, groundCover),
    ground: rowToGround(tilt, groundCover),
    groundToSky: groundToSky(front, groundCover, height / pitch),
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
  const [sinT, cosT] = [Math.sin(radian * tilt), Math.cos(radian * tilt)];
  const across = Math.cos(radian * (sky.azimuth - azimuth)) * Math.tan(radian * sky.zenith);
  const shadow = groundCover * (cosT + sinT * across);
  const isLow = Math.abs(Math.atan(across)) > radian * lowestBeam;
  const lit = isLow ? 0 : 1 - Math.min(1, Math.abs(shadow));
  const cosine = cosIncidence(tilt, azimuth, sky.zenith, sky.azimuth);
  const shaded = shadow > 1 ? (cosine > 0 ? 1 - 1 / shadow : 1) : 0;
  const onGround = lit * (sky.ghi - sky.diffuse) + view.groundToSky * sky.diffuse;
  out[0] = Math.max(sky.direct * cosine, 0) * (1 - shaded);
  out[1] = sky.diffuse * view.sky;
  out[2] = sky.albedo * onGround * view.ground;
}
