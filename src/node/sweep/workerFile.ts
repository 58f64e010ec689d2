import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';

/**
 * The module that worker threads run: beside this one in a checkout and in the built library, one
 * folder up in the bundled command.
 */
export function sweepWorkerFile(): URL {
  for (const place of ['./sweepWorker.ts', './sweepWorker.js', '../sweepWorker.js']) {
    const url = new URL(place, import.meta.url);
    if (existsSync(fileURLToPath(url))) return url;
  }
  throw new Error('the worker of solarcell is missing; install it again');
}

/**
 * How Node is started for a worker: a source file of a checkout needs the loader that runs the
 * checkout itself.
 */
export function workerArguments(worker: URL): string[] {
  if (!worker.pathname.endsWith('.ts') || process.execArgv.some((word) => word.includes('tsx'))) {
    return process.execArgv;
  }
  const loader = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;
  return [...process.execArgv, '--import', loader];
}
