import type { FileHandle } from 'node:fs/promises';
import type { RowValue } from '../../report/rows/rowHead.ts';

/** Takes rows on their way into an open file. */
export interface RowSink {
  write(rows: readonly (readonly RowValue[])[]): Promise<void>;
  /** Writes what is left; the file stays open. */
  finish(): Promise<void>;
}

/** Writes all of the bytes: a nearly full disk takes some and fails at the next call. */
export async function writeAll(handle: FileHandle, bytes: Uint8Array): Promise<void> {
  for (let done = 0; done < bytes.length; ) {
    const { bytesWritten } = await handle.write(bytes, done, bytes.length - done);
    done += bytesWritten;
  }
}
