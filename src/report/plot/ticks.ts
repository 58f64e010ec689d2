import type { Axis } from './figure.ts';

/** Ends of an axis as it is drawn. */
export type Domain = readonly [number, number];

/**
 * Ends of an axis over values.
 *
 * @param axis what it asks for
 * @param values all that is drawn along it
 * @returns lower and upper end, never equal
 */
export function axisDomain(axis: Axis, values: readonly number[]): Domain {
  if (axis.domain) return axis.domain;
  const log = axis.scale === 'log';
  const drawn = values.filter((value) => Number.isFinite(value) && (!log || value > 0));
  if (axis.zero && !log) drawn.push(0);
  let [low, high] = [drawn[0] ?? 0, drawn[0] ?? 1];
  for (const value of drawn) {
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  if (low === high) {
    const room = Math.abs(low) * 0.05 || 1;
    [low, high] = log ? [low / 10, high * 10] : [low - room, high + room];
  }
  if (axis.tight) return [low, high];
  if (log) {
    return [10 ** Math.floor(Math.log10(low) + 1e-9), 10 ** Math.ceil(Math.log10(high) - 1e-9)];
  }
  const step = tickStep(low, high, 6);
  return [Math.floor(low / step + 1e-9) * step, Math.ceil(high / step - 1e-9) * step];
}

/**
 * Round numbers along an axis.
 *
 * @param axis its scale
 * @param domain its ends
 * @param count about how many
 */
export function axisTicks(axis: Axis, [low, high]: Domain, count: number): number[] {
  if (axis.scale === 'log') {
    const first = Math.ceil(Math.log10(low) - 1e-9);
    const last = Math.floor(Math.log10(high) + 1e-9);
    const decades = last - first;
    // Less than two decades: numbers between them help.
    const within = decades < 2 ? [1, 2, 5] : [1];
    const every = Math.max(1, Math.ceil(decades / count));
    const ticks: number[] = [];
    for (let decade = first - 1; decade <= last; decade++) {
      if (within.length === 1 && (decade - first) % every !== 0) continue;
      for (const digit of within) ticks.push(Number(`${digit}e${decade}`));
    }
    return ticks.filter((tick) => tick >= low * (1 - 1e-9) && tick <= high * (1 + 1e-9));
  }
  const step = tickStep(low, high, count);
  const first = Math.ceil(low / step - 1e-9);
  const last = Math.floor(high / step + 1e-9);
  return Array.from({ length: last - first + 1 }, (_, k) =>
    Number(((first + k) * step).toPrecision(12)),
  );
}

/** 1, 2 or 5 times a power of ten that gives at most about so many steps. */
function tickStep(low: number, high: number, count: number): number {
  const rough = (high - low) / count;
  const power = 10 ** Math.floor(Math.log10(rough));
  const factor = [1, 2, 5, 10].find((candidate) => candidate * power >= rough * 0.999) ?? 10;
  return factor * power;
}

const raised: Readonly<Record<string, string>> = {
  '-': '⁻',
  0: '⁰',
  1: '¹',
  2: '²',
  3: '³',
  4: '⁴',
  5: '⁵',
  6: '⁶',
  7: '⁷',
  8: '⁸',
  9: '⁹',
};

/**
 * How the ticks of an axis are written: on a linear one with the same decimals.
 *
 * @param axis its scale
 * @param ticks all of them
 */
export function tickFormat(
  { scale }: Pick<Axis, 'scale'>,
  ticks: readonly number[],
): (tick: number) => string {
  const texts = ticks.map(tickText);
  if (scale === 'log' || !texts.every((text) => /^−?\d+(?:\.\d+)?$/.test(text))) return tickText;
  const decimals = Math.max(0, ...texts.map((text) => text.split('.')[1]?.length ?? 0));
  return (tick) => tick.toFixed(decimals).replace('-', '−');
}

/** A tick as it is written: plain within a few digits, else a power of ten. */
export function tickText(value: number): string {
  const size = Math.abs(value);
  if (value === 0 || (size >= 1e-3 && size < 1e5)) {
    return String(Number(value.toPrecision(10))).replace('-', '−');
  }
  const [mantissa, exponent] = value.toExponential(2).split('e');
  const power = `10${[...String(Number(exponent))].map((digit) => raised[digit]).join('')}`;
  const digits = String(Number(mantissa)).replace('-', '−');
  return digits === '1' ? power : `${digits}·${power}`;
}
