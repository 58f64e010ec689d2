import { rename, rm, writeFile } from 'node:fs/promises';
import { UsageError } from '../cell/errors.ts';

/**
 * Writes a file whole or not at all: beside its place first, then renamed over it.
 *
 * @param path where it is to be
 * @param contents text, or bytes
 * @throws UsageError when the folder is missing or may not be written
 */
export async function writeFileAtomic(path: string, contents: string | Uint8Array): Promise<void> {
  const beside = `${path}.${process.pid}.tmp`;
  try {
    await writeFile(beside, contents);
    await rename(beside, path);
  } catch (error) {
    await rm(beside, { force: true });
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    const reason =
      code === 'ENOENT'
        ? 'its folder does not exist'
        : code === 'EISDIR'
          ? 'it is a folder'
          : `it cannot be written (${String(code)})`;
    throw new UsageError(`output ${path}: ${reason}`);
  }
}
