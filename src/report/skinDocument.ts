import type { Cell, CellResult } from '../cell/cell.ts';
import type { Skin, Skins } from '../cell/skin.ts';

/** Key figures of both fidelities beside each other. */
export interface FidelityFigures
  extends Pick<CellResult, 'voc_V' | 'jsc_mA_cm2' | 'ff_pct' | 'efficiency_pct' | 'pmax_W_m2'> {
  readonly fidelity: 'detailed' | 'lumped';
}

/** A skin as a document holds it: without a sheet resistance where nothing conducts. */
export interface SkinResult extends Omit<Skin, 'sheet_resistance_ohm'> {
  readonly side: 'front' | 'rear';
  readonly sheet_resistance_ohm?: number;
}

/** What `solarcell skin --format json` prints. */
export interface SkinDocument {
  readonly schema: 'solarcell.skin/1';
  readonly cell: string;
  readonly conditions: {
    readonly spectrum: string;
    readonly irradiance_W_m2: number;
    readonly temperature_C: number;
    readonly set: readonly string[];
  };
  readonly skins: { readonly front: SkinResult; readonly rear: SkinResult };
  /** The cell solved whole, and between these skins. */
  readonly figures: readonly FidelityFigures[];
  /** Lumped over detailed efficiency, less 1. */
  readonly efficiency_difference_pct: number;
  readonly provenance: { readonly version: string; readonly cell: string };
}

/**
 * Skins of a cell with all that is needed to repeat them, and how well they stand for it.
 *
 * @param cell that they are of
 * @param skins from `computeSkins`
 * @param results key figures of both fidelities in the conditions
 * @param conditions light and temperature
 * @param version of solarcell
 */
export function skinDocument(
  cell: Cell,
  skins: Skins,
  results: { readonly detailed: CellResult; readonly lumped: CellResult },
  conditions: Omit<SkinDocument['conditions'], 'set'>,
  version: string,
): SkinDocument {
  const { detailed, lumped } = results;
  return {
    schema: 'solarcell.skin/1',
    cell: cell.name,
    conditions: { ...conditions, set: cell.set ?? [] },
    skins: { front: skinResult('front', skins.front), rear: skinResult('rear', skins.rear) },
    figures: [figures('detailed', detailed), figures('lumped', lumped)],
    efficiency_difference_pct: 100 * (lumped.efficiency_pct / detailed.efficiency_pct - 1),
    provenance: { version, cell: `sha256:${cell.sha256}` },
  };
}

function skinResult(side: 'front' | 'rear', skin: Skin): SkinResult {
  const { sheet_resistance_ohm, ...rest } = skin;
  return {
    side,
    ...rest,
    ...(Number.isFinite(sheet_resistance_ohm) ? { sheet_resistance_ohm } : {}),
  };
}

function figures(fidelity: 'detailed' | 'lumped', result: CellResult): FidelityFigures {
  const { voc_V, jsc_mA_cm2, ff_pct, efficiency_pct, pmax_W_m2 } = result;
  return { fidelity, voc_V, jsc_mA_cm2, ff_pct, efficiency_pct, pmax_W_m2 };
}
