import type { OperatingRange } from '../operatingMap.ts';
import type { FieldCell, FieldPower } from './fieldCell.ts';

/** Steps that the range of a map is widened to, so that planes and sites of a kind share one. */
const lightStep = 200;
const heatStep = 10;

/**
 * A cell that works everything out once, for the same cell under many planes and skies. What it
 * tells does not depend on what was asked before.
 *
 * @param cell as `simulatedCell` gives it
 * @param range widened to the next 200 W/m2 and 10 K, so that neighbours share a map, which then
 *   differs from one for a single year by its error; as asked for where left out
 */
export function rememberedCell(cell: FieldCell, range: 'widened' | 'as asked'): FieldCell {
  const maps = new Map<string, FieldPower>();
  const { modifier, response } = cell;
  const absorptance = remembered((_: undefined) => cell.absorptance());
  return {
    name: cell.name,
    model: cell.model,
    ratedPower: cell.ratedPower,
    get bifaciality() {
      return cell.bifaciality;
    },
    ...(cell.noct === undefined ? {} : { noct: cell.noct }),
    ...(modifier && { modifier: remembered(modifier.bind(cell)) }),
    ...(response && { response: remembered(response.bind(cell)) }),
    absorptance: () => absorptance(undefined),
    prepare: (asked) => {
      const covered = range === 'widened' ? widened(asked) : asked;
      const key = [...covered.irradiance, ...covered.temperature].join();
      const found = maps.get(key) ?? cell.prepare(covered);
      maps.set(key, found);
      return found;
    },
  };
}

function widened({ irradiance, temperature }: OperatingRange): OperatingRange {
  const [dim, bright] = irradiance;
  const [cold, hot] = temperature;
  return {
    irradiance: [dim, Math.ceil(bright / lightStep) * lightStep],
    temperature: [Math.floor(cold / heatStep) * heatStep, Math.ceil(hot / heatStep) * heatStep],
  };
}

function remembered<Of extends string | number | undefined, Value>(
  make: (of: Of) => Value,
): (of: Of) => Value {
  const known = new Map<Of, Value>();
  return (of) => {
    const found = known.get(of) ?? make(of);
    known.set(of, found);
    return found;
  };
}
