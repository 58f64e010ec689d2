import {
  type DiffuseModifiers,
  diffuseModifiers,
  type IncidenceModifier,
} from './incidenceModifier.ts';
import type { PlaneLight } from './planeOfArray.ts';

/** Tilts at which the modifiers of diffuse light are computed for trackers, deg apart. */
const tiltStep = 5;

/**
 * Light that counts like light at normal incidence: what the front's reflection at an angle and dirt
 * leave.
 *
 * @param light parts on the plane
 * @param modifier of the front, by angle of incidence
 * @param soiling share of light that dirt takes, 0 to 1: one value, or one an interval
 * @returns W/m2
 * @throws RangeError for soiling that is not between 0 and 1
 */
export function effectiveLight(
  light: PlaneLight,
  modifier: IncidenceModifier,
  soiling: number | ArrayLike<number> = 0,
): Float64Array {
  const diffuse = modifiersByTilt(modifier, light.tilt.map(levelAtRest));
  return light.front.map((front, i) => {
    if (!(front > 0)) return 0;
    const taken = typeof soiling === 'number' ? soiling : soiling[i]!;
    if (!(taken >= 0 && taken <= 1)) throw new RangeError(`soiling ${taken} is not 0 to 1`);
    const { sky, ground } = diffuse(levelAtRest(light.tilt[i]!));
    const fromSky = light.isotropic[i]! + light.circumsolar[i]! + light.horizon[i]!;
    const onBeam = light.beam[i]! > 0 ? light.beam[i]! * modifier(light.incidence[i]!) : 0;
    return (1 - taken) * (onBeam + fromSky * sky + light.ground[i]! * ground);
  });
}

/**
 * Light behind that counts like light at normal incidence: what the rear's reflection at an angle
 * leaves. Most of it comes from the ground, at all angles.
 *
 * @param light parts on the plane
 * @param modifier of the rear, by angle of incidence
 * @returns W/m2
 */
export function effectiveRear(light: PlaneLight, modifier: IncidenceModifier): Float64Array {
  const behind = light.tilt.map((tilt) => 180 - levelAtRest(tilt));
  const diffuse = modifiersByTilt(modifier, behind);
  return light.rear.map((rear, i) => {
    if (!(rear > 0)) return 0;
    const { sky, ground } = diffuse(behind[i]!);
    const [beam, fromGround] = [light.rearBeam[i]!, light.rearGround[i]!];
    const onBeam = beam > 0 ? beam * modifier(180 - light.incidence[i]!) : 0;
    return onBeam + (rear - beam - fromGround) * sky + fromGround * ground;
  });
}

/** A tracker that rests lies flat. */
const levelAtRest = (tilt: number) => (Number.isNaN(tilt) ? 0 : tilt);

/** Modifiers of diffuse light: of one tilt exactly, of moving modules between whole steps. */
function modifiersByTilt(
  modifier: IncidenceModifier,
  tilts: Float64Array,
): (tilt: number) => DiffuseModifiers {
  const first = tilts[0] ?? 0;
  const known = new Map<number, DiffuseModifiers>();
  const exact = (tilt: number) => {
    const value = known.get(tilt) ?? diffuseModifiers(modifier, tilt);
    known.set(tilt, value);
    return value;
  };
  if (tilts.every((tilt) => tilt === first)) return () => exact(first);
  return (tilt) => {
    const place = tilt / tiltStep;
    const low = exact(Math.floor(place) * tiltStep);
    const high = exact(Math.ceil(place) * tiltStep);
    const share = place - Math.floor(place);
    return {
      sky: low.sky + share * (high.sky - low.sky),
      ground: low.ground + share * (high.ground - low.ground),
    };
  };
}
