import { benchDevice } from './device.ts';
import { benchEnergy } from './energy.ts';
import { benchFieldYear } from './fieldYear.ts';
import { benchLumped } from './lumped.ts';
import { benchOptics } from './optics.ts';
import { benchSolver } from './solver.ts';
import { benchSweep } from './sweep.ts';

/** Everything that claims to be fast; in this order. */
const benches: Record<string, () => Promise<string[]>> = {
  device: benchDevice,
  solver: benchSolver,
  lumped: benchLumped,
  optics: benchOptics,
  energy: benchEnergy,
  'field-year': benchFieldYear,
  sweep: benchSweep,
  command: async () => {
    await import('./command.ts');
    return [];
  },
};

// `npm run bench` measures all in one run, `npm run bench -- optics energy` some.
const asked = process.argv.slice(2);
const names = asked.length > 0 ? asked : Object.keys(benches);
const unknown = names.find((name) => !(name in benches));
if (unknown !== undefined) {
  console.error(`bench: no "${unknown}"; there are ${Object.keys(benches).join(', ')}`);
  process.exitCode = 2;
} else {
  for (const name of names) for (const line of await benches[name]!()) console.log(line);
}
