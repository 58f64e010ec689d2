import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
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
 * How Node is started for a worker. A source file of a checkout needs the loader that runs the
 * checkout; handed on as an argument it loads a worker's file but not what that imports later, so each
 * thread registers it itself.
 */
export function workerArguments(worker: URL): { execArgv?: string[] } {
  // Left out they are inherited; handed on by hand, those of V8 would be refused.
  if (!worker.pathname.endsWith('.ts')) return {};
  const tsx = dirname(createRequire(import.meta.url).resolve('tsx/package.json'));
  const loader = pathToFileURL(join(tsx, 'dist/esm/api/index.mjs')).href;
  const start = `import { register } from ${JSON.stringify(loader)}; register();`;
  return { execArgv: ['--import', `data:text/javascript,${encodeURIComponent(start)}`] };
}
