import { UsageError } from '../src/cell/errors.ts';
import { type AxisKind, parseAxis } from '../src/sweep/axis.ts';

/**
 * One value of an option, in the unit of its kind.
 *
 * @param text as typed; undefined where the option was not given
 * @param kind name, unit and bounds
 * @returns undefined without a text
 * @throws UsageError for anything but one value within the bounds
 */
export async function oneValue(
  text: string | undefined,
  kind: AxisKind,
): Promise<number | undefined> {
  if (text === undefined) return undefined;
  const values = await parseAxis(text, kind);
  if (values.length !== 1) throw new UsageError(`${kind.name} "${text}": one value is expected`);
  return values[0];
}
