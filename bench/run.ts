import { benchDevice } from './device.ts';
import { benchEnergy } from './energy.ts';
import { benchFieldYear } from './fieldYear.ts';
import { benchLumped } from './lumped.ts';
import { benchOptics } from './optics.ts';
import { benchSolver } from './solver.ts';
import { benchSweep } from './sweep.ts';

// Everything that claims to be fast, measured in one run: `npm run bench`.
for (const bench of [
  benchDevice,
  benchSolver,
  benchLumped,
  benchOptics,
  benchEnergy,
  benchFieldYear,
  benchSweep,
]) {
  for (const line of await bench()) console.log(line);
}
await import('./command.ts');
