import type { Cell } from '../cell/cell.ts';
import type { Weather } from '../energy/weather/weather.ts';
import type { YearComparison, YearOptions, YearResult } from '../energy/year/compareYear.ts';
import type { ModuleLayers } from '../optics/module.ts';
import {
  type FieldSite,
  fieldSite,
  type LightSums,
  lightSums,
  type PlaneSettings,
  planeSettings,
} from './fieldSettings.ts';
import { type Models, modelsOf } from './models.ts';
import { type ModuleConditions, moduleConditions } from './moduleConditions.ts';

/** A cell's year as it is told. */
export interface YearDocumentResult
  extends Omit<YearResult, 'hours' | 'power' | 'factors' | 'annual' | 'monthly'> {
  readonly efficiency_pct: number;
  readonly annual: YearResult['annual'];
  readonly monthly: YearResult['monthly'];
}

/** Choices that the library does not know by name. */
export interface YearChoices {
  readonly spectrum: string;
  readonly iam: string;
  /** What cells are laminated into; they stand in air when left out. */
  readonly module?: ModuleLayers;
  /** Share of the power, 0 to 1. */
  readonly moduleLoss: number;
}

/** What `solarcell compare --weather FILE --format json` prints. */
export interface YearDocument {
  readonly schema: 'solarcell.compare/1';
  readonly site: FieldSite;
  readonly settings: PlaneSettings & {
    readonly baseline: string;
    readonly iam: string;
    readonly soiling: number | readonly number[];
    readonly bifacial: boolean;
    readonly spectrum: string;
    readonly spectral: 'none' | 'clear-sky';
    readonly encapsulated: boolean;
    readonly module?: ModuleConditions;
    readonly module_loss_pct: number;
    readonly inverter?: { readonly efficiency: number; readonly dc_ac_ratio: number };
    readonly set: readonly string[];
  };
  /** Parts of the light on the plane. */
  readonly light: LightSums;
  readonly results: readonly YearDocumentResult[];
  readonly provenance: {
    readonly version: string;
    readonly models: Models;
    /** Hash of each cell file's text. */
    readonly cells: Readonly<Record<string, string>>;
  };
}

/**
 * A comparison over a year with all that is needed to repeat it.
 *
 * @param comparison result of `compareYear`
 * @param weather what it was called with
 * @param options what it was called with
 * @param choices how its cells were made
 * @param cells those of them that are simulated
 * @param version of solarcell
 */
export function yearDocument(
  comparison: YearComparison,
  weather: Weather,
  options: YearOptions,
  choices: YearChoices,
  cells: readonly Cell[],
  version: string,
): YearDocument {
  const { soiling = 0, bifacial = false, inverter } = options;
  return {
    schema: 'solarcell.compare/1',
    site: fieldSite(weather),
    settings: {
      baseline: comparison.baseline,
      ...planeSettings(weather, options),
      iam: choices.iam,
      soiling,
      bifacial,
      spectrum: choices.spectrum,
      spectral: options.spectral ?? 'none',
      encapsulated: choices.module !== undefined,
      ...(choices.module === undefined ? {} : { module: moduleConditions(choices.module) }),
      module_loss_pct: 100 * choices.moduleLoss,
      ...(inverter === undefined
        ? {}
        : { inverter: { efficiency: inverter.efficiency, dc_ac_ratio: inverter.dcAcRatio } }),
      set: cells[0]?.set ?? [],
    },
    light: lightSums(comparison.light, weather.interval),
    results: comparison.results.map(({ hours, power, factors, annual, monthly, ...told }) => ({
      ...told,
      efficiency_pct: told.rated_W_m2 / 10,
      annual,
      monthly,
    })),
    provenance: {
      version,
      models: modelsOf(cells),
      cells: Object.fromEntries(cells.map((cell) => [cell.name, `sha256:${cell.sha256}`])),
    },
  };
}
