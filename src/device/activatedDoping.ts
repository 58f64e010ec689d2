import { boltzmann } from '../physics/constants.ts';
import { type AmorphousInput, amorphousSilicon } from './amorphousSilicon.ts';
import { defectResult, defectSums, defectTable } from './defectTable.ts';
import type { DefectDistribution } from './description.ts';

/** At which activation energies are meant, K. */
const room = 300;

/**
 * Net doping with which the Fermi level of a neutral film lies an activation energy away from the
 * band of its majority carriers, at 300 K in the dark: the charge of carriers and gap states
 * there, with the sign turned.
 *
 * Conductivity's activation energy is that distance where mobility and band edge do not move with
 * temperature; so it is read here.
 *
 * @param type n: from the conduction band, p: from the valence band
 * @param activation eV
 * @param film the film without its doping
 * @param defects its gap states, where it has any
 * @returns donors minus acceptors, cm^-3; of the other sign than `type` where the gap states alone
 *   bring the level nearer to that band
 * @example dopingOfActivation('p', 0.08, film, defects) // -1.36e19 for nanocrystalline silicon
 */
export function dopingOfActivation(
  type: 'n' | 'p',
  activation: number,
  film: Omit<AmorphousInput, 'netDoping'>,
  defects: DefectDistribution | undefined,
): number {
  const { gap, conductionStates, valenceStates } = amorphousSilicon(
    { ...film, netDoping: 0 },
    room,
  );
  const kT = boltzmann * room;
  const belowConduction = type === 'n' ? activation : gap - activation;
  const electrons = conductionStates * Math.exp(-belowConduction / kT);
  const holes = valenceStates * Math.exp((belowConduction - gap) / kT);
  const sums = new Float64Array(defectResult.length);
  if (defects) {
    const table = defectTable(defects, gap, conductionStates, valenceStates, room);
    defectSums(table, electrons, holes, sums);
  }
  return electrons - holes - sums[defectResult.charge]!;
}
