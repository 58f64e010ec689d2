import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

let found: string | undefined;

/**
 * Folder of the data that ships, found upwards from this module: the same in a checkout
 * (src/node), in the built library (dist/node) and in the bundled command (dist/cli).
 *
 * @throws Error when the package is not whole
 */
export function dataFolder(): string {
  found ??= search(dirname(fileURLToPath(import.meta.url)));
  return found;
}

function search(folder: string): string {
  const data = join(folder, 'data');
  if (existsSync(join(data, 'cells')) && existsSync(join(folder, 'package.json'))) return data;
  const parent = dirname(folder);
  if (parent === folder)
    throw new Error('the data folder of solarcell is missing; install it again');
  return search(parent);
}
