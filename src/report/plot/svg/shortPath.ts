type Point = readonly [number, number];

/** Pairs of numbers that a command of a path takes; others are not rewritten. */
const pairs: Readonly<Record<string, number>> = { M: 1, L: 1, C: 3 };

const command = /([MLCZ])([^A-Za-z]*)/g;

/** Tenths of a px, in which drawings are rounded: whole numbers, so that steps add up exactly. */
const perPx = 10;

/**
 * The same path in steps from point to point, which take half the characters of places.
 *
 * @param path of M, L, C and Z with places to a tenth of a px; any other comes back as it is
 * @param origin where its zero lies, px
 */
export function shortPath(path: string, origin: Point = [0, 0]): string | undefined {
  if (!/^M[\d.,\sMLCZ-]*$/.test(path)) return undefined;
  const [ox, oy] = [tenths(origin[0]), tenths(origin[1])];
  let short = '';
  let [x, y] = [0, 0];
  let start: Point = [0, 0];
  for (const [, name, text] of path.matchAll(command)) {
    if (name === 'Z') {
      short += 'z';
      [x, y] = start;
      continue;
    }
    const numbers = text!
      .split(/[\s,]+/)
      .filter(Boolean)
      .map(Number);
    const count = pairs[name!]! * 2;
    if (numbers.length !== count || numbers.some(Number.isNaN)) return undefined;
    const places = numbers.map((value, k) => tenths(value) + (k % 2 === 0 ? ox : oy));
    const [toX, toY] = [places[count - 2]!, places[count - 1]!];
    if (name === 'M') {
      short += `M${joined(places)}`;
      start = [toX, toY];
    } else if (name === 'L' && toY === y) short += `h${joined([toX - x])}`;
    else if (name === 'L' && toX === x) short += `v${joined([toY - y])}`;
    else {
      short += `${name!.toLowerCase()}${joined(places.map((at, k) => at - (k % 2 === 0 ? x : y)))}`;
    }
    [x, y] = [toX, toY];
  }
  // A command that is that of the step before is understood.
  return short.replace(/([lc])([^A-Za-z]*)(?:\1[^A-Za-z]*)+/g, (run, name: string) =>
    joinedTexts(run.slice(1).split(name), name),
  );
}

function tenths(px: number): number {
  return Math.round(px * perPx);
}

/** Whole tenths as px, with no more between them than a reader needs. */
function joined(values: readonly number[]): string {
  return values
    .map((value) => String(value / perPx).replace(/^(-?)0\./, '$1.'))
    .reduce(
      (text, number) => text + (text === '' || number.startsWith('-') ? '' : ' ') + number,
      '',
    );
}

function joinedTexts(steps: readonly string[], name: string): string {
  return name + steps.reduce((text, step) => text + (step.startsWith('-') ? '' : ' ') + step);
}
