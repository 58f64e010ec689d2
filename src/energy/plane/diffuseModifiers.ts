import { gaussPoints, gaussWeights } from '../../optics/gaussLegendre.ts';
import type { IncidenceModifier } from './incidenceModifier.ts';

/** Modifiers of light from wide regions, as seen from a tilted plane. */
export interface DiffuseModifiers {
  /** Of a sky that is equally bright everywhere. */
  readonly sky: number;
  /** Of the horizon: the line that Perez' model draws its lowest light together to. */
  readonly horizon: number;
  /** Of a ground that is equally bright everywhere. */
  readonly ground: number;
}

const radian = Math.PI / 180;
const right = Math.PI / 2;
/** Stretches of each part of the integral, of sixteen points each: glass is met to 1e-13. */
const stretches = 2;
/** Points of a part between 0 and 1, and their weights. */
const points = Float64Array.from(
  { length: stretches * gaussPoints.length },
  (_, k) => (Math.floor(k / gaussPoints.length) + gaussPoints[k % gaussPoints.length]!) / stretches,
);
const weights = points.map((_, k) => gaussWeights[k % gaussWeights.length]! / stretches);
/** Angles are halved so often to find where a modifier ends: to 1e-12 deg. */
const halvings = 46;

/**
 * Modifiers of light from a uniform sky, from the horizon all around and from a uniform ground: the
 * mean over their directions, weighted with the cosine of the angle of incidence.
 *
 * Around the plane's normal all directions of one angle of incidence are a ring; the part of the ring
 * above the horizon is known in closed form, so that one integral over the angle gives sky and
 * ground. It is cut where the ring begins to dip below the horizon, a root in the angle, which the
 * square of the variable takes away, and where the modifier ends before 90 deg, as ASHRAE's does.
 *
 * @param modifier of a direction
 * @param tilt of the plane, deg, 0 to 180
 * @returns modifiers; 0 for what the plane does not see
 * @see B. Marion, Sol. Energy 147, 344 (2017), doi:10.1016/j.solener.2017.03.027, which sums over
 *   degrees
 * @example diffuseModifiers(physicalModifier(), 20).sky // 0.9539172
 */
export function diffuseModifiers(modifier: IncidenceModifier, tilt: number): DiffuseModifiers {
  const end = endOf(modifier);
  const [sinT, cosT] = [Math.sin(radian * tilt), Math.cos(radian * tilt)];
  // Where rings begin to be cut by the horizon.
  const cut = Math.min(Math.abs(right - radian * tilt), end);
  let [sky, ground, wholeSky, wholeGround] = [0, 0, 0, 0];
  const part = (from: number, to: number) => {
    if (from === to) return;
    for (let k = 0; k < points.length; k++) {
      const u = points[k]!;
      const angle = from + (to - from) * u * u;
      const [sine, cosine] = [Math.sin(angle), Math.cos(angle)];
      const length = 2 * u * Math.abs(to - from) * weights[k]!;
      const light = cosine * sine * length;
      // Half the ring, from its highest point down to the horizon.
      const dip = Math.max(-1, Math.min(1, (-cosT * cosine) / (sinT * sine)));
      const above = sinT * sine > 0 ? Math.acos(dip) / Math.PI : cosT > 0 ? 1 : 0;
      const through = light * modifier(angle / radian);
      sky += through * above;
      ground += through * (1 - above);
      wholeSky += light * above;
      wholeGround += light * (1 - above);
    }
  };
  part(cut, 0);
  part(cut, end);
  if (end < right) {
    // What lies behind the end belongs to the whole: the views of sky and ground in closed form.
    wholeSky = 0.5 * Math.cos(0.5 * radian * tilt) ** 2;
    wholeGround = 0.5 * Math.sin(0.5 * radian * tilt) ** 2;
  }
  return {
    sky: share(sky, wholeSky),
    horizon: ofHorizon(modifier, sinT, end),
    ground: share(ground, wholeGround),
  };
}

/** A plane that lies level sees no ground but for rounding. */
const share = (through: number, whole: number) => (whole > leastSeen ? through / whole : 0);
const leastSeen = 1e-12;

/** The mean over the azimuths that the plane sees. */
function ofHorizon(modifier: IncidenceModifier, sinT: number, end: number): number {
  const least = end === right ? 0 : Math.cos(end);
  if (!(sinT > Math.max(least, leastSeen))) return 0;
  // Farther to the side the modifier has ended.
  const last = Math.acos(least / sinT);
  let through = 0;
  for (let k = 0; k < points.length; k++) {
    const toward = Math.cos(last * points[k]!);
    through += last * toward * weights[k]! * modifier(Math.acos(sinT * toward) / radian);
  }
  return through;
}

/** Angle from which on a modifier is zero, rad. */
function endOf(modifier: IncidenceModifier): number {
  const almost = 90 - 1e-6;
  if (modifier(almost) > 0) return right;
  let [low, high] = [0, almost];
  for (let k = 0; k < halvings; k++) {
    const middle = 0.5 * (low + high);
    if (modifier(middle) > 0) low = middle;
    else high = middle;
  }
  return radian * high;
}

/**
 * Modifiers of diffuse light that go with `martinRuizModifier`, in closed form, as IEC 61853-3 takes
 * them.
 *
 * @param tilt of the plane, deg, above 0 and up to 90
 * @param losses angular losses coefficient; 0.16 when left out
 * @see N. Martin, J. Ruiz, Sol. Energy Mater. Sol. Cells 70, 25 (2001),
 *   doi:10.1016/S0927-0248(00)00408-6, and its corrigendum 110, 154 (2013); the second coefficient by
 *   IEC 61853-3:2018, 7.2
 */
export function martinRuizDiffuse(tilt: number, losses = 0.16): Omit<DiffuseModifiers, 'horizon'> {
  if (!(losses > 0)) throw new RangeError(`angular losses ${losses} are not positive`);
  // The ground's term is 0 / 0 in a level plane, which sees none of it.
  const beta = radian * Math.max(tilt, 1e-6);
  const [sine, cosine] = [Math.sin(beta), Math.cos(beta)];
  const share = (term: number) =>
    -Math.expm1(-(4 / (3 * Math.PI) + (losses / 2 - 0.154) * term) * (term / losses));
  return {
    sky: share(sine + (Math.PI - beta - sine) / (1 + cosine)),
    ground: share(sine + (beta - sine) / (1 - cosine)),
  };
}
