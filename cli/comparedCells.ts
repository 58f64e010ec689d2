import { basename, extname } from 'node:path';
import type { Cell } from '../src/cell/cell.ts';
import { looksLikePath } from '../src/node/dataFiles.ts';
import { loadCell } from '../src/node/loadCell.ts';
import { tell } from './talk.ts';

/** Names that results may have as keys, as those of cell files. */
const plainName = /^[A-Za-z][\w-]*$/;

/**
 * Loads the cells of a comparison. A copy of a cell that still has its name, as `cells show shj > my.yaml`
 * makes, is told from it by the name of its file.
 *
 * @param names of cells, or paths of cell files
 * @param set values to change in every one
 * @throws UsageError for an unknown name or setting, DataError for a fault inside a file
 */
export async function comparedCells(
  names: readonly string[],
  set: readonly string[] | undefined,
): Promise<Cell[]> {
  const cells = await Promise.all(names.map((name) => loadCell(name, { set })));
  const counts = new Map<string, number>();
  for (const { name } of cells) counts.set(name, (counts.get(name) ?? 0) + 1);
  return cells.map((cell, k) => {
    const path = names[k]!;
    const stem = basename(path, extname(path));
    const isTaken = cells.some((other) => other.name === stem);
    const isCopy = counts.get(cell.name)! > 1 && looksLikePath(path);
    if (!isCopy || isTaken || !plainName.test(stem)) return cell;
    const said = path === '/dev/stdin' ? '-' : path;
    tell(`note: ${said} says it is "${cell.name}", as another cell does; here it is "${stem}"`);
    return { ...cell, name: stem, description: { ...cell.description, name: stem } };
  });
}
