import type { PreparedSweep, SweepColumn, SweepRow } from '../sweep/preparedSweep.ts';
import { splitColumn } from './columnUnit.ts';
import type { Section, SectionColumn, SectionValue } from './section.ts';

/** Digits of a number that people compare. */
const significant = 5;

/**
 * Rows of a sweep as a table for people.
 *
 * @param sweep for its columns
 * @param rows in the order of the points
 */
export function sweepSection(
  sweep: Pick<PreparedSweep, 'columns' | 'count'>,
  rows: readonly SweepRow[],
): Section {
  const failed = rows.filter(({ status }) => status === 'failed');
  const left = sweep.count - rows.length;
  const columns = sweep.columns.map((column, c) =>
    tableColumn(
      column,
      rows.map(({ values }) => values[c]!),
    ),
  );
  const withError: readonly SectionColumn[] =
    failed.length > 0 ? [{ key: 'error', head: 'error', unit: '', digits: 0 }] : [];
  return {
    title: `${rows.length} ${rows.length === 1 ? 'point' : 'points'}${left > 0 ? `, ${left} left out by conditions` : ''}`,
    columns: [...columns, ...withError],
    rows: rows.map(({ values, error }): SectionValue[] => [
      ...values.map((value) => value ?? undefined),
      ...(failed.length > 0 ? [error ?? undefined] : []),
    ]),
    ...(failed.length > 0 ? { notes: [`${failed.length} of them failed`] } : {}),
  };
}

/**
 * A column with as many digits as its numbers need: head over unit, where the name ends in one.
 *
 * @param values of the column
 */
export function tableColumn(
  { name, kind }: SweepColumn,
  values: readonly (number | string | null)[],
): SectionColumn {
  const { bare: head, unit } = splitColumn(name);
  if (kind === 'text') return { key: name, head, unit, digits: 0 };
  const sizes = values.filter((value): value is number => typeof value === 'number' && value !== 0);
  const exponents = sizes.map((value) => Math.floor(Math.log10(Math.abs(value))));
  const most = Math.max(...exponents, 0);
  const least = Math.min(...exponents, most);
  if (most > 5 || least < -3) return { key: name, head, unit, digits: { significant } };
  // No more digits than the numbers have.
  const wanted = Math.max(0, significant - 1 - most);
  const short = (digits: number) =>
    sizes.every(
      (value) => Math.abs(Number(value.toFixed(digits)) - value) < 1e-9 * Math.abs(value),
    );
  let digits = 0;
  while (digits < wanted && !short(digits)) digits++;
  return { key: name, head, unit, digits };
}

/** A clock. */
interface Clock {
  now(): number;
}

/** Points that are solved to estimate the time, or as many as there is time for, ms. */
const sample = 200;
const sampleTime = 1500;

/**
 * Counts the points of a sweep and estimates its time from a few of them.
 *
 * @returns lines for people
 */
export function sweepEstimate(sweep: PreparedSweep, clock: Clock): string {
  const { count, blockSize } = sweep;
  const blocks = Math.ceil(count / blockSize);
  const start = clock.now();
  let solved = 0;
  let tried = 0;
  let failed = 0;
  let error = '';
  // Blocks from all over the design, each from its beginning as in the run.
  const chosen = Array.from({ length: 8 }, (_, k) => Math.floor((k * blocks) / 8));
  for (const block of new Set(chosen)) {
    const first = block * blockSize;
    const end = Math.min(count, first + blockSize);
    let seen = first - 1;
    let stopped = false;
    for (const row of sweep.rows(first, end, 1)) {
      solved++;
      seen = row.point;
      if (row.status === 'failed') {
        failed++;
        error ||= row.error ?? '';
      }
      if (solved >= sample || clock.now() - start > sampleTime) {
        stopped = true;
        break;
      }
    }
    tried += stopped ? seen - first + 1 : end - first;
    if (stopped) break;
  }
  const seconds = (clock.now() - start) / 1000;
  const rate = solved / seconds;
  const share = tried > 0 ? solved / tried : 1;
  const rows = Math.round(count * share);
  return [
    `points      ${count}${share < 1 ? `, some ${rows} within the conditions` : ''}`,
    `tried       ${solved}${failed > 0 ? `, ${failed} failed: ${error}` : ''}`,
    `rate        ${Number(rate.toPrecision(2))} points/s on one core`,
    `estimate    ${duration(rows / rate)} on one core`,
    '',
  ].join('\n');
}

/** `3 min`, as a person would say it. */
function duration(seconds: number): string {
  if (!(seconds < Number.POSITIVE_INFINITY)) return 'unknown';
  const steps = [
    [1, 's', 90],
    [60, 'min', 90],
    [3600, 'h', 48],
    [86_400, 'days', Number.POSITIVE_INFINITY],
  ] as const;
  const [size, unit] = steps.find(([one, , most]) => seconds / one < most)!;
  return `${Number((seconds / size).toPrecision(2))} ${unit}`;
}
