import type { DeviceDescription, NodeProperties } from '../../src/device/description.ts';
import { Device } from '../../src/device/device.ts';

/** Silicon with constant properties, as PC1D's device A0 states them. */
export function plainSilicon(
  netDoping: number,
  states: { conduction: number; valence: number },
  change: Partial<NodeProperties> = {},
): NodeProperties {
  return {
    permittivity: 11.7,
    affinity: 4.05,
    gap: 1.124,
    conductionStates: states.conduction,
    valenceStates: states.valence,
    netDoping,
    electronMobility: 1200,
    holeMobility: 420,
    electronLifetime: 1e-4,
    holeLifetime: 1e-4,
    trapLevel: 0,
    radiative: 0,
    auger: { model: 'none' },
    ...change,
  };
}

/** Carriers generated in each node's box by light with a cumulated absorption. */
export function boxGeneration(device: Device, cumulated: (depth: number) => number): Float64Array {
  const { x, nodes } = device.problem;
  const generation = new Float64Array(nodes);
  for (let i = 0; i < nodes; i++) {
    const from = i === 0 ? 0 : (x[i] + x[i - 1]) / 2;
    const to = i === nodes - 1 ? x[i] : (x[i] + x[i + 1]) / 2;
    generation[i] = cumulated(to) - cumulated(from);
  }
  return generation;
}

/** PC1D's device A0; `fineness` divides every spacing. */
export function deviceA0(
  parameters: { thermalVoltage: number; ni: number; ratio: number },
  fineness = 1,
): Device {
  const boltzmann = 8.617333262145179e-5;
  const product = parameters.ni ** 2 * Math.exp(1.124 / parameters.thermalVoltage);
  const conduction = Math.sqrt(product * parameters.ratio);
  const states = { conduction, valence: product / conduction };
  const contact = { model: 'pinned', electronVelocity: 1e7, holeVelocity: 1e7 } as const;
  const growth = 1 + 0.15 / fineness;
  const description: DeviceDescription = {
    temperature: parameters.thermalVoltage / boltzmann,
    front: contact,
    rear: contact,
    interfaces: [{ kind: 'joined' }],
    layers: [
      {
        name: 'emitter',
        thickness: 0.3e-4,
        spacing: {
          front: 1e-7 / fineness,
          rear: 3e-8 / fineness,
          largest: 1e-6 / fineness,
          growth,
        },
        at: () => plainSilicon(1e19, states),
      },
      {
        name: 'base',
        thickness: 180e-4,
        spacing: {
          front: 3e-8 / fineness,
          rear: 1e-7 / fineness,
          largest: 3e-4 / fineness,
          growth,
        },
        at: () => plainSilicon(-1e16, states),
      },
    ],
  };
  const device = new Device(description);
  // 2.5e17 * 600 exp(-600 x) cm^-3 s^-1, integrated.
  device.setGeneration(boxGeneration(device, (x) => -2.5e17 * Math.expm1(-600 * x)));
  return device;
}
