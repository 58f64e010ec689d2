import type { Cell } from '../cell/cell.ts';
import type { Comparison, ComparisonOptions, ComparisonRow } from '../energy/compareCells.ts';
import { insolation, type Profile } from '../energy/profile.ts';
import { integrateIrradiance } from '../light/integrateIrradiance.ts';
import { type Models, modelsOf } from './models.ts';

/** One result: a cell at one irradiance and temperature. */
export interface CompareResult extends Omit<ComparisonRow, 'photons'> {
  /** Where the photons end, as a current density. */
  readonly photons: { readonly unit: 'mA/cm2' } & ComparisonRow['photons'];
}

/** What `solarcell compare --format json` prints. */
export interface CompareDocument {
  readonly schema: 'solarcell.compare/1';
  readonly conditions: {
    readonly spectrum: string;
    /** Integral as tabulated; the light is scaled from it to each irradiance. */
    readonly spectrum_irradiance_W_m2: number;
    readonly irradiance_W_m2: readonly number[];
    readonly temperature_C: readonly number[];
    readonly hours?: number;
    readonly profile?: {
      readonly name: string;
      readonly rows: number;
      readonly hours: number;
      readonly peak_irradiance_W_m2: number;
      readonly insolation_kWh_m2: number;
      readonly temperature: 'of the profile' | 'temperature_C';
    };
    readonly baseline: string;
    /** Where cells were not solved whole. */
    readonly fidelity?: 'lumped';
    readonly set: readonly string[];
  };
  readonly results: readonly CompareResult[];
  readonly provenance: {
    readonly version: string;
    readonly models: Models;
    /** Hash of each cell file's text. */
    readonly cells: Readonly<Record<string, string>>;
  };
}

/**
 * A comparison with all that is needed to repeat it.
 *
 * @param comparison result of `compareCells`
 * @param options what it was called with
 * @param cells the cells of it
 * @param version of solarcell
 */
export function compareDocument(
  comparison: Comparison,
  options: ComparisonOptions,
  cells: readonly Cell[],
  version: string,
): CompareDocument {
  const { spectrum, irradiances = [1000], temperatures = [25], hours, profile } = options;
  return {
    schema: 'solarcell.compare/1',
    conditions: {
      spectrum: spectrum.name,
      spectrum_irradiance_W_m2: integrateIrradiance(spectrum),
      irradiance_W_m2: irradiances,
      temperature_C: temperatures,
      ...(hours === undefined ? {} : { hours }),
      ...(profile === undefined ? {} : { profile: profileConditions(profile) }),
      baseline: comparison.baseline,
      ...(options.fidelity === 'lumped' ? { fidelity: options.fidelity } : {}),
      set: cells[0]?.set ?? [],
    },
    results: comparison.rows.map((row) => ({
      ...row,
      photons: { unit: 'mA/cm2', ...row.photons },
    })),
    provenance: {
      version,
      models: modelsOf(cells),
      cells: Object.fromEntries(cells.map((cell) => [cell.name, `sha256:${cell.sha256}`])),
    },
  };
}

function profileConditions(profile: Profile) {
  return {
    name: profile.name,
    rows: profile.time.length,
    hours: profile.time[profile.time.length - 1]! - profile.time[0]!,
    peak_irradiance_W_m2: profile.irradiance.reduce((a, b) => Math.max(a, b), 0),
    insolation_kWh_m2: insolation(profile),
    temperature: profile.temperature ? ('of the profile' as const) : ('temperature_C' as const),
  };
}
