import { UsageError } from '../src/cell/errors.ts';
import { listMaterials } from '../src/node/listMaterials.ts';
import {
  type MaterialsDocument,
  materialsCsv,
  materialsDocument,
  materialsJson,
  materialsMarkdown,
  materialsTable,
} from '../src/report/materialsDocument.ts';
import { materialsFigure } from '../src/report/plot/figures/materialsFigure.ts';
import { type DrawnArguments, type Printers, printResult } from './resultOutput.ts';

/** Arguments of `solarcell materials`. */
export interface MaterialsArguments extends DrawnArguments {
  readonly names?: string[];
}

const printers: Printers<MaterialsDocument> = {
  table: materialsTable,
  json: materialsJson,
  csv: materialsCsv,
  markdown: materialsMarkdown,
};

/** Lists optical constants, or shows those that are named. */
export async function runMaterials(args: MaterialsArguments): Promise<void> {
  const names = args.names ?? [];
  const document = materialsDocument(await listMaterials(names), names.length > 0);
  await printResult(document, printers, args, (drawn) => {
    const figure = materialsFigure(drawn);
    if (figure === undefined) throw new UsageError('--plot draws materials that are named');
    return [figure];
  });
}
