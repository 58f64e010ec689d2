import type { CellBifaciality } from '../cell/bifacial.ts';
import type { Cell } from '../cell/cell.ts';
import type { GenerationProfile } from '../cell/generationProfile.ts';
import type { LitSide, OpticalAnalysis } from '../cell/opticalAnalysis.ts';
import { photonCurrent } from '../light/photonFlux.ts';
import type { ModuleLayers } from '../optics/module.ts';
import type { OpticalConstants } from '../optics/opticalConstants.ts';
import { type Models, modelsOf } from './models.ts';
import { type ModuleConditions, moduleConditions } from './moduleConditions.ts';

/** A photon budget, summed up. */
export interface SummedBudget {
  readonly wafer_mA_cm2: number;
  readonly reflected_mA_cm2: number;
  /** Absorbed in films, covers, metals and by free carriers. */
  readonly parasitic_mA_cm2: number;
  readonly transmitted_mA_cm2: number;
}

/** One value of a varied parameter. */
export interface VariedPoint extends SummedBudget {
  readonly value: number;
}

/** Generation in the wafer between depths below its front face, of the whole cell. */
export interface GenerationRows {
  readonly from_um: readonly number[];
  readonly to_um: readonly number[];
  /** Mean between the depths. */
  readonly generation_cm3_s: readonly number[];
  /** From the front face down to `to_um`. */
  readonly cumulative_mA_cm2: readonly number[];
}

/** A profile of generation as it is told. */
export function generationRows({ depths, absorbed }: GenerationProfile): GenerationRows {
  let sum = 0;
  return {
    from_um: Array.from(depths.slice(0, -1), (depth) => depth * 1e4),
    to_um: Array.from(depths.slice(1), (depth) => depth * 1e4),
    generation_cm3_s: Array.from(absorbed, (count, i) => count / (depths[i + 1]! - depths[i]!)),
    cumulative_mA_cm2: Array.from(absorbed, (count) => {
      sum += count;
      return photonCurrent(sum);
    }),
  };
}

/** Light from one angle, as many photons through the plane of the cell as from any other. */
export interface AnglePoint extends SummedBudget {
  readonly angle_deg: number;
  /** Light in the wafer over that along the normal. */
  readonly iam: number;
}

/** A parameter over which the budget was computed. */
export interface VariedBudget {
  readonly path: string;
  readonly unit: string;
  readonly points: readonly VariedPoint[];
  /** Most light in the wafer, solved again between the points around the best one. */
  readonly optimum: { readonly value: number; readonly wafer_mA_cm2: number };
}

/** What `solarcell optics CELL --format json` prints. */
export interface OpticsDocument {
  readonly schema: 'solarcell.optics/1';
  readonly cell: string;
  readonly conditions: {
    readonly spectrum: string;
    readonly irradiance_W_m2: number;
    /** Behind, where both sides are lit. */
    readonly rear_irradiance_W_m2?: number;
    readonly temperature_C: number;
    readonly side: LitSide;
    readonly angle_deg: number;
    readonly encapsulated: boolean;
    /** What the cell is laminated into, where it is. */
    readonly module?: ModuleConditions;
    readonly set: readonly string[];
  };
  readonly wavelength_nm: readonly number[];
  /** Shares of the photons between the fingers; with `absorptance` of all layers they add up to 1. */
  readonly reflectance: readonly number[];
  readonly transmittance: readonly number[];
  readonly absorptance: Readonly<Record<string, readonly number[]>>;
  readonly budget_mA_cm2: Readonly<Record<string, number>>;
  /** Photons reflected between the fingers over incident, %. */
  readonly weighted_reflectance_pct: number;
  /**
   * Short-circuit current, open-circuit voltage, maximum power: rear alone over front alone. Left
   * out where the light makes no current.
   */
  readonly bifaciality?: { readonly jsc: number; readonly voc: number; readonly pmax: number };
  /** Current in the module over that in air, in the same light; where the cell is encapsulated. */
  readonly cell_to_module?: number;
  readonly iam?: readonly AnglePoint[];
  readonly vary?: VariedBudget;
  readonly generation?: GenerationRows;
  readonly notes: readonly string[];
  readonly provenance: {
    readonly version: string;
    readonly models: Models;
    /** Hash of the cell file's text. */
    readonly cell: string;
    /** Source of each set of optical constants. */
    readonly optics: Readonly<Record<string, string>>;
  };
}

/** Conditions, and parts of the document that not every request has. */
export interface OpticsParts
  extends Pick<OpticsDocument, 'cell_to_module' | 'iam' | 'vary' | 'generation'> {
  readonly conditions: Omit<OpticsDocument['conditions'], 'encapsulated' | 'module'>;
  /** What the cell is laminated into; it stands in air when left out. */
  readonly module?: ModuleLayers;
}

/**
 * Optics of a cell with all that is needed to repeat it.
 *
 * @param cell what was solved
 * @param analysis where its photons end
 * @param bifaciality of the same cell; nothing where the light makes no current
 * @param parts conditions, and what else was asked for
 * @param version of solarcell
 */
export function opticsDocument(
  cell: Cell,
  analysis: OpticalAnalysis,
  bifaciality: CellBifaciality | undefined,
  parts: OpticsParts,
  version: string,
): OpticsDocument {
  const { wavelength, absorptance } = analysis;
  const { conditions, module } = parts;
  return {
    schema: 'solarcell.optics/1',
    cell: cell.name,
    conditions: {
      ...conditions,
      encapsulated: module !== undefined,
      ...(module === undefined ? {} : { module: moduleConditions(module) }),
    },
    wavelength_nm: Array.from(wavelength),
    reflectance: Array.from(analysis.reflectance),
    transmittance: Array.from(analysis.transmittance),
    absorptance: Object.fromEntries(
      Object.entries(absorptance).map(([name, share]) => [name, Array.from(share)]),
    ),
    budget_mA_cm2: analysis.budget,
    weighted_reflectance_pct: 100 * analysis.weightedReflectance,
    ...(bifaciality === undefined
      ? {}
      : {
          bifaciality: {
            jsc: bifaciality.current,
            voc: bifaciality.voltage,
            pmax: bifaciality.power,
          },
        }),
    ...(parts.cell_to_module === undefined ? {} : { cell_to_module: parts.cell_to_module }),
    ...(parts.iam === undefined ? {} : { iam: parts.iam }),
    ...(parts.vary === undefined ? {} : { vary: parts.vary }),
    ...(parts.generation === undefined ? {} : { generation: parts.generation }),
    notes: heldNotes(analysis.held),
    provenance: {
      version,
      models: modelsOf([cell]),
      cell: `sha256:${cell.sha256}`,
      optics: Object.fromEntries([
        ...Object.entries(cell.optics).map(([name, { source }]) => [name, source ?? '']),
        ...coversOf(module).map(({ name, source }) => [name, source ?? '']),
      ]),
    },
  };
}

function coversOf(module: ModuleLayers | undefined): OpticalConstants[] {
  if (module === undefined) return [];
  const { glass, encapsulant, coating } = module;
  return [glass, encapsulant, ...(coating === undefined ? [] : [coating.constants])];
}

/** What stands in for data that end before the longest wavelength: a line for each end. */
function heldNotes(held: OpticalAnalysis['held']): string[] {
  const ends = [...new Set(held.map(({ beyond_nm }) => beyond_nm))];
  return ends.map((end) => {
    const ending = held.filter(({ beyond_nm }) => beyond_nm === end);
    const materials = [...new Set(ending.map(({ material }) => material))].map((material) => {
      const layers = ending.filter((one) => one.material === material).map(({ layer }) => layer);
      return `${material} (${layers.join(', ')})`;
    });
    return `data of ${materials.join(', ')} end at ${end} nm; beyond, n keeps its last value and k is 0`;
  });
}

/** A photon budget, summed up. */
export function summedBudget(budget: Readonly<Record<string, number>>): SummedBudget {
  const {
    incident = 0,
    shaded = 0,
    reflected = 0,
    escaped = 0,
    transmitted = 0,
    wafer = 0,
  } = budget;
  return {
    wafer_mA_cm2: wafer,
    reflected_mA_cm2: reflected + escaped,
    parasitic_mA_cm2: incident - shaded - reflected - escaped - transmitted - wafer,
    transmitted_mA_cm2: transmitted,
  };
}
