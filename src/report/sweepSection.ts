import type { PreparedSweep, SweepColumn, SweepRow } from '../sweep/preparedSweep.ts';
import { splitColumn } from './columnUnit.ts';
import type { Section, SectionColumn, SectionValue } from './section.ts';

/** Digits of a number that people compare. */
const significant = 5;
/** Currents below this are none to people: light that rounding left at the end of a wafer. */
const noCurrent = { unit: 'mA/cm2', below: 5e-5 };

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
  const least = unit === noCurrent.unit ? noCurrent.below : 0;
  const sizes = values.filter(
    (value): value is number => typeof value === 'number' && Math.abs(value) > least,
  );
  const exponents = sizes.map((value) => Math.floor(Math.log10(Math.abs(value))));
  const most = Math.max(...exponents, 0);
  const fewest = Math.min(...exponents, most);
  if (most > 5 || fewest < -3) return { key: name, head, unit, digits: { significant } };
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

/** What is made once is paid by so many points, or as many as there is time for, ms. */
const first = { points: 200, time: 700 };
/** Those that tell the time. */
const timed = { points: Number.POSITIVE_INFINITY, time: 1000 };
/** Blocks for both, from all over the design. */
const places = 16;

/**
 * Counts the points of a sweep and estimates its time from a few of them.
 *
 * @returns lines for people
 */
export function sweepEstimate(sweep: PreparedSweep, clock: Clock): string {
  const { count, blockSize } = sweep;
  const blocks = Math.ceil(count / blockSize);
  const chosen = Array.from({ length: places }, (_, k) => Math.floor((k * blocks) / places));
  const known = [...new Set(chosen)];
  const warm = trySome(
    sweep,
    known.filter((_, k) => k % 2 === 0),
    first,
    clock,
  );
  const later = trySome(
    sweep,
    known.filter((_, k) => k % 2 === 1),
    timed,
    clock,
  );
  const solved = warm.solved + later.solved;
  const failed = warm.failed + later.failed;
  const error = warm.error || later.error;
  const share = solved / Math.max(1, warm.tried + later.tried);
  const rows = Math.round(count * share);
  const { solved: told, milliseconds } = later.solved > 0 ? later : warm;
  const rate = (1000 * told) / milliseconds;
  return [
    `points      ${count}${share < 1 ? `, some ${rows} within the conditions` : ''}`,
    `tried       ${solved}${failed > 0 ? `, ${failed} failed: ${error}` : ''}`,
    `rate        ${Number(rate.toPrecision(2))} points/s on one core`,
    `estimate    ${duration(rows / rate)} on one core`,
    '',
  ].join('\n');
}

/** Solves points of some blocks, each block from its beginning as in the run. */
function trySome(
  sweep: PreparedSweep,
  blocks: readonly number[],
  most: { readonly points: number; readonly time: number },
  clock: Clock,
) {
  const { count, blockSize } = sweep;
  const start = clock.now();
  let solved = 0;
  let tried = 0;
  let failed = 0;
  let error = '';
  let isOver = false;
  for (const block of blocks) {
    const begin = block * blockSize;
    const end = Math.min(count, begin + blockSize);
    let next = begin;
    for (const row of sweep.rows(begin, end, 1)) {
      solved++;
      next = row.point + 1;
      if (row.status === 'failed') {
        failed++;
        error ||= row.error ?? '';
      }
      isOver = solved >= most.points || clock.now() - start > most.time;
      if (isOver) break;
    }
    tried += (isOver ? next : end) - begin;
    if (isOver) break;
  }
  return { solved, tried, failed, error, milliseconds: clock.now() - start };
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
