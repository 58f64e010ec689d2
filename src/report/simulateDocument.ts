import type { Analysis, AnalysisRequest } from '../cell/analyses.ts';
import type { BiasedBands } from '../cell/bands.ts';
import type { BifacialFigures } from '../cell/bifacial.ts';
import type { Cell, CellPhotons, CellResult } from '../cell/cell.ts';
import type { DiscretisationError } from '../cell/discretisation.ts';
import type { EqeRow } from '../cell/eqe.ts';
import type { LifetimeRow } from '../cell/lifetime.ts';
import type { LossAnalysis, LossRow } from '../cell/losses.ts';
import type { Mismatch } from '../cell/mismatch.ts';
import type { PhotonEnd } from '../cell/photonEnds.ts';
import type { SunsVocRow } from '../cell/sunsVoc.ts';
import type { TemperatureTable } from '../cell/temperatureTable.ts';
import type { CurveRow } from '../cell/terminalAt.ts';
import { integrateIrradiance } from '../light/integrateIrradiance.ts';
import { type Models, modelsOf } from './models.ts';

/** Key figures of a cell as a document holds them. */
export interface SimulateFigures extends Omit<CellResult, 'photons'> {
  /** Fill factor of the curve without series resistance. */
  readonly pseudo_ff_pct: number;
}

/** Bifaciality coefficients, and power in light on both sides beside that in light on the front. */
export interface BifacialDocument {
  readonly phi_isc: number;
  readonly phi_voc: number;
  readonly phi_pmax: number;
  readonly equivalent_irradiance_W_m2: number;
  readonly pmax_front_W_m2: number;
  readonly pmax_equivalent_W_m2: number;
  readonly pmax_both_W_m2: number;
}

/** What `solarcell simulate --format json` prints: each part where it was asked for. */
export interface SimulateDocument {
  readonly schema: 'solarcell.simulate/1';
  readonly cell: string;
  readonly conditions: {
    readonly spectrum: string;
    /** Integral as tabulated; the light is scaled from it to the irradiance. */
    readonly spectrum_irradiance_W_m2: number;
    readonly irradiance_W_m2: number;
    /** Of the same spectrum behind, at the same time. */
    readonly rear_irradiance_W_m2?: number;
    readonly temperature_C: number;
    /** Where the cell was not solved whole. */
    readonly fidelity?: 'lumped';
    readonly set: readonly string[];
  };
  readonly figures: SimulateFigures;
  /** Where the photons end, as a current density. */
  readonly photons: { readonly unit: 'mA/cm2' } & CellPhotons;
  /** Light on both sides as IEC TS 60904-1-2 rates it. */
  readonly bifacial?: BifacialDocument;
  readonly jv?: readonly CurveRow[];
  readonly jv_dark?: readonly CurveRow[];
  readonly eqe?: readonly EqeRow[];
  /** Where the photons of each wavelength of `eqe` end. */
  readonly photon_ends?: readonly PhotonEnd[];
  readonly suns_voc?: readonly SunsVocRow[];
  readonly implied_voc_V?: number;
  readonly bands?: BiasedBands;
  readonly lifetime?: readonly LifetimeRow[];
  /** The ideal cell that the losses start from. */
  readonly limit?: LossAnalysis['limit'];
  /** They add up to the limit less the cell. */
  readonly losses?: readonly LossRow[];
  /** Figures of an endless mesh less these, told by a mesh twice as fine. */
  readonly mesh?: DiscretisationError;
  /** Of IEC 60904-7: current in the light over that in the reference spectrum, as the meter sees. */
  readonly spectral_mismatch?: Mismatch;
  readonly temperature?: TemperatureTable;
  readonly provenance: {
    readonly version: string;
    readonly models: Models;
    /** Hash of the cell file's text. */
    readonly cells: Readonly<Record<string, string>>;
  };
}

/**
 * An analysis with all that is needed to repeat it.
 *
 * @param analysis result of `analyseCell`
 * @param request what it was called with
 * @param cell the cell of it
 * @param version of solarcell
 */
export function simulateDocument(
  analysis: Analysis,
  request: AnalysisRequest,
  cell: Cell,
  version: string,
): SimulateDocument {
  const { photons, ...figures } = analysis.result;
  return {
    schema: 'solarcell.simulate/1',
    cell: cell.name,
    conditions: {
      spectrum: request.spectrum.name,
      spectrum_irradiance_W_m2: integrateIrradiance(request.spectrum),
      irradiance_W_m2: request.irradiance,
      ...(analysis.bifacial ? { rear_irradiance_W_m2: analysis.bifacial.rearIrradiance } : {}),
      temperature_C: request.temperature,
      ...(request.fidelity === 'lumped' ? { fidelity: request.fidelity } : {}),
      set: cell.set ?? [],
    },
    figures: { ...figures, pseudo_ff_pct: analysis.pseudo_ff_pct },
    photons: { unit: 'mA/cm2', ...photons },
    ...(analysis.bifacial ? { bifacial: bifacialDocument(analysis.bifacial) } : {}),
    ...(analysis.jv ? { jv: analysis.jv } : {}),
    ...(analysis.jvDark ? { jv_dark: analysis.jvDark } : {}),
    ...(analysis.eqe ? { eqe: analysis.eqe } : {}),
    ...(analysis.photonEnds ? { photon_ends: analysis.photonEnds } : {}),
    ...(analysis.sunsVoc
      ? { suns_voc: analysis.sunsVoc.rows, implied_voc_V: analysis.sunsVoc.implied_voc_V }
      : {}),
    ...(analysis.bands ? { bands: analysis.bands } : {}),
    ...(analysis.lifetime ? { lifetime: analysis.lifetime } : {}),
    ...(analysis.losses ? { limit: analysis.losses.limit, losses: analysis.losses.rows } : {}),
    ...(analysis.mesh ? { mesh: analysis.mesh } : {}),
    ...(analysis.mismatch ? { spectral_mismatch: analysis.mismatch } : {}),
    ...(analysis.temperatureTable ? { temperature: analysis.temperatureTable } : {}),
    provenance: {
      version,
      models: modelsOf([cell]),
      cells: { [cell.name]: `sha256:${cell.sha256}` },
    },
  };
}

/** Figures of light on both sides, with their units in their names. */
export function bifacialDocument(figures: BifacialFigures): BifacialDocument {
  const { bifaciality } = figures;
  return {
    phi_isc: bifaciality.current,
    phi_voc: bifaciality.voltage,
    phi_pmax: bifaciality.power,
    equivalent_irradiance_W_m2: figures.equivalentIrradiance,
    pmax_front_W_m2: figures.frontPower,
    pmax_equivalent_W_m2: figures.equivalentPower,
    pmax_both_W_m2: figures.power,
  };
}
