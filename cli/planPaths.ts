import { isAbsolute, join } from 'node:path';
import { looksLikePath } from '../src/node/dataFiles.ts';
import type { WrittenPlan } from '../src/sweep/parsePlan.ts';

/** Values that are files, among those of fields that also take words and quantities with a slash. */
const fileLike = /\.(ya?ml|json|csv|txt|tsv|epw|tm2|tmy3?)$/i;

/**
 * A plan whose files are told from where the program runs: in the file they are relative to itself.
 *
 * @param plan as the file says it
 * @param folder of the file
 */
export function planPaths(plan: WrittenPlan, folder: string): WrittenPlan {
  const moved = (text: string) => (isAbsolute(text) ? text : join(folder, text));
  const named = (text: string) => (looksLikePath(text) ? moved(text) : text);
  const value = <Value>(one: Value): Value =>
    typeof one === 'string' && fileLike.test(one) ? (moved(one) as Value) : one;
  const list = (text: string) =>
    text
      .split(',')
      .map((word) => value(word.trim()))
      .join(',');
  const vary = Object.entries(plan.vary ?? {}).map(([name, written]) => {
    if (Array.isArray(written)) return [name, written.map(value)];
    return [
      name,
      typeof written === 'string' && /\.\w+\s*(,|$)/.test(written) ? list(written) : written,
    ];
  });
  const field = Object.entries(plan.field ?? {}).map(([name, one]) => [name, value(one)]);
  const set = Object.entries(plan.set ?? {}).map(([path, one]) => [path, value(one)]);
  return {
    ...plan,
    ...(plan.cell === undefined ? {} : { cell: named(plan.cell) }),
    ...(plan.spectrum === undefined ? {} : { spectrum: named(plan.spectrum) }),
    ...(plan.profile === undefined ? {} : { profile: named(plan.profile) }),
    ...(plan.vary === undefined ? {} : { vary: Object.fromEntries(vary) }),
    ...(plan.field === undefined ? {} : { field: Object.fromEntries(field) }),
    ...(plan.set === undefined ? {} : { set: Object.fromEntries(set) }),
  };
}
