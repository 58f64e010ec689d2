import { type DiffuseModifiers, diffuseModifiers } from './diffuseModifiers.ts';
import type { IncidenceModifier } from './incidenceModifier.ts';
import type { PlaneLight } from './planeOfArray.ts';

/**
 * Light that counts like light at normal incidence: what the front's reflection at an angle and dirt
 * leave.
 *
 * Each part is lessened as the directions it comes from say: the ring around the sun with the beam, the
 * rest of the sky, its horizon and the ground by the mean over what the plane sees of them.
 *
 * @param light parts on the plane
 * @param modifier of the front, by angle of incidence
 * @param soiling share of light that dirt takes, 0 to 1: one value, or one an interval
 * @returns W/m2
 * @throws RangeError for soiling that is not between 0 and 1
 * @see B. Marion, Sol. Energy 147, 344 (2017), doi:10.1016/j.solener.2017.03.027: sky, horizon and
 *   ground; pvlib's guide on incidence angle modifiers: circumsolar light as direct light
 */
export function effectiveLight(
  light: PlaneLight,
  modifier: IncidenceModifier,
  soiling: number | ArrayLike<number> = 0,
): Float64Array {
  const diffuse = modifiersByTilt(modifier);
  return light.front.map((front, i) => {
    if (!(front > 0)) return 0;
    const taken = typeof soiling === 'number' ? soiling : soiling[i]!;
    if (!(taken >= 0 && taken <= 1)) throw new RangeError(`soiling ${taken} is not 0 to 1`);
    const { sky, horizon, ground } = diffuse(levelAtRest(light.tilt[i]!));
    const fromSun = light.beam[i]! + light.circumsolar[i]!;
    const onSun = fromSun > 0 ? fromSun * modifier(light.incidence[i]!) : 0;
    const onSky = light.isotropic[i]! * sky + light.horizon[i]! * horizon;
    return (1 - taken) * (onSun + onSky + light.ground[i]! * ground);
  });
}

/**
 * Light behind that counts like light at normal incidence: what the rear's reflection at an angle
 * leaves. Most of it comes from the ground, at all angles; what comes from the sun and around it goes
 * as in front.
 *
 * @param light parts on the plane
 * @param modifier of the rear, by angle of incidence
 * @returns W/m2
 */
export function effectiveRear(light: PlaneLight, modifier: IncidenceModifier): Float64Array {
  const diffuse = modifiersByTilt(modifier);
  return light.rear.map((rear, i) => {
    if (!(rear > 0)) return 0;
    const { sky, ground } = diffuse(180 - levelAtRest(light.tilt[i]!));
    const [fromSun, fromGround] = [light.rearBeam[i]!, light.rearGround[i]!];
    const onSun = fromSun > 0 ? fromSun * modifier(180 - light.incidence[i]!) : 0;
    return onSun + (rear - fromSun - fromGround) * sky + fromGround * ground;
  });
}

/** A tracker that rests lies flat. */
const levelAtRest = (tilt: number) => (Number.isNaN(tilt) ? 0 : tilt);

/** Modifiers of diffuse light, kept by tilt: fixed modules have one, trackers come back to some. */
function modifiersByTilt(modifier: IncidenceModifier): (tilt: number) => DiffuseModifiers {
  const known = new Map<number, DiffuseModifiers>();
  return (tilt) => {
    const value = known.get(tilt) ?? diffuseModifiers(modifier, tilt);
    known.set(tilt, value);
    return value;
  };
}
