import type * as z from 'zod';
import { field, showPath } from './cellPath.ts';
import { didYouMean, nearest } from './nearest.ts';
import { cellSchema } from './schema.ts';
import { allowedKeys, allowedValues, schemaAt, unionKinds } from './schemaWalk.ts';

/** What a value was checked by. */
export interface CheckedBy {
  readonly schema: z.core.$ZodType;
  /** Word for the whole value. */
  readonly whole: string;
}

const byCell: CheckedBy = { schema: cellSchema, whole: 'the cell' };

/** A sentence about one place of a cell. */
export interface ExplainedIssue {
  readonly path: readonly PropertyKey[];
  readonly message: string;
  /** The field that an unknown one was probably meant to be. */
  readonly meant?: readonly PropertyKey[];
}

/**
 * Says in one line what the schema found wrong: the field, the value found, what is allowed, and
 * the nearest name.
 *
 * @param issue as the schema reports it
 * @param value the whole cell as read
 * @param by what checked it; the schema of cells when left out
 * @returns one sentence for each unknown field, else one
 */
export function explainIssue(
  issue: z.core.$ZodIssue,
  value: unknown,
  by: CheckedBy = byCell,
): ExplainedIssue[] {
  const path = issue.path;
  if (issue.code === 'unrecognized_keys') {
    const allowed = allowedKeys(schemaAt(by.schema, path, value));
    return issue.keys.map((key) => {
      const near = nearest(key, allowed);
      const hint = didYouMean(key, allowed) || `; allowed: ${allowed.join(', ')}`;
      const message = `unknown field "${key}"${where(path, value)}${hint}`;
      return { path: [...path, key], message, ...(near ? { meant: [...path, near] } : {}) };
    });
  }
  return [{ path, message: `${showPath(path, value) || by.whole} ${reason(issue, value, by)}` }];
}

function where(path: readonly PropertyKey[], value: unknown): string {
  return path.length === 0 ? '' : ` in ${showPath(path, value)}`;
}

function reason(issue: z.core.$ZodIssue, value: unknown, by: CheckedBy): string {
  const found = issue.path.reduce<unknown>(field, value);
  if (issue.code === 'custom') {
    return issue.params?.found === undefined ? issue.message : `${show(found)} ${issue.message}`;
  }
  const words = wordsFor(issue, value, by);
  if (found === undefined || found === null) {
    return `is missing${words.length > 0 ? `; one of ${words.join(', ')}` : ''}`;
  }
  if (words.length === 1) return `${show(found)} is not "${words[0]}"`;
  if (words.length > 1) {
    return `${show(found)} is not one of ${words.join(', ')}${didYouMean(String(found), words)}`;
  }
  if (issue.code === 'invalid_type' && ['object', 'record'].includes(issue.expected)) {
    const keys = allowedKeys(schemaAt(by.schema, issue.path, value));
    return `${show(found)} is not a group of fields${keys.length > 0 ? ` (${keys.join(', ')})` : ''}`;
  }
  if (issue.code === 'invalid_type' && issue.expected === 'array') {
    return `${show(found)} is not a list`;
  }
  return `${show(found)} is wrong: ${lowerFirst(issue.message)}`;
}

/** The words that would have been right there. */
function wordsFor(issue: z.core.$ZodIssue, value: unknown, by: CheckedBy): readonly string[] {
  const words = allowedValues(schemaAt(by.schema, issue.path, value));
  if (words.length > 0) return words;
  return unionKinds(schemaAt(by.schema, issue.path.slice(0, -1), value));
}

function show(found: unknown): string {
  if (typeof found === 'string') return `"${found}"`;
  if (Array.isArray(found)) return 'a list';
  if (typeof found === 'object' && found !== null) return 'a group of fields';
  return String(found);
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
