#!/usr/bin/env node
import { fileTrouble } from '../src/node/rows/fileTrouble.ts';
import { failureOf } from './failure.ts';
import { run } from './program.ts';

// A reader that has seen enough (head, less) is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  const { message, exitCode } = failureOf(fileTrouble('on the terminal or pipe', error));
  process.stderr.write(`solarcell: ${message}\n`);
  process.exit(exitCode);
});
// Nobody is left to tell.
process.stderr.on('error', () => {});

process.exitCode = await run(process.argv.slice(2));
