import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { singleDiodeYear } from './energy.ts';

// The same year of maximum power here and in pvlib, in one run:
//   python3 -m venv venv && venv/bin/pip install -r bench/peers/requirements-energy.txt
//   PYTHON=venv/bin/python tsx bench/energyPeers.ts
const script = fileURLToPath(new URL('peers/energy_pvlib.py', import.meta.url));
const output = execFileSync(process.env.PYTHON ?? 'python3', [script], {
  encoding: 'utf8',
  env: { ...process.env, OMP_NUM_THREADS: '1', OPENBLAS_NUM_THREADS: '1' },
});
const peer = JSON.parse(output) as { version: string; milliseconds: number; sum: number };
const ours = singleDiodeYear();
console.log(`solarcell: ${ours.milliseconds.toFixed(2)} ms`);
const ratio = peer.milliseconds / ours.milliseconds;
console.log(`pvlib ${peer.version}: ${peer.milliseconds.toFixed(2)} ms, ${ratio.toFixed(1)} times`);
console.log(`difference of the sums: ${(peer.sum / ours.sum - 1).toExponential(1)}`);
