/** A value of a section; undefined where there is none. */
export type SectionValue = number | string | undefined;

/** A column: its name for programs (with the unit in it), its head for people. */
export interface SectionColumn {
  readonly key: string;
  readonly head: string;
  readonly unit: string;
  /** Digits after the point, or significant ones of a number with an exponent. */
  readonly digits: number | { readonly significant: number };
  /** A difference: people see its sign in any case. */
  readonly signed?: boolean;
}

/** A table of results under a title. */
export interface Section {
  readonly title: string;
  /** What a reader has to know, one sentence a line. */
  readonly notes?: readonly string[];
  readonly columns: readonly SectionColumn[];
  readonly rows: readonly (readonly SectionValue[])[];
  /** Rows for programs, where people see others: sums, signs, both ends of an account. */
  readonly records?: readonly (readonly SectionValue[])[];
}

/** A column. */
export function column(
  key: string,
  head: string,
  unit: string,
  digits: SectionColumn['digits'],
): SectionColumn {
  return { key, head, unit, digits };
}

/** A value as people read it. */
export function printedValue(value: SectionValue, column: SectionColumn): string {
  if (value === undefined) return '';
  if (typeof value === 'string') return value;
  if (!Number.isFinite(value)) return value > 0 ? 'inf' : '-inf';
  const text =
    typeof column.digits === 'number'
      ? value.toFixed(column.digits)
      : value.toExponential(column.digits.significant - 1);
  const plain = text.replace(/^-(0\.?0*)$/, '$1');
  return column.signed && value > 0 && Number(plain) !== 0 ? `+${plain}` : plain;
}
