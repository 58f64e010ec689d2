import type { SweepColumn } from '../sweep/preparedSweep.ts';
import type { Best } from '../sweep/results/bestOf.ts';

/** The best points of a sweep and what decides them, as programs read it. */
export interface BestDocument {
  readonly schema: 'solarcell.best/1';
  readonly version: string;
  readonly file: string;
  /** Column that decides, and which end of it is the best. */
  readonly by: string;
  readonly order: 'highest' | 'lowest';
  /** Rows in the file, those of them that failed, and those with a value in the column. */
  readonly rows: number;
  readonly failed: number;
  readonly valued: number;
  readonly columns: readonly SweepColumn[];
  /** Best first, by the names of the columns. */
  readonly best: readonly Readonly<Record<string, number | string | null>>[];
  readonly sensitivity: {
    readonly r2: number;
    readonly rank_r2: number;
    readonly ranked_rows: number;
    readonly inputs: readonly {
      readonly input: string;
      readonly from: number | null;
      readonly to: number | null;
      readonly coefficient: number | null;
      readonly rank_coefficient: number | null;
      readonly share_pct: number | null;
    }[];
  };
}

/** What the document says beside the rows. */
export type BestHead = Pick<
  BestDocument,
  'version' | 'file' | 'by' | 'order' | 'rows' | 'failed' | 'columns'
>;

/** Makes the document. */
export function bestDocument(best: Best, head: BestHead): BestDocument {
  const { sensitivity } = best;
  return {
    schema: 'solarcell.best/1',
    version: head.version,
    file: head.file,
    by: head.by,
    order: head.order,
    rows: head.rows,
    failed: head.failed,
    valued: best.rows,
    columns: head.columns,
    best: best.top.map((row) =>
      Object.fromEntries(head.columns.map(({ name }, c) => [name, row[c] ?? null])),
    ),
    sensitivity: {
      r2: sensitivity.r2,
      rank_r2: sensitivity.rankR2,
      ranked_rows: sensitivity.ranked,
      inputs: sensitivity.inputs.map((input) => ({
        input: input.name,
        from: input.from ?? null,
        to: input.to ?? null,
        coefficient: input.coefficient ?? null,
        rank_coefficient: input.rankCoefficient ?? null,
        share_pct: input.share === undefined ? null : 100 * input.share,
      })),
    },
  };
}
