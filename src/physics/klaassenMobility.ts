/** Mobilities of both carriers, cm^2/(V s). */
export interface Mobility {
  readonly electron: number;
  readonly hole: number;
}

/** Lattice and impurity parameters of one carrier (phosphorus for electrons, boron for holes). */
interface CarrierParameters {
  readonly max: number;
  readonly min: number;
  readonly reference: number;
  readonly alpha: number;
  readonly theta: number;
  /** Effective mass over the free mass, and that of the other carrier. */
  readonly mass: number;
  readonly otherMass: number;
}
const electronParameters: CarrierParameters = {
  max: 1414,
  min: 68.5,
  reference: 9.2e16,
  alpha: 0.711,
  theta: 2.285,
  mass: 1,
  otherMass: 1.258,
};
const holeParameters: CarrierParameters = {
  max: 470.5,
  min: 44.9,
  reference: 2.23e17,
  alpha: 0.719,
  theta: 2.247,
  mass: 1.258,
  otherMass: 1,
};

/**
 * Unified mobility of silicon: lattice, impurity (majority and minority), carrier-carrier
 * scattering, screening and clustering.
 *
 * @param donors donor density, cm^-3
 * @param acceptors acceptor density, cm^-3
 * @param electrons electron density, cm^-3
 * @param holes hole density, cm^-3
 * @param temperature lattice temperature, K (200 to 500)
 * @returns mobilities, cm^2/(V s)
 * @see D. B. M. Klaassen, Solid-State Electron. 35, 953 and 961 (1992),
 *   doi:10.1016/0038-1101(92)90325-7 and doi:10.1016/0038-1101(92)90326-8
 * @example klaassenMobility(1e16, 0, 1e16, 9.3e3, 300) // { electron: 1183.8, hole: 416.5 }
 */
export function klaassenMobility(
  donors: number,
  acceptors: number,
  electrons: number,
  holes: number,
  temperature: number,
): Mobility {
  // Clustering: above 1e20 dopants act as multiply charged centres (part I, table 2).
  const nd = donors > 0 ? donors * (1 + 1 / (0.21 + (4e20 / donors) ** 2)) : 0;
  const na = acceptors > 0 ? acceptors * (1 + 1 / (0.5 + (7.2e20 / acceptors) ** 2)) : 0;
  return {
    electron: carrierMobility(electronParameters, nd, na, holes, electrons + holes, temperature),
    hole: carrierMobility(holeParameters, na, nd, electrons, electrons + holes, temperature),
  };
}

/** @param own dopants whose majority carrier this is; @param opposite the other kind. */
function carrierMobility(
  k: CarrierParameters,
  own: number,
  opposite: number,
  otherCarrier: number,
  carriers: number,
  temperature: number,
): number {
  const tn = temperature / 300;
  const lattice = k.max * tn ** -k.theta;
  const scatterers = own + opposite + otherCarrier;
  if (scatterers <= 0) return lattice;
  const pCW = 3.97e13 * (tn ** 3 / scatterers) ** (2 / 3);
  const pBH = (1.36e20 / carriers) * k.mass * tn * tn;
  const p = 1 / (2.459 / pCW + 3.828 / pBH);
  const g = minorityScreening(Math.max(p, lowestP(k.mass, tn)), k.mass, tn);
  const ratio = k.mass / k.otherMass;
  const p6478 = p ** 0.6478;
  const f = (0.7643 * p6478 + 2.2999 + 6.5502 * ratio) / (p6478 + 2.367 - 0.8552 * ratio);
  const effective = own + g * opposite + otherCarrier / f;
  const span = k.max - k.min;
  const muN = (k.max ** 2 / span) * tn ** (3 * k.alpha - 1.5);
  const muC = ((k.max * k.min) / span) * tn ** -0.5;
  const impurity =
    muN * (scatterers / effective) * (k.reference / scatterers) ** k.alpha +
    (muC * carriers) / effective;
  return 1 / (1 / lattice + 1 / impurity);
}

/**
 * G(P): repulsive against attractive scattering (part I, eq. 17).
 *
 * @param p screening parameter P
 * @param mass of the carrier over the free mass: 1 (electrons) or 1.258 (holes)
 * @param tn temperature over 300 K
 */
export function minorityScreening(p: number, mass: number, tn: number): number {
  return (
    1 -
    0.89233 / (0.41372 + p * (tn / mass) ** 0.28227) ** 0.19778 +
    0.005978 / (p * (mass / tn) ** 0.72169) ** 1.80618
  );
}

const lowestPByTemperature = new Map<number, number>();

/**
 * Where G(P) has its minimum; below it the fit turns up again and is held (part I,
 * text below eq. 17). Found by golden-section search once for each mass and temperature.
 *
 * @param mass of the carrier over the free mass
 * @param tn temperature over 300 K
 * @returns P
 * @example lowestP(1, 1) // 0.3246
 */
export function lowestP(mass: number, tn: number): number {
  const key = mass * 1e6 + tn;
  const known = lowestPByTemperature.get(key);
  if (known !== undefined) return known;
  const golden = (Math.sqrt(5) - 1) / 2;
  let low = Math.log(1e-3);
  let high = Math.log(10);
  for (let i = 0; i < 60; i++) {
    const a = high - golden * (high - low);
    const b = low + golden * (high - low);
    if (minorityScreening(Math.exp(a), mass, tn) < minorityScreening(Math.exp(b), mass, tn)) {
      high = b;
    } else {
      low = a;
    }
  }
  const p = Math.exp((low + high) / 2);
  lowestPByTemperature.set(key, p);
  return p;
}
