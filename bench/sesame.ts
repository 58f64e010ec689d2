import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Device } from '../src/device/device.ts';
import { median } from './median.ts';

// One J-V curve of Sesame's homojunction here and in Sesame, in the same run:
//   PYTHON=venv/bin/python PYTHONPATH=folder-of-sesame tsx bench/sesame.ts
const path = (name: string) => fileURLToPath(new URL(name, import.meta.url));
const reference = JSON.parse(
  readFileSync(path('../test/reference/sesame/homojunction.json'), 'utf8'),
) as { mesh_cm: number[]; voltage_V: number[]; material: Record<string, number> };

const m = reference.material;
const x = reference.mesh_cm;
const device = new Device({
  temperature: 300,
  front: { model: 'pinned', electronVelocity: 1e7, holeVelocity: 1e4 },
  rear: { model: 'pinned', electronVelocity: 1e2, holeVelocity: 1e7 },
  interfaces: [],
  layers: [
    {
      name: 'silicon',
      thickness: x[x.length - 1],
      spacing: { positions: x },
      at: (depth) => ({
        permittivity: m.epsilon,
        affinity: m.affinity,
        gap: m.Eg,
        conductionStates: m.Nc,
        valenceStates: m.Nv,
        netDoping: depth < 0.3e-4 ? 1e19 : -1e16,
        electronMobility: m.mu_e,
        holeMobility: m.mu_h,
        electronLifetime: m.tau_e,
        holeLifetime: m.tau_h,
        trapLevel: m.Et,
        radiative: 0,
        auger: { model: 'none' },
      }),
    },
  ],
});
device.setGeneration(
  device.problem.box.map((box, i) =>
    i === 0 || i === x.length - 1 ? 0 : box * 2.5e17 * 600 * Math.exp(-600 * x[i]),
  ),
);

const times = Array.from({ length: 120 }, () => {
  device.solve(0, 1);
  const start = performance.now();
  for (const voltage of reference.voltage_V) device.solve(voltage, 1);
  return performance.now() - start;
});
const ours = median(times.slice(20));
device.solve(0, 1);
console.log(
  `homojunction, ${reference.voltage_V.length} points, ${x.length} nodes: ${ours.toFixed(2)} ms, ` +
    `Jsc ${(device.current() * 1e3).toFixed(5)} mA/cm2`,
);
try {
  const text = execFileSync(
    process.env.PYTHON ?? 'python3',
    [path('./peers/sesame_homojunction.py')],
    { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] },
  );
  const theirs = JSON.parse(text.trim().split('\n').at(-1) ?? '{}') as {
    seconds: number;
    jsc_mA_cm2: number;
  };
  const ratio = (theirs.seconds * 1e3) / ours;
  console.log(
    `Sesame: ${theirs.seconds.toFixed(2)} s, Jsc ${theirs.jsc_mA_cm2.toFixed(5)} mA/cm2: ${ratio.toFixed(0)} times (target: 150)`,
  );
} catch {
  console.log('Sesame is not installed here (bench/peers/requirements.txt)');
}
