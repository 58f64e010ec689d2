import { UsageError } from '../src/cell/errors.ts';
import { DataError } from '../src/light/dataError.ts';
import { ReachError } from '../src/optics/reach.ts';

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
  return { message: line, exitCode: asksTheImpossible(error) ? 2 : 1 };
}

/** The fault lies in what was given, also where a command has said more about it. */
function asksTheImpossible(error: unknown): boolean {
  if (error instanceof UsageError || error instanceof DataError) return true;
  if (error instanceof ReachError) return true;
  return error instanceof Error && error.cause !== undefined && asksTheImpossible(error.cause);
}
