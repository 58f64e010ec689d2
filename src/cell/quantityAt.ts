import { plainDocument } from './cellDocument.ts';
import { field, itemNames } from './cellPath.ts';
import { UsageError } from './errors.ts';
import { quantityRange } from './quantityField.ts';
import type { QuantityRange } from './quantityRange.ts';
import { cellSchema } from './schema.ts';
import { allowedKeys, allowedValues, schemaAt } from './schemaWalk.ts';
import { type CellSetting, settingPath } from './setValue.ts';

/** A field of a cell that a sweep may move. */
export interface CellField {
  /** Keys and indices from the cell's root. */
  readonly path: readonly PropertyKey[];
  /** As people write it. */
  readonly name: string;
  /** Unit and bounds; undefined where the field holds a word. */
  readonly range: QuantityRange | undefined;
  /** Words that the field allows; empty where any will do. */
  readonly words: readonly string[];
}

/**
 * Finds a field of a cell by its path; a group with a density, such as `wafer.doping`, stands for
 * that.
 *
 * @param text the cell file
 * @param name path with items of lists by their names: `front.layers.tco.thickness`
 * @param said where the path was said, for messages
 * @returns the field
 * @throws UsageError for a path that no cell has, with the nearest name, or for a group of fields
 */
export function cellField(
  text: string,
  name: string,
  said: Omit<CellSetting, 'path' | 'value'>,
): CellField {
  const whole = plainDocument(text);
  let names = name.split('.');
  let path = settingPath(whole, { ...said, path: names });
  let schema = schemaAt(cellSchema, path, whole);
  const keys = allowedKeys(schema);
  if (quantityRange(schemaAt(cellSchema, [...path, 'density'], whole)) !== undefined) {
    names = [...names, 'density'];
    path = settingPath(whole, { ...said, path: names });
    schema = schemaAt(cellSchema, path, whole);
  } else {
    const inside = keys.length > 0 ? keys : itemNames(path.reduce(field, whole));
    if (inside.length > 0) {
      const list = inside.filter((one) => one !== undefined).join(', ');
      throw new UsageError(
        `${said.option ?? '--set'} "${said.text}": ${name} is a group of fields; it has ${list}`,
      );
    }
  }
  return {
    path,
    name: names.join('.'),
    range: quantityRange(schema),
    words: allowedValues(schema),
  };
}
