import { UsageError } from '../cell/errors.ts';

/** The cell that gains refer to where nobody says and it is among them. */
const usualBaseline = 'perc';

/**
 * Refuses cells that results could not tell apart.
 *
 * @param names of the cells that are compared
 * @throws UsageError for two of one name
 */
export function refuseTwins(names: readonly string[]): void {
  const twice = names.find((name, i) => names.indexOf(name) !== i);
  if (twice === undefined) return;
  throw new UsageError(
    `two of the cells are named "${twice}"; give one another "name" in its file`,
  );
}

/**
 * Name of the cell that gains refer to.
 *
 * @param names of the cells that are compared
 * @param wanted by the user; `perc` where it is among them, else the first, when left out
 * @throws UsageError for no cells, two of one name, or a baseline that is not among them
 * @example baselineOf(['shj', 'perc'], undefined) // 'perc'
 */
export function baselineOf(names: readonly string[], wanted: string | undefined): string {
  if (names.length === 0) throw new UsageError('no cells to compare');
  refuseTwins(names);
  if (wanted === undefined) return names.includes(usualBaseline) ? usualBaseline : names[0]!;
  if (names.includes(wanted)) return wanted;
  throw new UsageError(`baseline "${wanted}" is not among the cells: ${names.join(', ')}`);
}
