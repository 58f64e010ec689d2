import { randomUUID } from 'node:crypto';
import { type FileHandle, open, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { UsageError } from '../../cell/errors.ts';
import { systemCode } from '../rows/fileTrouble.ts';

/** Who writes an output. */
interface Holder {
  readonly pid: number;
  readonly host: string;
  readonly since: string;
  readonly token: string;
}

/** A holder shows at this interval that it is alive. */
const beatMilliseconds = 5000;
/** A lock from another machine that shows no sign of life for so long is left over. */
const staleMilliseconds = 60_000;

/** An output that is this process' alone. */
export interface OutputLock {
  release(): Promise<void>;
}

/**
 * Takes an output for this process, by a file beside it that says who has it. A lock that a killed
 * process left is taken over: on the same machine when its process is gone, else when it has shown
 * no sign of life for a minute.
 *
 * @param output file that will be written
 * @throws UsageError when another process writes it
 */
export async function lockOutput(output: string): Promise<OutputLock> {
  const path = lockPath(output);
  const token = randomUUID();
  const holder: Holder = {
    pid: process.pid,
    host: hostname(),
    since: new Date().toISOString(),
    token,
  };
  for (let attempt = 0; attempt < 5; attempt++) {
    const handle = await createLock(path, holder);
    if (handle !== undefined) return keepLock(path, handle, holder);
    const other = await lockHolder(output);
    if (other === undefined) continue;
    if (other.alive) {
      const { pid, host, since } = other;
      throw new UsageError(
        `output ${output}: process ${pid} on ${host} is writing it since ${since} (if that cannot be, delete ${path})`,
      );
    }
    await removeStale(path, other.token);
  }
  throw new UsageError(`output ${output}: others keep taking ${path}`);
}

/** Who writes an output, and whether that process shows signs of life; undefined when none does. */
export async function lockHolder(
  output: string,
): Promise<(Holder & { alive: boolean }) | undefined> {
  const path = lockPath(output);
  const text = await readFile(path, 'utf8').catch(() => undefined);
  if (text === undefined) return undefined;
  const holder = readHolder(text);
  const alive =
    holder.host === hostname() && holder.pid > 0 ? isRunning(holder.pid) : await beats(path);
  return { ...holder, alive };
}

function lockPath(output: string): string {
  return `${output}.lock`;
}

async function createLock(path: string, holder: Holder): Promise<FileHandle | undefined> {
  try {
    const handle = await open(path, 'wx');
    await handle.writeFile(lockText(holder));
    return handle;
  } catch (error) {
    if (systemCode(error) === 'EEXIST') return undefined;
    throw error;
  }
}

function lockText(holder: Holder): string {
  return `${JSON.stringify(holder)}\n`;
}

/** A lock that is just being made is empty; it counts by its age. */
function readHolder(text: string): Holder {
  try {
    return JSON.parse(text) as Holder;
  } catch {
    return { pid: 0, host: 'an unknown machine', since: 'just now', token: '' };
  }
}

function isRunning(pid: number): boolean {
  if (pid === process.pid) return true;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return systemCode(error) === 'EPERM';
  }
}

/** Whether a lock was touched lately, by the clock of its own file system. */
async function beats(path: string): Promise<boolean> {
  const probe = `${path}.${process.pid}.tmp`;
  try {
    await writeFile(probe, '');
    const [now, then] = await Promise.all([stat(probe), stat(path)]);
    return now.mtimeMs - then.mtimeMs < staleMilliseconds;
  } catch {
    return true;
  } finally {
    await rm(probe, { force: true });
  }
}

/** Takes a stale lock away; if another process was quicker and this is its new lock, puts it back. */
async function removeStale(path: string, token: string): Promise<void> {
  const aside = `${path}.${process.pid}.stale`;
  try {
    await rename(path, aside);
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return;
    throw error;
  }
  const moved = readHolder(await readFile(aside, 'utf8'));
  if (moved.token === token) await rm(aside, { force: true });
  else await rename(aside, path);
}

/** Writes the same again through the open file: its time is then that of its file system. */
function keepLock(path: string, handle: FileHandle, holder: Holder): OutputLock {
  const beat = setInterval(() => {
    handle.write(lockText(holder), 0).catch(() => undefined);
  }, beatMilliseconds);
  beat.unref();
  return {
    release: async () => {
      clearInterval(beat);
      await handle.close().catch(() => undefined);
      const text = await readFile(path, 'utf8').catch(() => '');
      if (readHolder(text).token === holder.token) await rm(path, { force: true });
    },
  };
}
