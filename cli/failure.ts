import { UsageError } from '../src/cell/errors.ts';
import { DataError } from '../src/light/dataError.ts';

/** What went wrong, for the shell. */
export interface Failure {
  /** One line. */
  readonly message: string;
  /** 2: the request cannot be met as written; 1: the calculation failed. */
  readonly exitCode: 1 | 2;
}

/** Makes the one line and the exit code of anything thrown. */
export function failureOf(error: unknown): Failure {
  const message = error instanceof Error ? error.message : String(error);
  const line = message.replace(/\s*\n\s*/g, ' ').trim();
  const asked = error instanceof UsageError || error instanceof DataError;
  return { message: line, exitCode: asked ? 2 : 1 };
}
