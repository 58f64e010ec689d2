import { crystallineSilicon, Device, type DeviceLayer } from 'solarcell/device';

/** Silicon with so many donors or acceptors, cm-3, everywhere in a layer. */
function layer(
  name: string,
  thickness: number,
  doping: { donors: number; acceptors: number },
): DeviceLayer {
  const silicon = crystallineSilicon({
    ...doping,
    temperature: 298.15,
    electronLifetime: 1e-3,
    holeLifetime: 1e-3,
    trapLevel: 0,
    radiative: 4.7e-15,
    models: {
      density: 'couderc2014',
      narrowing: 'schenk1998',
      mobility: 'klaassen1992',
      auger: 'richter2012',
    },
  });
  const spacing = { front: 1e-7, rear: 1e-7, largest: 5e-4, growth: 1.3 }; // cm
  return { name, thickness, spacing, at: () => silicon };
}

const contact = { model: 'pinned', electronVelocity: 1e7, holeVelocity: 1e7 } as const;
const device = new Device({
  temperature: 298.15,
  layers: [
    layer('emitter', 0.5e-4, { donors: 1e19, acceptors: 0 }),
    layer('base', 180e-4, { donors: 0, acceptors: 1e16 }),
  ],
  interfaces: [{ kind: 'joined' }],
  front: contact,
  rear: contact,
});

// 2.4e17 carriers cm-2 s-1, more of them near the front: 38.5 mA/cm2.
const { x, nodes } = device.problem;
const made = Array.from(x, (depth) => -2.4e17 * Math.expm1(-300 * depth));
const middle = (i: number) => (made[Math.max(i, 0)]! + made[Math.min(i + 1, nodes - 1)]!) / 2;
device.setGeneration(made.map((_, i) => middle(i) - middle(i - 1)));

for (const voltage of [0, 0.5, 0.55, 0.6]) {
  device.solve(voltage, 1);
  console.log(`${voltage} V: ${(1e3 * device.current()).toFixed(3)} mA/cm2`);
}
