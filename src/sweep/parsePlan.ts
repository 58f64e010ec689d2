import type * as z from 'zod';
import { placeOfKey, placeOfValue, readCellDocument } from '../cell/cellDocument.ts';
import { explainIssue } from '../cell/explainIssue.ts';
import { DataError } from '../light/dataError.ts';
import { sweepPlanSchema } from './plan.ts';

/** What a plan file says; what it leaves out is not there. */
export type WrittenPlan = z.input<typeof sweepPlanSchema>;

/**
 * Reads and checks a plan file.
 *
 * @param text YAML or JSON
 * @param file for messages
 * @returns as written: defaults come when the command line has been put over it
 * @throws DataError with file, line and column of the first problem
 */
export function parsePlan(text: string, file: string): WrittenPlan {
  const source = readCellDocument(text);
  if (source.error) throw new DataError(source.error.message, { file, ...source.error });
  const value: unknown = source.document.toJS();
  const result = sweepPlanSchema.safeParse(value);
  if (result.success) return value as WrittenPlan;
  const problems = result.error.issues.flatMap((issue) =>
    explainIssue(issue, value, { schema: sweepPlanSchema, whole: 'the plan' }).map((explained) => ({
      message: explained.message,
      ...(issue.code === 'unrecognized_keys'
        ? placeOfKey(source, explained.path)
        : placeOfValue(source, explained.path)),
    })),
  );
  const [first] = problems.sort((a, b) => a.line - b.line || a.column - b.column);
  throw new DataError(first!.message, { file, line: first!.line, column: first!.column });
}
