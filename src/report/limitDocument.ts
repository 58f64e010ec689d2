import type { LimitFigures } from '../cell/limitFigures.ts';

/** A limit at one gap, or at one thickness. */
export interface LimitRow extends LimitFigures {
  readonly band_gap_eV?: number;
  readonly thickness_um?: number;
}

/** What `solarcell limit --format json` prints: the best row's figures, and all rows. */
export interface LimitDocument extends LimitRow {
  readonly schema: 'solarcell.limit/1';
  readonly conditions: {
    readonly spectrum: string;
    /** Integral of the light as it was used. */
    readonly spectrum_irradiance_W_m2: number;
    /** What the efficiency refers to. */
    readonly irradiance_W_m2: number;
    readonly temperature_C: number;
  };
  readonly models: {
    readonly kind: 'detailed-balance' | 'silicon';
    /** Which light trapping, and which Auger recombination: name and reference. */
    readonly optics: string;
    readonly optics_reference: string;
    readonly auger: string;
    readonly auger_reference: string;
    readonly narrowing?: string;
    readonly constants?: string;
    readonly doping_cm3?: number;
    readonly doping_type?: 'n' | 'p' | 'none';
  };
  readonly results: readonly LimitRow[];
  readonly provenance: { readonly version: string };
}

/**
 * Limits with all that is needed to repeat them; over a range the best is the limit.
 *
 * @param results at least one
 * @param conditions light and temperature
 * @param models what they were made with
 * @param version of solarcell
 */
export function limitDocument(
  results: readonly LimitRow[],
  conditions: LimitDocument['conditions'],
  models: LimitDocument['models'],
  version: string,
): LimitDocument {
  const best = results.reduce((a, b) => (b.efficiency_pct > a.efficiency_pct ? b : a));
  return {
    schema: 'solarcell.limit/1',
    ...best,
    conditions,
    models,
    results,
    provenance: { version },
  };
}
