import { UsageError } from '../../cell/errors.ts';

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'its folder does not exist',
  EISDIR: 'it is a folder',
  ENOTDIR: 'its folder is a file',
  EACCES: 'its folder or the file may not be written',
  EPERM: 'its folder or the file may not be written',
  EROFS: 'its file system is read-only',
  ENOSPC: 'the disk is full',
  EDQUOT: 'the quota of the disk is used up',
  EFBIG: 'it is larger than its file system allows',
};

/** Trouble that a disk makes while a calculation runs, not one with the request. */
const failures: ReadonlySet<string> = new Set(['ENOSPC', 'EDQUOT', 'EFBIG', 'EIO']);

/** The code of an error of the system, as ENOSPC. */
export function systemCode(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error ? String(error.code) : undefined;
}

/**
 * What to throw when a file cannot be written: one line that names it and why.
 *
 * @param path file that was to be written
 * @param error as the system gave it; anything else is handed back as it is
 * @param rest what became of the work, put behind the reason
 */
export function fileTrouble(path: string, error: unknown, rest = ''): unknown {
  const code = systemCode(error);
  if (code === undefined || !/^E[A-Z]+$/.test(code)) return error;
  const text = `output ${path}: ${reasons[code] ?? `it cannot be written (${code})`}${rest}`;
  return failures.has(code) ? new Error(text) : new UsageError(text);
}
