import type { Cell } from '../cell/cell.ts';
import { field } from '../cell/cellPath.ts';
import type { cellField } from '../cell/quantityAt.ts';
import { type CellVariant, withValues } from './cellVariants.ts';
import type { SweepSource } from './sweepSource.ts';

/** Cells with other skins, and with other wafers, that are held. */
const keptCells = 1024;

/** Fields that skins hardly depend on: they are computed once for all values of these. */
const besideSkins = /^(circuit\.|wafer\.thickness|wafer\.lifetime\.)/;

/** Fields that only the circuit behind a wafer depends on. */
const besideWafer = /^circuit\.(series_resistance|shunt_resistance|second_diode\.|area$)/;

/** Whether skins are computed anew as points move. */
export function movesSkins({ axes, lets }: Pick<SweepSource, 'axes' | 'lets'>): boolean {
  return [...axes, ...lets].some(
    ({ place }) =>
      place.kind === 'cell' ||
      place.kind === 'word' ||
      (place.kind === 'quantity' && !besideSkins.test(place.field.name)),
  );
}

/** The cell of a point, the one its skins are computed of, and the one its wafer is. */
export interface PointCells {
  readonly cell: Cell;
  readonly skinCell: Cell;
  readonly waferCell: Cell;
}

/**
 * Makes the cells of points: the same object as long as nothing of it moves.
 *
 * @param source the plan
 * @returns from a variant, its key and the values of the inputs by the order of axes and formulas
 */
export function pointCells({
  axes,
  lets,
}: SweepSource): (variant: CellVariant, key: string, inputs: readonly unknown[]) => PointCells {
  const moving = [...axes, ...lets].flatMap(({ place }, i) =>
    place.kind === 'quantity'
      ? [
          {
            i,
            ofSkin: !besideSkins.test(place.field.name),
            ofWafer: !besideWafer.test(place.field.name),
          },
        ]
      : [],
  );
  const cells = new Map<string, Cell>();
  const skinCells = new Map<string, Cell>();
  const waferCells = new Map<string, Cell>();
  let held: (PointCells & { readonly key: string }) | undefined;
  return (variant, key, inputs) => {
    const whole = `${key}|${moving.map(({ i }) => inputs[i]).join('|')}`;
    if (held?.key === whole) return held;
    const changes = moving.map(({ i, ...of }, place) => ({
      path: variant.fields[place]!.path,
      value: inputs[i] as number,
      ...of,
    }));
    const some = (known: Map<string, Cell>, chosen: typeof changes): Cell => {
      const part = `${key}|${chosen.map(({ value }) => value).join('|')}`;
      let cell = known.get(part);
      if (cell === undefined) {
        cell = withValues(variant.cell, chosen);
        if (known.size >= keptCells) known.clear();
        known.set(part, cell);
      }
      return cell;
    };
    held = {
      key: whole,
      cell: some(cells, changes),
      skinCell: some(
        skinCells,
        changes.filter(({ ofSkin }) => ofSkin),
      ),
      waferCell: some(
        waferCells,
        changes.filter(({ ofWafer }) => ofWafer),
      ),
    };
    return held;
  };
}

/**
 * Values of fields that stand still in each cell of a plan.
 *
 * @param paths their names
 * @param find where they stand
 * @returns from a cell, in the order of the names
 */
export function stillValues(
  paths: readonly string[],
  find: typeof cellField,
): (cell: Cell) => readonly number[] {
  const known = new Map<Cell, readonly number[]>();
  return (cell) => {
    let values = known.get(cell);
    if (values === undefined) {
      values = paths.map((path) => {
        const found = find(cell.text, path, { text: path });
        return found.path.reduce<unknown>(field, cell.description) as number;
      });
      known.set(cell, values);
    }
    return values;
  };
}
