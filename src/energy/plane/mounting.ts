import type { SingleAxis } from './tracker.ts';

/** Modules that do not move. */
export interface FixedMounting {
  readonly kind: 'fixed';
  /** From the horizontal, deg. */
  readonly tilt: number;
  /** That the modules face, clockwise from north, deg. */
  readonly azimuth: number;
}

/** Modules that turn about one axis. */
export interface SingleAxisMounting extends SingleAxis {
  readonly kind: 'single-axis';
}

/** Modules that face the sun. */
export interface DualAxisMounting {
  readonly kind: 'dual-axis';
}

/** How modules are held. */
export type Mounting = FixedMounting | SingleAxisMounting | DualAxisMounting;

/** Endless parallel rows of modules. */
export interface Rows {
  /** Width of the modules over the distance of the rows, 0 to 1. */
  readonly groundCover: number;
  /** Of the middle of the modules over the ground, m. */
  readonly height: number;
  /** From row to row, m. */
  readonly pitch: number;
}

/** A tracker that stands still is flat. */
const stowed = 0;

/**
 * Refuses a mounting that cannot stand.
 *
 * @throws RangeError naming the quantity
 */
export function checkMounting(mounting: Mounting, rows?: Rows): void {
  if (mounting.kind === 'fixed') {
    within('tilt', mounting.tilt, 0, 180, 'deg');
    within('azimuth', mounting.azimuth, -360, 360, 'deg');
  }
  if (mounting.kind === 'single-axis') {
    within('axis tilt', mounting.axisTilt, 0, 90, 'deg');
    within('axis azimuth', mounting.axisAzimuth, -360, 360, 'deg');
    within('greatest rotation', mounting.maxAngle, 0, 90, 'deg');
    within('ground cover', mounting.groundCover, 1e-3, 1, '');
    within('cross-axis tilt', mounting.crossAxisTilt, -60, 60, 'deg');
  }
  if (rows === undefined) return;
  within('ground cover', rows.groundCover, 1e-3, 1, '');
  within('pitch', rows.pitch, 1e-3, 1e3, 'm');
  within('height', rows.height, 0, 1e3, 'm');
}

function within(name: string, value: number, low: number, high: number, unit: string): void {
  if (value >= low && value <= high) return;
  throw new RangeError(`mounting: ${name} ${value} is not ${low} to ${high} ${unit}`.trimEnd());
}

/** Tilt of modules whose sun is down, deg: a tracker lies flat. */
export function restingTilt(mounting: Mounting): number {
  return mounting.kind === 'fixed' ? mounting.tilt : stowed;
}
