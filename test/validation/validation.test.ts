import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { svgDocument } from '../../src/node/svgDocument.ts';
import { figureSvg } from '../../src/report/plot/svg/figureSvg.ts';
import type { Comparison } from './comparison.ts';
import { compareDetailedBalance } from './detailedBalance.ts';
import { compareField } from './field.ts';
import { comparePc1d } from './pc1d.ts';
import { compareProduction } from './production.ts';
import { compareRecords } from './records.ts';
import { compareSentaurus } from './sentaurus.ts';
import { compareSesame } from './sesame.ts';
import { compareTransferMatrix } from './transferMatrix.ts';

// The page and its figures are made here from the references; UPDATE_DOCS renews them.
const docs = join(dirname(fileURLToPath(import.meta.url)), '../../docs');
const page = join(docs, 'validation.md');
const renew = process.env.UPDATE_DOCS !== undefined;
const begin = '<!-- comparisons -->\n';

const comparisons: readonly Comparison[] = [
  comparePc1d(),
  compareSesame(),
  await compareSentaurus(),
  compareTransferMatrix(),
  await compareDetailedBalance(),
  compareField(),
  await compareRecords(),
  await compareProduction(),
];

/** Two digits; what is below rounding is told as such, since its digits differ between machines. */
function digits(value: number): string {
  if (value < 1e-12) return 'below 1e-12';
  return value < 1e-3
    ? value.toExponential(1).replace('.0e', 'e')
    : String(Number(value.toPrecision(2)));
}

function section({ title, text, deviations, figure }: Comparison): string {
  const rows = deviations.map(
    ({ quantity, found, unit, bound }) =>
      `| ${quantity} | ${digits(found)} | ${digits(bound)} | ${unit} |`,
  );
  return [
    `## ${title}`,
    text,
    `![${figure.title}. ${figure.subtitle}](validation/${figure.name}.svg)`,
    [
      '| quantity | largest deviation | allowed | unit |',
      '| --- | --- | --- | --- |',
      ...rows,
    ].join('\n'),
  ].join('\n\n');
}

if (renew) {
  mkdirSync(join(docs, 'validation'), { recursive: true });
  const head = readFileSync(page, 'utf8').split(begin)[0]!;
  writeFileSync(page, `${head}${begin}\n${comparisons.map(section).join('\n\n')}\n`);
  for (const { figure } of comparisons) {
    const svg = figureSvg(figure, { document: await svgDocument() });
    writeFileSync(join(docs, 'validation', `${figure.name}.svg`), svg.outerHTML);
  }
}

describe.each(comparisons)('$title', ({ deviations, figure, title, text }) => {
  const [, shown = ''] = readFileSync(page, 'utf8').split(`## ${title}\n\n`);

  test.each(deviations)('$quantity', ({ quantity, found, bound }) => {
    expect(found).toBeLessThanOrEqual(bound);
    const row = shown.split('\n').find((line) => line.startsWith(`| ${quantity} |`));
    const stated = Number(row?.split('|')[2]?.replace('below', ''));
    // Stated as found, but for rounding.
    expect(Math.abs(found - stated)).toBeLessThanOrEqual(0.1 * stated + 1e-12);
  });

  test('stands on the page, with its picture', () => {
    expect(shown.startsWith(text)).toBe(true);
    expect(readFileSync(join(docs, 'validation', `${figure.name}.svg`), 'utf8')).toContain(
      figure.title,
    );
  });
});
