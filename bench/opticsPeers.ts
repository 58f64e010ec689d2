import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { transferMatrixRate } from './optics.ts';

// The same transfer matrices here, in tmm and in Solcore's vectorised copy of it, in one run:
//   python3 -m venv venv && venv/bin/pip install -r bench/peers/requirements-optics.txt
//   PYTHON=venv/bin/python tsx bench/opticsPeers.ts
const script = fileURLToPath(new URL('peers/optics_tmm.py', import.meta.url));
const output = execFileSync(process.env.PYTHON ?? 'python3', [script], {
  encoding: 'utf8',
  env: { ...process.env, OMP_NUM_THREADS: '1', OPENBLAS_NUM_THREADS: '1' },
});
const peers = JSON.parse(output) as Record<string, number>;
const ours = transferMatrixRate();
console.log(`solarcell: ${(ours / 1e6).toFixed(1)} million wavelength-layers a second`);
for (const [name, rate] of Object.entries(peers)) {
  console.log(`${name}: ${rate} a second, ${(ours / rate).toFixed(1)} times fewer`);
}
