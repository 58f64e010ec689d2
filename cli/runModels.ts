import { modelsDocument } from '../src/report/modelsDocument.ts';
import { modelsSection } from '../src/report/modelsSection.ts';
import { sectionCsv, sectionMarkdown, sectionTable } from '../src/report/sectionText.ts';
import { type OutputArguments, printResult } from './resultOutput.ts';

/** Prints the table of models. */
export async function runModels(args: OutputArguments): Promise<void> {
  await printResult(
    modelsDocument(),
    {
      table: (document, paint) => sectionTable(modelsSection(document), paint),
      json: (document) => `${JSON.stringify(document, null, 2)}\n`,
      csv: (document) => sectionCsv(modelsSection(document)),
      markdown: (document) => sectionMarkdown(modelsSection(document)),
    },
    args,
  );
}
