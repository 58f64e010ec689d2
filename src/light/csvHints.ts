/** A number with a comma for its decimal point. */
export const commaNumber = /^[+-]?\d*,\d+(?:[eE][+-]?\d+)?$/;
/** A number with marks between its thousands, or one that may be meant so. */
export const thousands = /^[+-]?[1-9]\d{0,2}(?:,\d{3})+(?:\.\d+)?$/;

/**
 * What a cell that is no number was probably meant to be, as the end of a sentence.
 *
 * @param cell of a table, trimmed
 * @returns nothing where there is no telling
 * @example numberHint('300;1') // '; is ";" the separator? then the head must have it too'
 */
export function numberHint(cell: string): string {
  if (thousands.test(cell)) {
    return '; is the comma a decimal one, or a mark of thousands? write a point, or nothing';
  }
  if (commaNumber.test(cell)) return `; write a decimal point: ${cell.replace(',', '.')}`;
  const [separator] = /[;\t|]/.exec(cell) ?? [];
  if (separator === ';') return '; is ";" the separator? then the head must have it too';
  if (separator !== undefined || /^[\d.+-]\S*\s+\S*\d/.test(cell)) {
    return '; separate the columns by commas, semicolons or tabs';
  }
  return '';
}

/**
 * Says that a row has another number of cells than the head, and why it may be so.
 *
 * @param cells of the row
 * @param columns how many the head has
 * @example widthMessage(['1'], 2) // '1 value, but the head has 2 columns'
 */
export function widthMessage(cells: readonly string[], columns: number): string {
  const counted = (count: number, word: string) => `${count} ${word}${count === 1 ? '' : 's'}`;
  const found = counted(cells.length, 'value');
  return `${found}, but the head has ${counted(columns, 'column')}${widthHint(cells, columns)}`;
}

function widthHint(cells: readonly string[], expected: number): string {
  const text = cells.join(',');
  if (cells.length < expected) {
    const [separator] = /[;\t|]/.exec(text) ?? [];
    if (separator === ';') return '; is ";" the separator? then the head must have it too';
    if (text.includes(',')) return '; is "," the separator? then the head must have it too';
    return '';
  }
  const digits = cells.every((cell) => /^[+-]?\d*$/.test(cell) || /^\d+[eE][+-]?\d+$/.test(cell));
  if (cells.length > expected && digits) {
    return '; is the comma a decimal one? write points, or separate the columns by semicolons';
  }
  return '';
}
