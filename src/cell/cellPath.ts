/**
 * Path as people write it: fields by name, items of a list by their `name`.
 *
 * @param path keys and indices into `value`
 * @param value the whole cell as read
 * @example showPath(['front', 'layers', 0, 'thickness'], cell) // 'front.layers.ito.thickness'
 */
export function showPath(path: readonly PropertyKey[], value: unknown): string {
  let shown = '';
  let here = value;
  for (const key of path) {
    const next = field(here, key);
    const name = Array.isArray(here) ? field(next, 'name') : undefined;
    if (typeof name === 'string') shown += `.${name}`;
    else if (Array.isArray(here)) shown += `[${String(key)}]`;
    else shown += `.${String(key)}`;
    here = next;
  }
  return shown.replace(/^\./, '');
}

/** Names of the items of a list, in order; undefined for an item without one. */
export function itemNames(list: unknown): (string | undefined)[] {
  if (!Array.isArray(list)) return [];
  return list.map((item) => {
    const name = field(item, 'name');
    return typeof name === 'string' ? name : undefined;
  });
}

/** Value at a key or index of anything. */
export function field(value: unknown, key: PropertyKey): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
}
