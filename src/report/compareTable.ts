import Table from 'cli-table3';
import {
  type CompareColumn,
  compareColumns,
  conditionGroups,
  conditionLines,
  printed,
} from './compareColumns.ts';
import type { CompareDocument, CompareResult } from './compareDocument.ts';
import { compareSummary } from './compareSummary.ts';

/** How marks are made; the identity for plain text. */
export interface Paint {
  readonly bold: (text: string) => string;
  readonly dim: (text: string) => string;
  readonly green: (text: string) => string;
  /** Columns of the terminal; left out where lines may be as long as they are. */
  readonly columns?: number;
}

const barWidth = 20;
/** A bar shorter than this shows nothing. */
const leastBar = 8;
const conditionWidth = 10;
const eighths = ['', '▏', '▎', '▍', '▌', '▋', '▊', '▉'];

/**
 * Bar from zero, in eighths of a character.
 *
 * @param share 0 to 1 of the full width
 * @example bar(0.5, 4) // '██'
 */
export function bar(share: number, width: number = barWidth): string {
  const parts = Math.round(Math.min(Math.max(share, 0), 1) * width * 8);
  return '█'.repeat(Math.floor(parts / 8)) + eighths[parts % 8]!;
}

/** Index of the largest printed value, where the cells differ at all. */
function bestOf(column: CompareColumn, group: readonly CompareResult[]): number {
  if (!column.largestIsBest || group.length < 2) return -1;
  const values = group.map((result) => Number(printed(column, result)));
  const largest = Math.max(...values);
  return values.every((value) => value === largest) ? -1 : values.indexOf(largest);
}

/**
 * The comparison for people: conditions first, one row a cell, units in the heads, the best value
 * marked with a star, and a bar of the energy (of the power, where there is no time).
 */
export function compareTable(document: CompareDocument, paint: Paint): string {
  const columns = compareColumns(document);
  const worth = (result: CompareResult) => result.energy_kWh_m2 ?? result.pmax_W_m2;
  const hasEnergy = document.results.some((result) => result.energy_kWh_m2 !== undefined);
  const { baseline } = document.conditions;
  const most = Math.max(...document.results.map(worth));
  // Numbers leave room for the star; heads stand over the digits.
  const over = (column: CompareColumn, text: string) => (column.largestIsBest ? `${text} ` : text);
  const tableLines = (paint: Paint, width: number) => {
    const table = new Table({
      chars: rules,
      style: { head: [], border: [], compact: true, 'padding-left': 1, 'padding-right': 1 },
      colAligns: ['left', ...columns.map(() => 'right' as const), 'left'],
    });
    table.push(['Cell', ...columns.map((c) => over(c, c.head)), ''].map(paint.bold));
    table.push(['', ...columns.map((c) => over(c, c.unit)), ''].map(paint.dim));
    for (const group of conditionGroups(document)) {
      table.push(columns.map(() => '').concat('', ''));
      const best = columns.map((column) => bestOf(column, group));
      group.forEach((result, i) => {
        const values = columns.map((column, c) => {
          if (column.head === 'Gain' && result.cell === baseline) return paint.dim('baseline');
          const text = printed(column, result);
          return best[c] === i ? paint.bold(paint.green(`${text}*`)) : over(column, text);
        });
        const drawn = width > 0 ? paint.green(bar(worth(result) / most, width)) : '';
        table.push([paint.bold(result.cell), ...values, drawn]);
      });
    }
    return table
      .toString()
      .split('\n')
      .map((line) => line.trimEnd());
  };
  // The bar stands two columns off; where it would wrap it is shorter, or none.
  const longest = Math.max(...tableLines(unpainted, 0).map((line) => line.length));
  const room = (paint.columns ?? Number.POSITIVE_INFINITY) - longest - 2;
  const lines = tableLines(paint, room < leastBar ? 0 : Math.min(barWidth, room));
  const conditions = conditionLines(document).map(
    ([name, text]) => `${paint.bold(name.padEnd(conditionWidth))}${text}`,
  );
  const what = hasEnergy ? 'energy' : 'power';
  const shown = room < leastBar ? 'Gain' : 'Gain and bar';
  const note = `* best. ${shown}: ${what} per area; gain over ${baseline}.`;
  return [...conditions, '', ...lines, '', ...compareSummary(document), paint.dim(note), ''].join(
    '\n',
  );
}

const plain = (text: string) => text;
const unpainted: Paint = { bold: plain, dim: plain, green: plain };

/** No rules but space: the heads and numbers stand for themselves. */
const rules = {
  top: '',
  'top-mid': '',
  'top-left': '',
  'top-right': '',
  bottom: '',
  'bottom-mid': '',
  'bottom-left': '',
  'bottom-right': '',
  left: '',
  'left-mid': '',
  mid: '',
  'mid-mid': '',
  right: '',
  'right-mid': '',
  middle: '',
};
