import type { Device } from '../device/device.ts';
import type { PowerFlow } from '../device/powerFlow.ts';
import { type Mechanism, mechanisms } from '../device/recombination.ts';
import { waferLayer } from './assembleWafer.ts';
import { type Loss, LossSums } from './loss.ts';
import { places, surfacePlaces } from './places.ts';

/** What people call each mechanism. */
const pathOf: Readonly<Record<Mechanism, string>> = {
  srh: 'Shockley-Read-Hall recombination',
  radiative: 'radiative recombination',
  auger: 'Auger recombination',
  defects: 'gap-state recombination',
  surface: 'interface recombination',
};

/**
 * Free energy that recombination takes, by place and mechanism, W/cm^2: all but the wafer's own
 * radiative and Auger recombination, which no cell can do without. A cell that has nothing else
 * has these.
 *
 * @param device solved
 * @param flow its power flow
 * @returns what each path takes
 */
export function recombinationShares(device: Device, flow: PowerFlow): Loss[] {
  const { problem } = device;
  const where = places(problem);
  const surfaces = surfacePlaces(problem);
  const extrinsic = new LossSums();
  const intrinsic = new LossSums();
  for (let i = 0; i < problem.nodes; i++) {
    for (const way of mechanisms) {
      const power = flow.recombination[way][i]!;
      const place = way === 'surface' ? surfaces[i]! : where[i]!;
      const own = place === waferLayer && (way === 'auger' || way === 'radiative');
      (own ? intrinsic : extrinsic).add(pathOf[way], place, power);
    }
  }
  extrinsic.add('contact recombination', 'front.contact', flow.front.minority);
  extrinsic.add('contact recombination', 'rear.contact', flow.rear.minority);
  const rows = extrinsic.rows();
  return rows.length > 0 ? rows : intrinsic.rows();
}

/**
 * Free energy that carriers dissipate on their way to the contacts, by place, W/cm^2.
 *
 * @param device solved
 * @param flow its power flow
 * @returns electrons and holes by layer, steps between layers, contacts
 */
export function transportLosses(device: Device, flow: PowerFlow): Loss[] {
  const where = places(device.problem);
  const losses = new LossSums();
  for (let i = 0; i < device.problem.nodes - 1; i++) {
    const [here, there] = [where[i]!, where[i + 1]!];
    const step = device.problem.emission[i] === 1;
    const place = step ? `${here} to ${there}` : here;
    losses.add('transport of electrons', place, flow.electrons[i]!);
    losses.add('transport of holes', place, flow.holes[i]!);
  }
  losses.add('contact resistance', 'front.contact', flow.front.majority);
  losses.add('contact resistance', 'rear.contact', flow.rear.majority);
  return losses.rows();
}
