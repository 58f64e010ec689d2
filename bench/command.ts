import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { median } from './median.ts';

// Time of whole processes, as a person at the shell has it: median of several, and the limit.
const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const built = join(root, 'dist/cli/main.js');
const runs = 9;

const bare = medianTime([]);
print('node, doing nothing', bare);
if (existsSync(built)) {
  print('solarcell --help, built', medianTime([built, '--help']), 0.25);
  print('solarcell compare, built', medianTime([built, 'compare']), 2);
  print(
    'solarcell compare --profile summer-day, built',
    medianTime([built, 'compare', '--profile', 'summer-day']),
  );
  print(
    'solarcell compare --site greensboro, built',
    medianTime([built, 'compare', '--site', 'greensboro', '--tilt', '30'], 5),
    3,
  );
} else {
  console.log('(no dist/cli/main.js: npm run build, for the built package)');
}
const source = ['--import', 'tsx', join(root, 'cli/main.ts')];
print('solarcell compare, through tsx', medianTime([...source, 'compare']), 2.5);

/** Median wall time, s, of a process after one that warms the disk; no arguments: node alone. */
function medianTime(args: readonly string[], count = runs): number {
  const words = args.length === 0 ? ['-e', '0'] : args;
  const times = Array.from({ length: count + 1 }, () => {
    const start = performance.now();
    execFileSync(process.execPath, words, { cwd: root, stdio: 'ignore' });
    return (performance.now() - start) / 1000;
  });
  return median(times.slice(1));
}

function print(what: string, seconds: number, limit?: number): void {
  const verdict =
    limit === undefined ? '' : `  limit ${limit} s: ${seconds <= limit ? 'met' : 'MISSED'}`;
  console.log(`${what.padEnd(48)} ${seconds.toFixed(3)} s${verdict}`);
}
