import type * as z from 'zod';
import { DataError } from '../light/dataError.ts';
import {
  type CellDocument,
  placeOfKey,
  placeOfValue,
  readCellDocument,
  type TextPlace,
} from './cellDocument.ts';
import { explainIssue } from './explainIssue.ts';
import { withFilmMaterials } from './filmMaterials.ts';
import { gridCircuit } from './gridCircuit.ts';
import { type CellDescription, cellSchema } from './schema.ts';
import { applySetting, type CellSetting } from './setValue.ts';

/** One thing wrong with a cell file. */
export interface CellProblem extends TextPlace {
  /** File the value came from, or the `--set` that put it there. */
  readonly file: string;
  readonly message: string;
}

/** A cell, or what is wrong with it. */
export type CellReading =
  | { readonly description: CellDescription; readonly problems: readonly [] }
  | { readonly description?: undefined; readonly problems: readonly CellProblem[] };

/** How a cell text is read. */
export interface CellOptions {
  /** Name of the file, for messages. */
  readonly file: string;
  /** Values to put in before the check. */
  readonly set?: readonly CellSetting[];
}

/**
 * Reads and checks a cell description, and reports every problem with its place.
 *
 * @param text YAML or JSON
 * @throws UsageError for a setting whose path no cell has
 */
export async function readCell(text: string, options: CellOptions): Promise<CellReading> {
  const { file } = options;
  const source = readCellDocument(text);
  if (source.error) return { problems: [{ file, ...source.error }] };
  const set = (options.set ?? []).map((setting) => ({
    setting,
    path: applySetting(source.document, setting),
  }));
  const value = withFilmMaterials(source.document.toJS());
  const result = await cellSchema.safeParseAsync(value);
  if (result.success) {
    const { circuit, ...layers } = result.data;
    return { description: { ...layers, circuit: gridCircuit(circuit) }, problems: [] };
  }
  const issues = result.error.issues.flatMap((issue) =>
    explainIssue(issue, value).map((explained) => ({ issue, explained })),
  );
  // A mistyped field is told once, not also as the field that it leaves missing.
  const meant = new Set(issues.map(({ explained }) => explained.meant?.join('.')));
  const problems = issues
    .filter(({ explained }) => !meant.has(explained.path.join('.')))
    .map(({ issue, explained }) => {
      const { path, message } = explained;
      const by = set.findLast((one) => startsWith(path, one.path));
      if (by)
        return {
          file: `${by.setting.option ?? '--set'} ${by.setting.text}`,
          line: 0,
          column: 0,
          message,
        };
      return { file, ...placeOf(source, issue, path), message };
    });
  return { problems: problems.sort((a, b) => a.line - b.line || a.column - b.column) };
}

/**
 * Reads and checks a cell description.
 *
 * @returns the cell, every number in the unit its schema field names
 * @throws DataError with file, line and column of the first problem
 * @throws UsageError for a setting whose path no cell has
 */
export async function parseCell(text: string, options: CellOptions): Promise<CellDescription> {
  const { description, problems } = await readCell(text, options);
  if (description) return description;
  const [first] = problems;
  throw new DataError(first!.message, first!);
}

function startsWith(path: readonly PropertyKey[], start: readonly PropertyKey[]): boolean {
  return start.every((key, i) => path[i] === key);
}

function placeOf(
  source: CellDocument,
  issue: z.core.$ZodIssue,
  path: readonly PropertyKey[],
): TextPlace {
  return issue.code === 'unrecognized_keys' ? placeOfKey(source, path) : placeOfValue(source, path);
}
