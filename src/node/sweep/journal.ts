import { type FileHandle, open, rename, rm } from 'node:fs/promises';
import { crc32 } from 'node:zlib';
import { UsageError } from '../../cell/errors.ts';
import type { BlockRange } from '../../sweep/blockRanges.ts';
import { writeAll } from '../rows/rowSink.ts';

/** Blocks of a sweep whose rows stand in a journal. */
export interface JournalEntry extends BlockRange {
  readonly rows: number;
  readonly failed: number;
}

/** An entry and where its rows are. */
export interface StoredEntry extends JournalEntry {
  readonly offset: number;
  readonly bytes: number;
}

/** What a journal is of: a run that differs in any of these is another one. */
export interface JournalHead {
  readonly schema: 'solarcell.journal/1';
  readonly hash: string;
  /** Number of blocks when all is done. */
  readonly blocks: number;
  /** `3/64` */
  readonly shard: string;
  /** Of the text of the rows. */
  readonly format: 'ndjson' | 'csv';
}

/** Entries are made durable at least this often; a kill loses none, a power cut those since. */
const syncMilliseconds = 1000;

/** Longer heads of an entry do not occur. */
const longestHead = 256;

/** The rows that are done, in the order in which they came, while a sweep runs. */
export interface Journal {
  readonly entries: readonly StoredEntry[];
  /** Bytes at the end that were no whole entry when the journal was opened, and are gone. */
  readonly tornBytes: number;
  append(entry: JournalEntry, rows: Uint8Array): Promise<void>;
  /** The text of an entry's rows. */
  read(entry: StoredEntry): Promise<Uint8Array>;
  /** Makes all durable and closes the file. */
  close(): Promise<void>;
}

/** Begins a journal, which appears with its head whole; a file of that name is overwritten. */
export async function createJournal(path: string, head: JournalHead): Promise<Journal> {
  const beside = `${path}.${process.pid}.tmp`;
  const handle = await open(beside, 'w+');
  try {
    const line = Buffer.from(`${JSON.stringify(head)}\n`);
    await writeAll(handle, line);
    await handle.sync();
    await rename(beside, path);
    return openJournal(handle, [], line.length, 0);
  } catch (error) {
    await handle.close();
    await rm(beside, { force: true });
    throw error;
  }
}

/**
 * Opens a journal that a run left behind. An entry that was cut by a kill is dropped; everything
 * before it stays.
 *
 * @param path of the journal
 * @param head what this run's would be
 * @throws UsageError when it is of another run
 */
export async function resumeJournal(path: string, head: JournalHead): Promise<Journal> {
  const handle = await open(path, 'r+');
  try {
    const { found, entries, end, size } = await scanJournal(handle);
    refuseOther(path, found, head);
    if (size > end) await handle.truncate(end);
    return openJournal(handle, entries, end, size - end);
  } catch (error) {
    await handle.close();
    throw error;
  }
}

/** Reads what a journal holds, and changes nothing; undefined when there is none. */
export async function peekJournal(
  path: string,
): Promise<
  { readonly head: JournalHead | undefined; readonly entries: StoredEntry[] } | undefined
> {
  const handle = await open(path, 'r').catch(() => undefined);
  if (handle === undefined) return undefined;
  try {
    const { found, entries } = await scanJournal(handle);
    return { head: found, entries };
  } finally {
    await handle.close();
  }
}

function refuseOther(path: string, found: JournalHead | undefined, head: JournalHead): void {
  if (found === undefined) {
    throw new UsageError(`${path}: is no journal of a sweep; --overwrite starts anew`);
  }
  if (found.hash !== head.hash) {
    throw new UsageError(
      `${path}: is of another plan, cell or version (its hash is ${found.hash.slice(0, 12)}, this one's ${head.hash.slice(0, 12)}); choose another --output, or --overwrite`,
    );
  }
  for (const key of ['schema', 'shard', 'blocks', 'format'] as const) {
    if (found[key] === head[key]) continue;
    throw new UsageError(
      `${path}: was begun with ${key} ${found[key]}, and this run has ${head[key]}; choose another --output, or --overwrite`,
    );
  }
}

function openJournal(
  handle: FileHandle,
  entries: StoredEntry[],
  end: number,
  tornBytes: number,
): Journal {
  let place = end;
  let synced = performance.now();
  return {
    entries,
    tornBytes,
    append: async (entry, rows) => {
      const { from, to, failed } = entry;
      const head = Buffer.from(
        `${JSON.stringify({ from, to, rows: entry.rows, failed, bytes: rows.length, crc32: crc32(rows) })}\n`,
      );
      try {
        await writeAt(handle, Buffer.concat([head, rows]), place);
      } catch (error) {
        // What a full disk took of it would be dropped at the next start anyway.
        await handle.truncate(place).catch(() => undefined);
        throw error;
      }
      entries.push({ ...entry, offset: place + head.length, bytes: rows.length });
      place += head.length + rows.length;
      if (performance.now() - synced > syncMilliseconds) {
        await handle.datasync();
        synced = performance.now();
      }
    },
    read: ({ offset, bytes }) => readAt(handle, offset, bytes),
    close: async () => {
      await handle.datasync().finally(() => handle.close());
    },
  };
}

async function scanJournal(handle: FileHandle) {
  const { size } = await handle.stat();
  const entries: StoredEntry[] = [];
  const first = await readLine(handle, 0, 4096);
  const found = first && readObject<JournalHead>(first.text);
  if (first === undefined || found?.schema !== 'solarcell.journal/1') {
    return { found: undefined, entries, end: 0, size };
  }
  let end = first.next;
  while (end < size) {
    const line = await readLine(handle, end, longestHead);
    const head = line && readObject<JournalEntry & { bytes: number; crc32: number }>(line.text);
    if (!line || !head || !Number.isSafeInteger(head.bytes) || line.next + head.bytes > size) break;
    const rows = await readAt(handle, line.next, head.bytes);
    if (crc32(rows) !== head.crc32) break;
    const { from, to, failed, bytes } = head;
    entries.push({ from, to, rows: head.rows, failed, offset: line.next, bytes });
    end = line.next + bytes;
  }
  return { found, entries, end, size };
}

function readObject<T>(text: string): T | undefined {
  try {
    return JSON.parse(text) as T;
  } catch {
    return undefined;
  }
}

async function readLine(handle: FileHandle, start: number, most: number) {
  const bytes = await readAt(handle, start, most);
  const end = bytes.indexOf(0x0a);
  if (end < 0) return undefined;
  return { text: bytes.toString('utf8', 0, end), next: start + end + 1 };
}

/** Bytes from a place on; fewer at the end of the file. */
async function readAt(handle: FileHandle, start: number, length: number): Promise<Buffer> {
  const bytes = Buffer.allocUnsafe(length);
  let done = 0;
  while (done < length) {
    const { bytesRead } = await handle.read(bytes, done, length - done, start + done);
    if (bytesRead === 0) break;
    done += bytesRead;
  }
  return bytes.subarray(0, done);
}

async function writeAt(handle: FileHandle, bytes: Uint8Array, place: number): Promise<void> {
  for (let done = 0; done < bytes.length; ) {
    const left = bytes.length - done;
    const { bytesWritten } = await handle.write(bytes, done, left, place + done);
    done += bytesWritten;
  }
}
