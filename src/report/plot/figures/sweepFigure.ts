import { columnAxis } from '../columnAxis.ts';
import type { BarPanel, CurvePanel, Figure, HeatPanel, Panel } from '../figure.ts';
import { cellStyles, seriesStyle } from '../seriesStyle.ts';

/** Rows of a sweep: a value for each column, null where a point has none. */
export interface SweepTable {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (number | string | null)[])[];
}

/** What of a sweep is drawn. */
export interface SweepPicture {
  readonly title: string;
  readonly subtitle?: string;
  /** Columns that were varied. */
  readonly inputs: readonly string[];
  /** Column that is drawn. */
  readonly output: string;
}

/** Panels of a sweep over more than two numbers, or of more than one cell, at most. */
const mostPanels = 4;
/** More distinct values along an axis are no grid. */
const mostSteps = 80;
/** An axis that spans more than this ratio is logarithmic. */
const wideRatio = 30;

/**
 * A sweep as a picture: a line over one number, colours over a grid of two, points over each of more
 * (or of a sample). A varied text, such as the cell, gives lines of their own, or bars where nothing
 * else is varied.
 *
 * @param table rows as the sweep made them; rows without the output are left out
 * @param picture which columns
 * @throws RangeError for a column that is not there
 */
export function sweepFigure(table: SweepTable, picture: SweepPicture): Figure {
  const index = (name: string) => {
    const at = table.columns.indexOf(name);
    if (at < 0) throw new RangeError(`no column "${name}"; there are ${table.columns.join(', ')}`);
    return at;
  };
  const out = index(picture.output);
  const rows = table.rows.filter((row) => typeof row[out] === 'number');
  const varied = picture.inputs.filter(
    (name) => new Set(rows.map((row) => row[index(name)])).size > 1,
  );
  const isNumber = (name: string) => rows.every((row) => typeof row[index(name)] === 'number');
  const numbers = varied.filter(isNumber);
  const texts = varied.filter((name) => !isNumber(name));
  const seriesOf = (row: SweepTable['rows'][number]) =>
    texts.map((name) => String(row[index(name)])).join(', ') || picture.output;
  const series = [...new Set(rows.map(seriesOf))];
  const styles = cellStyles(series);
  const value = (row: SweepTable['rows'][number], name: string) => row[index(name)] as number;
  const steps = (name: string) => new Set(rows.map((row) => value(row, name))).size;
  const y = columnAxis(picture.output);

  const overOne = (input: string, dots: boolean): CurvePanel => ({
    kind: 'curves',
    x: along(
      input,
      rows.map((row) => value(row, input)),
    ),
    y,
    curves: series.map((name) => ({
      name: texts.length === 0 ? y.quantity : name,
      style: texts.length === 0 ? seriesStyle(0) : styles.get(name)!,
      // One line is what the axis says.
      ...(series.length === 1 ? { unnamed: true } : {}),
      dots,
      points: rows
        .filter((row) => seriesOf(row) === name)
        .map((row) => [value(row, input), value(row, picture.output)] as const)
        .sort((a, b) => a[0] - b[0]),
    })),
  });
  const overTwo = (across: string, up: string): HeatPanel[] =>
    series.slice(0, mostPanels).map((name) => ({
      kind: 'heat',
      ...(series.length > 1 ? { title: name } : {}),
      x: columnAxis(across),
      y: columnAxis(up),
      value: y,
      digits: 2,
      cells: rows
        .filter((row) => seriesOf(row) === name)
        .map((row) => ({
          x: value(row, across),
          y: value(row, up),
          value: value(row, picture.output),
        })),
    }));

  const overWords = (): BarPanel => ({
    kind: 'bars',
    direction: 'lying',
    category: { quantity: texts.join(', '), key: texts.join('_') },
    value: { ...y, zero: true },
    bars: rows.map((row) => ({
      category: seriesOf(row),
      series: '',
      style: styles.get(seriesOf(row))!,
      from: 0,
      to: value(row, picture.output),
    })),
  });

  const [first, second] = numbers;
  const isGrid =
    numbers.length === 2 &&
    numbers.every((name) => steps(name) <= mostSteps) &&
    rows.length * 2 >= steps(first!) * steps(second!) * series.length;
  const panels: Panel[] = isGrid
    ? overTwo(first!, second!)
    : numbers.length === 0
      ? [overWords()]
      : numbers.slice(0, mostPanels).map((name) => overOne(name, numbers.length > 1));
  const { title, subtitle } = picture;
  return { name: 'sweep', title, ...(subtitle === undefined ? {} : { subtitle }), panels };
}

function along(name: string, values: readonly number[]) {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const wide = low > 0 && high / low > wideRatio;
  return columnAxis(name, { tight: true, ...(wide ? { scale: 'log' as const } : {}) });
}
