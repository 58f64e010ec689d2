import { constants } from 'node:os';
import { UsageError } from '../src/cell/errors.ts';
import { DataError } from '../src/light/dataError.ts';
import { SweepInterrupted } from '../src/node/sweep/sweepProgress.ts';
import { ReachError } from '../src/optics/reach.ts';

/** What went wrong, for the shell. */
export interface Failure {
  /** One line. */
  readonly message: string;
  /** 2: the request cannot be met as written; 1: the calculation failed; above 128: a signal. */
  readonly exitCode: number;
}

/** Makes the one line and the exit code of anything thrown. */
export function failureOf(error: unknown): Failure {
  const message = error instanceof Error ? error.message : String(error);
  // Control characters of what was typed or read would reach the terminal.
  const line = message
    .replace(/\s*\n\s*/g, ' ')
    .replace(/\p{C}/gu, '?')
    .trim();
  const signal = error instanceof SweepInterrupted ? error.signal : undefined;
  if (signal !== undefined) return { message: line, exitCode: 128 + constants.signals[signal] };
  return { message: line, exitCode: asksTheImpossible(error) ? 2 : 1 };
}

/** The fault lies in what was given, also where a command has said more about it. */
function asksTheImpossible(error: unknown): boolean {
  if (error instanceof UsageError || error instanceof DataError) return true;
  if (error instanceof ReachError) return true;
  return error instanceof Error && error.cause !== undefined && asksTheImpossible(error.cause);
}
