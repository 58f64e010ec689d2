/**
 * Whether two values hold the same numbers, words and lists, all the way down.
 *
 * @example sameNumbers({ n: [1, 2] }, { n: [1, 2] }) // true
 */
export function sameNumbers(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  const keys = Object.keys(a);
  if (keys.length !== Object.keys(b).length) return false;
  return keys.every((key) => sameNumbers(Reflect.get(a, key), Reflect.get(b, key)));
}
