/** Share of light at an angle that gets through the front, relative to normal incidence. */
export type IncidenceModifier = (angle: number) => number;

const radian = Math.PI / 180;

/**
 * ASHRAE's modifier: 1 - b (1 / cos - 1).
 *
 * @param b 0.05 for glass
 * @returns modifier of the angle of incidence, deg; 0 from 90 deg on
 * @see A. Souka, H. Safwat, Sol. Energy 10, 170 (1966), doi:10.1016/0038-092X(66)90004-1
 */
export function ashraeModifier(b = 0.05): IncidenceModifier {
  return (angle) => (angle >= 90 ? 0 : Math.max(0, 1 - b * (1 / Math.cos(radian * angle) - 1)));
}

/** Glass of `physicalModifier`. */
export interface ModifierGlass {
  /** Refractive index; 1.526 when left out. */
  readonly index?: number;
  /** Of an antireflective coating; none when left out. */
  readonly coating?: number;
  /** Extinction coefficient, 1/m; 4 (white glass) when left out. */
  readonly extinction?: number;
  /** Thickness, m; 0.002 when left out. */
  readonly thickness?: number;
}

/**
 * Modifier of a pane of glass by Fresnel's and Bouguer's laws.
 *
 * @param glass its index, coating, extinction and thickness
 * @returns modifier of the angle of incidence, deg; 0 from 90 deg on
 * @see W. De Soto et al., Sol. Energy 80, 78 (2006), doi:10.1016/j.solener.2005.06.010; the coating
 *   as in PVsyst
 */
export function physicalModifier(glass: ModifierGlass = {}): IncidenceModifier {
  const { index = 1.526, coating = index, extinction = 4, thickness = 0.002 } = glass;
  const through = (cosine: number) => {
    const first = refraction(1, coating, cosine);
    const second = refraction(coating, index, first.cosine);
    const polarised = (front: number, back: number) =>
      coating === index ? 1 - front : ((1 - front) * (1 - back)) / (1 - front * back);
    const both = (polarised(first.s, second.s) + polarised(first.p, second.p)) / 2;
    return both * Math.exp((-extinction * thickness) / second.cosine);
  };
  const normal = through(1);
  return (angle) => (angle >= 90 ? 0 : through(Math.cos(radian * angle)) / normal);
}

/** Reflectances of an interface for both polarisations, and the cosine behind it. */
function refraction(from: number, to: number, cosine: number) {
  const sine = (from / to) * Math.sqrt(1 - cosine * cosine);
  const behind = Math.sqrt(1 - sine * sine);
  const s = (from * cosine - to * behind) / (from * cosine + to * behind);
  const p = (from * behind - to * cosine) / (from * behind + to * cosine);
  return { s: s * s, p: p * p, cosine: behind };
}

/**
 * Modifier of Martin and Ruiz.
 *
 * @param losses angular losses coefficient; 0.16 clean glass, 0.20 some dust
 * @returns modifier of the angle of incidence, deg; 0 from 90 deg on
 * @throws RangeError for a coefficient that is not positive
 * @see N. Martin, J. Ruiz, Sol. Energy Mater. Sol. Cells 70, 25 (2001),
 *   doi:10.1016/S0927-0248(00)00408-6
 */
export function martinRuizModifier(losses = 0.16): IncidenceModifier {
  if (!(losses > 0)) throw new RangeError(`angular losses ${losses} are not positive`);
  const whole = -Math.expm1(-1 / losses);
  return (angle) => (angle >= 90 ? 0 : -Math.expm1(-Math.cos(radian * angle) / losses) / whole);
}

/** Models of the reflection at an angle, for any module. */
export type AngleModel = 'physical' | 'ashrae' | 'martin-ruiz' | 'none';

/**
 * The modifier of a model by its name.
 *
 * @param model which
 * @param coefficient b of ashrae, losses of martin-ruiz; their own when left out
 * @returns nothing for `none`
 */
export function angleModifier(
  model: AngleModel,
  coefficient?: number,
): IncidenceModifier | undefined {
  switch (model) {
    case 'none':
      return undefined;
    case 'physical':
      return physicalModifier();
    case 'ashrae':
      return ashraeModifier(coefficient);
    case 'martin-ruiz':
      return martinRuizModifier(coefficient);
  }
}
