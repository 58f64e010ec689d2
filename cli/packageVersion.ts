import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { dataFolder } from '../src/node/dataFolder.ts';

/** Version of the package that is running. */
export function packageVersion(): string {
  const text = readFileSync(join(dataFolder(), '..', 'package.json'), 'utf8');
  const { version } = JSON.parse(text) as { version: string };
  return version;
}
