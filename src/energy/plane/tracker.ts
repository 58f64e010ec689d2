/** A single-axis tracker. */
export interface SingleAxis {
  /** Of the axis from the horizontal, deg. */
  readonly axisTilt: number;
  /** That the axis points to, clockwise from north, deg; 180 for north-south axes. */
  readonly axisAzimuth: number;
  /** Greatest rotation to either side, deg. */
  readonly maxAngle: number;
  /** Turns back in low sun, so that rows do not shade each other. */
  readonly backtrack: boolean;
  /** Width of the modules over the distance of the rows. */
  readonly groundCover: number;
  /** Slope of the ground across the axes, deg; right-handed about the axis, as the rotation. */
  readonly crossAxisTilt: number;
}

const radian = Math.PI / 180;

/**
 * Rotation of a single-axis tracker that faces the sun as well as it can.
 *
 * @param tracker its axis and limits
 * @param zenith apparent, of the sun, deg
 * @param azimuth of the sun, deg
 * @returns deg, right-handed about the axis (positive towards west with the axis to the south);
 *   NaN with the sun below the horizon
 * @see K. Anderson, M. Mikofski, Slope-Aware Backtracking for Single-Axis Trackers,
 *   NREL/TP-5K00-76626 (2020); W. Marion, A. Dobos, NREL/TP-6A20-58891 (2013)
 * @example
 * trackerRotation({ axisTilt: 0, axisAzimuth: 180, maxAngle: 60, backtrack: true,
 *   groundCover: 0.35, crossAxisTilt: 0 }, 45, 270) // 45
 */
export function trackerRotation(tracker: SingleAxis, zenith: number, azimuth: number): number {
  if (!(zenith <= 90)) return Number.NaN;
  const { maxAngle } = tracker;
  const ideal = projectedZenith(tracker, zenith, azimuth);
  let rotation = ideal;
  if (tracker.backtrack) {
    const distance = 1 / (tracker.groundCover * Math.cos(radian * tracker.crossAxisTilt));
    const reach = Math.abs(distance * Math.cos(radian * (ideal - tracker.crossAxisTilt)));
    if (reach < 1) rotation -= (Math.sign(ideal) * Math.acos(reach)) / radian;
  }
  return Math.min(maxAngle, Math.max(-maxAngle, rotation));
}

/** Angle of the sun from the vertical in the plane across the axis, deg. */
function projectedZenith(tracker: SingleAxis, zenith: number, azimuth: number): number {
  const [sinZ, cosZ] = [Math.sin(radian * zenith), Math.cos(radian * zenith)];
  const east = sinZ * Math.sin(radian * azimuth);
  const north = sinZ * Math.cos(radian * azimuth);
  const [sinA, cosA] = [
    Math.sin(radian * tracker.axisAzimuth),
    Math.cos(radian * tracker.axisAzimuth),
  ];
  const [sinT, cosT] = [Math.sin(radian * tracker.axisTilt), Math.cos(radian * tracker.axisTilt)];
  const across = east * cosA - north * sinA;
  const up = (east * sinA + north * cosA) * sinT + cosZ * cosT;
  return Math.atan2(across, up) / radian;
}

/**
 * Where a rotated tracker faces.
 *
 * @param tracker its axis
 * @param rotation deg
 * @param out tilt and azimuth of the plane, deg, at 0 and 1
 */
export function trackerPlane(
  { axisTilt, axisAzimuth }: SingleAxis,
  rotation: number,
  out: Float64Array,
): void {
  const [sinR, cosR] = [Math.sin(radian * rotation), Math.cos(radian * rotation)];
  const [sinT, cosT] = [Math.sin(radian * axisTilt), Math.cos(radian * axisTilt)];
  const [sinA, cosA] = [Math.sin(radian * axisAzimuth), Math.cos(radian * axisAzimuth)];
  // Normal of the plane: east and north.
  const east = sinA * sinT * cosR + cosA * sinR;
  const north = cosA * sinT * cosR - sinA * sinR;
  const tilt = Math.acos(cosR * cosT) / radian;
  const azimuth = tilt === 0 ? axisAzimuth - 90 : Math.atan2(east, north) / radian;
  out[0] = tilt;
  out[1] = ((azimuth % 360) + 360) % 360;
}
