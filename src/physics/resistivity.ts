import { elementaryCharge } from './constants.ts';
import { klaassenMobility } from './klaassenMobility.ts';
import { siliconIntrinsicDensity } from './siliconStates.ts';

/** Wafers are sold by their resistivity at this temperature, K. */
const ratedTemperature = 300;

/**
 * Doping of a silicon wafer of a given resistivity, uncompensated and fully ionised.
 *
 * @param resistivity ohm cm at 300 K (1e-3 to 1e4)
 * @param type n or p
 * @returns dopants, cm^-3
 * @throws RangeError outside the range
 * @see klaassenMobility
 * @example dopingFromResistivity(1, 'n') // 4.936e15
 */
export function dopingFromResistivity(resistivity: number, type: 'n' | 'p'): number {
  if (!(resistivity >= 1e-3 && resistivity <= 1e4)) {
    throw new RangeError(`resistivity ${resistivity} ohm cm is outside 1e-3 to 1e4`);
  }
  let low = Math.log(1e11);
  let high = Math.log(3e20);
  const ni = siliconIntrinsicDensity(ratedTemperature);
  for (let i = 0; i < 60; i++) {
    const middle = (low + high) / 2;
    const dopants = Math.exp(middle);
    const minority = ni ** 2 / dopants;
    const mobility =
      type === 'n'
        ? klaassenMobility(dopants, 0, dopants, minority, ratedTemperature).electron
        : klaassenMobility(0, dopants, minority, dopants, ratedTemperature).hole;
    if (1 / (elementaryCharge * dopants * mobility) > resistivity) low = middle;
    else high = middle;
  }
  return Math.exp((low + high) / 2);
}
