import { conditionGroups } from './compareColumns.ts';
import type { CompareDocument, CompareResult } from './compareDocument.ts';

/** The answer as a sentence, where there is one set of conditions and something to compare. */
export function compareSummary(document: CompareDocument): string[] {
  const { results } = document;
  if (conditionGroups(document).length !== 1 || results.length < 2) return [];
  const what = results.some(({ energy_kWh_m2 }) => energy_kWh_m2 !== undefined)
    ? 'energy'
    : 'power';
  const worth = (result: CompareResult) => result.energy_kWh_m2 ?? result.pmax_W_m2;
  const [best, ...others] = [...results].sort((a, b) => worth(b) - worth(a));
  if (!(worth(others[others.length - 1]!) > 0)) return [];
  const gains = others.map((other) => moreThan(other.cell, worth(best!) / worth(other)));
  return [`${best!.cell} makes the most ${what}: ${gains.join(', ')}.`];
}

/** `2.4 % more than topcon`; `as much as my` where no digit that is shown tells them apart. */
export function moreThan(cell: string, ratio: number): string {
  const more = (100 * (ratio - 1)).toFixed(1);
  return Number(more) === 0 ? `as much as ${cell}` : `${more} % more than ${cell}`;
}
