import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { singleDiodeYear } from './energy.ts';
import { pipelineYear } from './fieldPipeline.ts';

// The same year here and in pvlib, in one run: maximum power alone, and all from sun to power.
//   python3 -m venv venv && venv/bin/pip install -r bench/peers/requirements-energy.txt
//   PYTHON=venv/bin/python tsx bench/energyPeers.ts
const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));

interface Peer {
  readonly version: string;
  readonly diode: { readonly milliseconds: number; readonly power: number };
  readonly pipeline: {
    readonly milliseconds: number;
    readonly light: number;
    readonly power: number;
  };
}

function askPeer(): Peer {
  const words = [path('peers/energy_pvlib.py'), path('../data/weather/greensboro.csv')];
  const output = execFileSync(process.env.PYTHON ?? 'python3', words, {
    encoding: 'utf8',
    env: { ...process.env, OMP_NUM_THREADS: '1', OPENBLAS_NUM_THREADS: '1' },
  });
  return JSON.parse(output) as Peer;
}

/** Rounds, so that a drifting machine does not decide. */
const rounds = 3;
for (let round = 1; round <= rounds; round++) {
  const peer = askPeer();
  const diode = singleDiodeYear();
  const pipeline = await pipelineYear();
  const line = (what: string, ours: number, theirs: number, difference: number) =>
    console.log(
      `${what}: solarcell ${ours.toFixed(1)} ms, pvlib ${peer.version} ${theirs.toFixed(1)} ms, ` +
        `${(theirs / ours).toFixed(1)} times; sums differ by ${difference.toExponential(0)}`,
    );
  line(
    'maximum power of a year',
    diode.milliseconds,
    peer.diode.milliseconds,
    peer.diode.power / diode.sum - 1,
  );
  line(
    'sun, Perez, temperature, maximum power',
    pipeline.milliseconds,
    peer.pipeline.milliseconds,
    peer.pipeline.power / pipeline.power - 1,
  );
}
