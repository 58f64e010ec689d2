/**
 * What rows of modules, their ground and the sky see of each other, in the plane across the rows.
 * Rows are endless; lengths are in distances from row to row (the pitch).
 *
 * View factors by Hottel's crossed strings: a string is stretched from point to point and around
 * what is in its way. H. Hottel, in W. McAdams, Heat Transmission (McGraw-Hill 1954), chapter 4;
 * rows as in M. Mikofski et al., 46th IEEE PVSC (2019), doi:10.1109/PVSC40753.2019.8980572.
 */

const radian = Math.PI / 180;
/** Ground farther than this many rows away is not counted: 0.3 % of what a rear side sees. */
const groundRows = 20;
/** The ground sees the sky between rows down to this height, deg; below, rows hide it. */
const lowestSky = 5;
/** Strings this close to an edge, rad, run straight past it. */
const touch = 1e-8;
/** A plane upside down is taken as almost so: its edges would touch the strings. */
const almostOver = 179.9999;

/** Length of a string from (px, py) to (qx, qy), around an edge on its left or on its right. */
function stringLength(
  px: number,
  py: number,
  qx: number,
  qy: number,
  leftX: number,
  leftY: number,
  rightX: number,
  rightY: number,
): number {
  const angle = Math.atan2(qy - py, qx - px);
  if (Math.atan2(rightY - py, rightX - px) - angle > touch) {
    return Math.hypot(rightX - px, rightY - py) + Math.hypot(qx - rightX, qy - rightY);
  }
  if (angle - Math.atan2(leftY - py, leftX - px) > touch) {
    return Math.hypot(leftX - px, leftY - py) + Math.hypot(qx - leftX, qy - leftY);
  }
  return Math.hypot(qx - px, qy - py);
}

/**
 * Share of the sky that the ground sees between the rows.
 *
 * @param tilt of the rows, 0 to 180 deg
 * @param groundCover width of the modules over the pitch
 * @param height of the middle of the modules over the ground, in pitches
 * @returns 0 to 1
 */
export function groundToSky(tilt: number, groundCover: number, height: number): number {
  const rows = Math.ceil(height / Math.tan(radian * lowestSky));
  const dx = 0.5 * groundCover * Math.cos(radian * tilt);
  const dy = 0.5 * groundCover * Math.sin(radian * tilt);
  const side = Math.sign(tilt);
  let sum = 0;
  for (let k = -rows; k <= rows; k++) {
    // The gap between row k and the next, from upper edge to upper edge.
    const [cx, cy] = [k + 1 + side * dx, height + side * dy];
    const dxEdge = cx - 1;
    // The edges that bound the gap as seen from the ground: of row k from its left end, of the
    // next row from its right end.
    const lower = Math.atan2(height - dy, k - dx) > Math.atan2(height + dy, k + dx);
    const [lx, ly] = lower ? [k + dx, height + dy] : [k - dx, height - dy];
    const upper = Math.atan2(height - dy, k + 1 - dx - 1) > Math.atan2(height + dy, k + 1 + dx - 1);
    const [rx, ry] = upper ? [k + 1 - dx, height - dy] : [k + 1 + dx, height + dy];
    const ac = stringLength(0, 0, cx, cy, lx, ly, rx, ry);
    const ad = stringLength(0, 0, dxEdge, cy, lx, ly, rx, ry);
    const bc = stringLength(1, 0, cx, cy, lx, ly, rx, ry);
    const bd = stringLength(1, 0, dxEdge, cy, lx, ly, rx, ry);
    sum += Math.max(0.5 * (ac + bd - bc - ad), 0);
  }
  return sum;
}

/**
 * Share of the ground in what a row sees, mean over its width.
 *
 * @param tilt of the side that looks, 0 to 180 deg: above 90 for a rear side
 * @param groundCover width of the modules over the pitch
 * @returns 0 to 1
 */
export function rowToGround(tilt: number, groundCover: number): number {
  const beta = radian * Math.min(tilt, almostOver);
  // With all the ground in reach the height does not matter.
  const height = groundCover;
  const dx = 0.5 * groundCover * Math.cos(beta);
  const dy = 0.5 * groundCover * Math.sin(beta);
  // Strings bend around the lower edges of the row before and of this row itself, which are set
  // a little out: a string from the edge itself would have no side to pass it on.
  const margin = 1.0002;
  const [rightX, rightY] = [-1 - margin * dx, height - margin * dy];
  const leftX = rightX + 1;
  const reach = (px: number, py: number, qx: number) =>
    stringLength(px, py, qx, 0, leftX, rightY, rightX, rightY);
  const [lowX, lowY, highX, highY] = [-dx, height - dy, dx, height + dy];
  const near = reach(lowX, lowY, -groundRows) - reach(highX, highY, -groundRows);
  const far = reach(lowX, lowY, groundRows) - reach(highX, highY, groundRows);
  return Math.max(0, (near - far) / (2 * groundCover));
}

/**
 * Share of the sky in what a row sees, mean over its width.
 *
 * @param tilt of the side that looks, 0 to 180 deg: above 90 for a rear side
 * @param groundCover width of the modules over the pitch
 * @returns 0 to 1
 */
export function rowToSky(tilt: number, groundCover: number): number {
  const a = 1 / groundCover;
  const c = Math.cos(radian * tilt);
  const whole = Math.sqrt(a * a - 2 * a * c + 1);
  return 0.5 * (1 + a - whole);
}
