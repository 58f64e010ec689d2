import { runSweep } from '../../../src/node/sweep/runSweep.ts';
import { prepareFake } from './fakeSweep.ts';

// A run in a process of its own, to be killed: fakeRun.ts '{"output": …}' '{"count": …}'.
const [options, plan] = process.argv.slice(2).map((text) => JSON.parse(text));
const worker = new URL('./fakeWorker.ts', import.meta.url);
await runSweep(plan, prepareFake(plan), { ...options, worker });
