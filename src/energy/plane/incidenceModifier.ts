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

/** Modifiers of light from wide regions, as seen from a tilted plane. */
export interface DiffuseModifiers {
  readonly sky: number;
  readonly ground: number;
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
export function martinRuizDiffuse(tilt: number, losses = 0.16): DiffuseModifiers {
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

/** Bands of height, and twice as many of azimuth, of the sphere: 1 deg. */
const bands = 180;

/**
 * Modifiers of light from a uniform sky and a uniform ground: the mean over their directions,
 * weighted with the cosine of the angle of incidence.
 *
 * @param modifier of a direction
 * @param tilt of the plane, deg
 * @returns modifiers; 0 for what the plane does not see
 * @see B. Marion, Sol. Energy 147, 344 (2017), doi:10.1016/j.solener.2017.03.027; sums over
 *   degrees as there
 */
export function diffuseModifiers(modifier: IncidenceModifier, tilt: number): DiffuseModifiers {
  const [sinT, cosT] = [Math.sin(radian * tilt), Math.cos(radian * tilt)];
  const step = Math.PI / bands;
  const region = (from: number, to: number) => {
    let through = 0;
    let whole = 0;
    for (let i = from; i < to; i++) {
      const angle = (i + 0.5) * step;
      const area = Math.cos(i * step) - Math.cos((i + 1) * step);
      const [level, slope] = [cosT * Math.cos(angle), sinT * Math.sin(angle)];
      // Both halves of the sphere are alike.
      for (let j = 0; j < bands; j++) {
        const cosine = level + slope * Math.cos((j + 0.5) * step);
        if (!(cosine > 0)) continue;
        through += modifier(Math.acos(Math.min(cosine, 1)) / radian) * cosine * area;
        whole += cosine * area;
      }
    }
    return whole === 0 ? 0 : through / whole;
  };
  return { sky: region(0, bands / 2), ground: region(bands / 2, bands) };
}
