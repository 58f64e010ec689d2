import type * as z from 'zod';
import { placeOfKey, placeOfValue, readCellDocument } from '../cell/cellDocument.ts';
import { UsageError } from '../cell/errors.ts';
import { explainIssue } from '../cell/explainIssue.ts';
import { DataError } from '../light/dataError.ts';
import { type SweepPlan, sweepPlanSchema } from './plan.ts';

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

/**
 * Checks a plan and puts in its defaults.
 *
 * @param plan the text of a plan file, or what it says as an object
 * @param file for messages about a text
 * @returns the plan, all of it there
 * @throws DataError for a text, UsageError for an object, with the first problem and the nearest name
 * @example parseSweepPlan({ cell: 'shj', vary: { irradiance: '200,1000' } }).design // 'grid'
 */
export function parseSweepPlan(plan: string | WrittenPlan, file = 'plan'): SweepPlan {
  const written = typeof plan === 'string' ? parsePlan(plan, file) : plan;
  const result = sweepPlanSchema.safeParse(written);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  const [explained] = explainIssue(issue!, written, { schema: sweepPlanSchema, whole: 'the plan' });
  throw new UsageError(explained!.message);
}
