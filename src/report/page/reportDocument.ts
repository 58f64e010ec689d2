import type { Cell } from '../../cell/cell.ts';
import type { Profile } from '../../energy/profile.ts';
import type { CompareDocument } from '../compareDocument.ts';
import type { OpticsDocument } from '../opticsDocument.ts';
import type { BifacialDocument, SimulateDocument } from '../simulateDocument.ts';
import type { YearDocument } from '../yearDocument.ts';

/** Where data of a report come from. */
export interface DataSource {
  /** `spectrum am1.5g`, `optical constants izo`. */
  readonly what: string;
  readonly source: string;
}

/** A cell in a report: its description, and what happens in it in standard light. */
export interface ReportCell {
  readonly cell: Cell;
  readonly analysis: SimulateDocument;
  /** In that light, and so much of it behind, W/m2. */
  readonly bothLit: { readonly rearIrradiance: number; readonly figures: BifacialDocument };
  /** Its optics under glass and encapsulant. */
  readonly module: OpticsDocument;
}

/** All that a report tells. */
export interface ReportDocument {
  /** What `solarcell compare --format json` prints for the same request. */
  readonly comparison: CompareDocument | YearDocument;
  /** The light over time of the comparison, where it has one. */
  readonly profile?: Profile;
  /** Cells that are simulated; commercial modules are only in the comparison. */
  readonly cells: readonly ReportCell[];
  /** The same cells at several irradiances. */
  readonly overLight?: CompareDocument;
  readonly sources: readonly DataSource[];
  readonly provenance: {
    readonly version: string;
    /** Command line, as a shell takes it. */
    readonly command: string;
    /** ISO 8601, UTC. */
    readonly date: string;
  };
}

/** Whether a comparison is over a year of weather. */
export function isYear(comparison: CompareDocument | YearDocument): comparison is YearDocument {
  return 'site' in comparison;
}
