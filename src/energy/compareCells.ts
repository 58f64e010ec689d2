import type { Cell, CellResult } from '../cell/cell.ts';
import { type Fidelity, simulatorsOf } from '../cell/fidelity.ts';
import type { Spectrum } from '../light/spectrum.ts';
import { baselineOf } from './baseline.ts';
import { profileEnergy } from './operatingMap.ts';
import type { Profile } from './profile.ts';

/** A cell with its spectrum, held at one temperature. */
export interface Simulator {
  /** All key figures at an irradiance, W/m2. */
  at(irradiance: number): CellResult;
  /** Maximum power alone. */
  mpp(irradiance: number): { readonly pmax_W_m2: number };
}

/** Makes the simulator of a cell at a temperature, degC. */
export type MakeSimulator = (cell: Cell, spectrum: Spectrum, temperature: number) => Simulator;

/** Conditions under which cells are compared. */
export interface ComparisonOptions {
  readonly spectrum: Spectrum;
  /** W/m2; the standard 1000 when left out. */
  readonly irradiances?: readonly number[];
  /** Cell temperatures, degC; the standard 25 when left out. */
  readonly temperatures?: readonly number[];
  /** Hours of constant light, for an energy. */
  readonly hours?: number;
  /** Light over time, for an energy; its own temperature column goes before `temperatures`. */
  readonly profile?: Profile;
  /** Name of the cell that gains refer to; `perc` when it is there, else the first. */
  readonly baseline?: string;
  /** How cells are solved; `detailed` when left out. */
  readonly fidelity?: Fidelity;
}

/** One cell at one irradiance and temperature. */
export interface ComparisonRow extends CellResult {
  readonly cell: string;
  readonly irradiance_W_m2: number;
  readonly temperature_C: number;
  /** Energy per area of cell over the hours or the profile. */
  readonly energy_kWh_m2?: number;
  /** Energy (power, when there is no time) relative to the baseline cell's in the same conditions. */
  readonly gain_pct: number;
}

/** Cells side by side; a row for each irradiance, temperature and cell, in that order. */
export interface Comparison {
  readonly baseline: string;
  readonly rows: readonly ComparisonRow[];
}

/**
 * Compares cells in the same light.
 *
 * @param cells at least one, with distinct names
 * @param options conditions; standard test conditions when left out
 * @throws UsageError for an unknown baseline or two cells of one name
 * @throws CalculationError where the device equations are not solved
 * @example compareCells([shj, perc], { spectrum: am15g }).rows[0].gain_pct
 */
export function compareCells(cells: readonly Cell[], options: ComparisonOptions): Comparison {
  return compareWith(simulatorsOf(options.fidelity), cells, options);
}

/** `compareCells` with another simulator, for tests of everything around it. */
export function compareWith(
  simulator: MakeSimulator,
  cells: readonly Cell[],
  options: ComparisonOptions,
): Comparison {
  const baseline = baselineOf(
    cells.map((cell) => cell.name),
    options.baseline,
  );
  const { spectrum, irradiances = [1000], temperatures = [25], hours, profile } = options;
  const energy = new Map<Cell, number>();
  const profileKWh = (cell: Cell, temperature: number): number => {
    const known = profile?.temperature && energy.get(cell);
    if (known !== undefined) return known;
    const at = (T: number) => {
      const held = simulator(cell, spectrum, T);
      return (irradiance: number) => held.mpp(irradiance).pmax_W_m2;
    };
    const kWh = telling(`${cell.name} over ${profile!.name}`, () =>
      profileEnergy(at, profile!, temperature),
    );
    energy.set(cell, kWh);
    return kWh;
  };
  const rowOf = (cell: Cell, held: Simulator, irradiance: number, temperature: number) => {
    const result = telling(`${cell.name} at ${irradiance} W/m2 and ${temperature} degC`, () =>
      held.at(irradiance),
    );
    const kWh =
      profile !== undefined
        ? profileKWh(cell, temperature)
        : hours !== undefined
          ? (result.pmax_W_m2 * hours) / 1000
          : undefined;
    const named = { cell: cell.name, irradiance_W_m2: irradiance, temperature_C: temperature };
    const row = { ...named, ...result, ...(kWh === undefined ? {} : { energy_kWh_m2: kWh }) };
    refuseNonNumbers(row);
    return row;
  };
  // One simulator a cell and temperature serves all irradiances.
  const groups = temperatures.map((temperature) => {
    const held = cells.map((cell) =>
      telling(`${cell.name} at ${temperature} degC`, () => simulator(cell, spectrum, temperature)),
    );
    return irradiances.map((irradiance) =>
      cells.map((cell, i) => rowOf(cell, held[i]!, irradiance, temperature)),
    );
  });
  const rows = irradiances.flatMap((_, i) =>
    groups.flatMap((group) => withGain(group[i]!, baseline)),
  );
  return { baseline, rows };
}

/** Puts what was being worked out before the message of an error; its class and data stay. */
function telling<Result>(what: string, work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    if (error instanceof Error) error.message = `${what}: ${error.message}`;
    throw error;
  }
}

/** A number that is none must not reach a table: it would be read as a result. */
function refuseNonNumbers(row: PlainRow): void {
  const wrong = Object.entries(row).find(
    ([, value]) => typeof value === 'number' && !Number.isFinite(value),
  );
  if (wrong === undefined) return;
  const at = `${row.irradiance_W_m2} W/m2 and ${row.temperature_C} degC`;
  throw new RangeError(`${row.cell}: the calculation gave no number for ${wrong[0]} at ${at}`);
}

type PlainRow = Omit<ComparisonRow, 'gain_pct'>;

function withGain(rows: readonly PlainRow[], baseline: string): ComparisonRow[] {
  const worth = (row: PlainRow) => row.energy_kWh_m2 ?? row.pmax_W_m2;
  const base = worth(rows.find((row) => row.cell === baseline)!);
  // No light gives no energy to any cell, and so no gain.
  return rows.map((row) => ({ ...row, gain_pct: base > 0 ? 100 * (worth(row) / base - 1) : 0 }));
}
