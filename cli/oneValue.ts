import { UsageError } from '../src/cell/errors.ts';
import { type AxisKind, axisPoints, parseAxis, refuseOutside } from '../src/sweep/axis.ts';
import { type FieldNumberName, fieldNumbers } from '../src/sweep/fieldSettings.ts';

/** Unit and bounds of a number of the field, by the name of its option. */
export function numberKind(name: FieldNumberName): AxisKind {
  return { ...fieldNumbers[name].range, name: `--${name}` };
}

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

/**
 * One value of an option, or one for each month.
 *
 * @throws UsageError for any other number of values, and values out of bounds
 */
export async function byMonth(
  text: string | undefined,
  kind: AxisKind,
): Promise<number | readonly number[] | undefined> {
  if (text === undefined) return undefined;
  const values = await axisPoints(text, kind);
  if (values.length !== 1 && values.length !== 12) {
    throw new UsageError(
      `${kind.name} "${text}": one value or twelve, by month, are expected, not ${values.length}`,
    );
  }
  refuseOutside(values, text, kind);
  return values.length === 1 ? values[0]! : values;
}
