import { open } from 'node:fs/promises';
import { DataError } from '../../light/dataError.ts';

/**
 * Lines of a text, in batches. The file is open only while a chunk is read, so that thousands of
 * files can be read side by side.
 *
 * @param path the file
 * @param chunkBytes bytes read at a time
 * @returns the whole lines of a chunk, without their ends
 * @throws DataError when the last line has no end: the file was cut
 */
export async function* readLines(path: string, chunkBytes: number): AsyncGenerator<string[]> {
  const chunk = Buffer.allocUnsafe(chunkBytes);
  let rest: Buffer = Buffer.alloc(0);
  for (let place = 0, line = 0; ; ) {
    const handle = await open(path, 'r');
    const { bytesRead } = await handle
      .read(chunk, 0, chunkBytes, place)
      .finally(() => handle.close());
    if (bytesRead === 0) {
      if (rest.length === 0) return;
      throw new DataError('is cut short: its last line has no end', { file: path, line: line + 1 });
    }
    place += bytesRead;
    const end = chunk.lastIndexOf(0x0a, bytesRead - 1);
    if (end < 0) {
      rest = Buffer.concat([rest, chunk.subarray(0, bytesRead)]);
      continue;
    }
    // Cut at line ends, never inside a character.
    const lines = Buffer.concat([rest, chunk.subarray(0, end)])
      .toString('utf8')
      .split('\n');
    rest = Buffer.from(chunk.subarray(end + 1, bytesRead));
    line += lines.length;
    yield lines;
  }
}
