/** Longer texts lose their middle: a message is one line for people. */
const longest = 120;

/**
 * A text as a message repeats it.
 *
 * @param text as the user wrote it
 * @example abridged('x'.repeat(500)) // 80 of them, ' ... ' and the last 35
 */
export function abridged(text: string): string {
  return text.length <= longest ? text : `${text.slice(0, 80)} ... ${text.slice(-35)}`;
}
