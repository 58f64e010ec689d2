import { UsageError } from '../src/cell/errors.ts';
import { listSpectra } from '../src/node/listSpectra.ts';
import { spectraFigure } from '../src/report/plot/figures/spectraFigure.ts';
import {
  type SpectraDocument,
  spectraCsv,
  spectraDocument,
  spectraJson,
  spectraMarkdown,
  spectraTable,
} from '../src/report/spectraDocument.ts';
import { type DrawnArguments, type Printers, printResult } from './resultOutput.ts';

/** Arguments of `solarcell spectra`. */
export interface SpectraArguments extends DrawnArguments {
  readonly names?: string[];
}

const printers: Printers<SpectraDocument> = {
  table: spectraTable,
  json: spectraJson,
  csv: spectraCsv,
  markdown: spectraMarkdown,
};

/** Lists spectra, or shows those that are named. */
export async function runSpectra(args: SpectraArguments): Promise<void> {
  const names = args.names ?? [];
  const document = spectraDocument(await listSpectra(names), names.length > 0);
  await printResult(document, printers, args, (drawn) => {
    const figure = spectraFigure(drawn);
    if (figure === undefined) throw new UsageError('--plot draws spectra that are named');
    return [figure];
  });
}
