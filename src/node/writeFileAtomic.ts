import { rename, rm, stat, writeFile } from 'node:fs/promises';
import { fileTrouble } from './rows/fileTrouble.ts';

/**
 * Writes a file whole or not at all: beside its place first, then renamed over it. A pipe or a device
 * (`/dev/stdout`) is written to as it is.
 *
 * @param path where it is to be
 * @param contents text, or bytes
 * @throws UsageError when the folder is missing or may not be written, Error when the disk is full
 */
export async function writeFileAtomic(path: string, contents: string | Uint8Array): Promise<void> {
  const there = await stat(path).catch(() => undefined);
  if (there !== undefined && !there.isFile() && !there.isDirectory()) {
    return writeFile(path, contents).catch((error) => {
      throw fileTrouble(path, error);
    });
  }
  const beside = `${path}.${process.pid}.tmp`;
  try {
    await writeFile(beside, contents);
    await rename(beside, path);
  } catch (error) {
    await rm(beside, { force: true });
    throw fileTrouble(path, error);
  }
}
