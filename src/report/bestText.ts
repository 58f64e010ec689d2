import { shortNumber } from '../cell/quantityRange.ts';
import type { BestDocument } from './bestDocument.ts';
import { splitColumn } from './columnUnit.ts';
import type { Paint } from './compareTable.ts';
import { column, type Section } from './section.ts';
import { sectionCsv, sectionMarkdown, sectionTable } from './sectionText.ts';
import { tableColumn } from './sweepSection.ts';

/** A linear model that explains less than this of the variance says little. */
const goodModel = 0.9;

function bestSection({ columns, best, by, order, rows, failed, valued }: BestDocument): Section {
  const { bare } = splitColumn(by);
  const lost = failed > 0 ? `, ${failed} failed` : '';
  const without = rows - failed - valued;
  return {
    title: `${best.length} of ${rows} points with the ${order} ${bare}${lost}${
      without > 0 ? `, ${without} have none` : ''
    }`,
    columns: columns.map((one) =>
      tableColumn(
        one,
        best.map((row) => row[one.name]!),
      ),
    ),
    rows: best.map((row) => columns.map(({ name }) => row[name] ?? undefined)),
  };
}

function sensitivitySection({ by, sensitivity }: BestDocument): Section | undefined {
  const { inputs, r2, rank_r2: rankR2 } = sensitivity;
  if (inputs.length === 0) return undefined;
  const { bare } = splitColumn(by);
  const percent = (share: number) => `${(100 * share).toFixed(share > 0.99 ? 1 : 0)} %`;
  const numbers = inputs.some(({ coefficient }) => coefficient !== null);
  return {
    title: `What moves ${bare}`,
    columns: [
      column('input', 'input', '', 0),
      column('from', 'from', '', 0),
      column('to', 'to', '', 0),
      column('unit', 'unit', '', 0),
      { ...column('coefficient', 'SRC', '', 3), signed: true },
      { ...column('rank_coefficient', 'SRRC', '', 3), signed: true },
      column('share_pct', 'alone', '%', 1),
    ],
    rows: inputs.map((input) => {
      const { bare: name, unit } = splitColumn(input.input);
      const end = (value: number | null) => (value === null ? '' : shortNumber(value));
      return [
        name,
        end(input.from),
        end(input.to),
        unit,
        input.coefficient ?? undefined,
        input.rank_coefficient ?? undefined,
        input.share_pct ?? undefined,
      ];
    }),
    notes: [
      ...(numbers
        ? [
            'SRC: standard deviations of the result by one of the input, from a linear model; SRRC: of ranks.',
            `The linear model explains ${percent(r2)} of the variance, that of ranks ${percent(rankR2)}.`,
          ]
        : []),
      'Alone: the share of the variance between the means of the levels.',
      ...(numbers && r2 < goodModel ? [poorModel(rankR2)] : []),
      ...inputs.flatMap(({ input, from, coefficient }) =>
        from !== null && coefficient === null ? [`${input} moves with the inputs above.`] : [],
      ),
    ],
  };
}

function poorModel(rankR2: number): string {
  const start = 'Warning: the result is not linear in the inputs, and SRC says little';
  return rankR2 < goodModel
    ? `${start}; nor is it monotonic: look at --plot.`
    : `${start}; it is monotonic: read SRRC.`;
}

function sections(document: BestDocument): Section[] {
  return [bestSection(document), sensitivitySection(document)].filter((one) => one !== undefined);
}

/** The best points and what decides them, for people. */
export function bestTable(document: BestDocument, paint: Paint): string {
  return sections(document)
    .map((section) => sectionTable(section, paint))
    .join('\n');
}

/** The same as Markdown. */
export function bestMarkdown(document: BestDocument): string {
  return sections(document).map(sectionMarkdown).join('\n');
}

/** The best points as CSV, with the names of their columns. */
export function bestCsv(document: BestDocument): string {
  const { columns } = document;
  const section = bestSection(document);
  return sectionCsv({
    ...section,
    columns: columns.map(({ name }, c) => ({ ...section.columns[c]!, key: name })),
  });
}

/** All of it as JSON; same input, same bytes. */
export function bestJson(document: BestDocument): string {
  return `${JSON.stringify(document, null, 2)}\n`;
}
