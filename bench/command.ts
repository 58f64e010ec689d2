import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';

// Time of whole processes, as a person at the shell has it: median of several, and the limit.
const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const built = join(root, 'dist/cli/main.js');
const runs = 9;

const bare = median([], 'node');
print('node, doing nothing', bare);
if (existsSync(built)) {
  print('solarcell --help, built', median([built, '--help']), 0.35);
  print('solarcell compare, built', median([built, 'compare']), 1.5);
  print(
    'solarcell compare --profile summer-day, built',
    median([built, 'compare', '--profile', 'summer-day']),
  );
} else {
  console.log('(no dist/cli/main.js: npm run build, for the built package)');
}
const source = ['--import', 'tsx', join(root, 'cli/main.ts')];
print('solarcell compare, through tsx', median([...source, 'compare']), 2.5);

/** Median wall time, s, of a process after one that warms the disk. */
function median(args: readonly string[], name = args.join(' ')): number {
  const words = name === 'node' ? ['-e', '0'] : args;
  const times = Array.from({ length: runs + 1 }, () => {
    const start = performance.now();
    execFileSync(process.execPath, words, { cwd: root, stdio: 'ignore' });
    return (performance.now() - start) / 1000;
  });
  const [middle] = times
    .slice(1)
    .sort((a, b) => a - b)
    .slice(runs >> 1);
  return middle!;
}

function print(what: string, seconds: number, limit?: number): void {
  const verdict =
    limit === undefined ? '' : `  limit ${limit} s: ${seconds <= limit ? 'met' : 'MISSED'}`;
  console.log(`${what.padEnd(48)} ${seconds.toFixed(3)} s${verdict}`);
}
