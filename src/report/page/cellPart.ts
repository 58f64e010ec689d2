import type { OpticsDocument } from '../opticsDocument.ts';
import { bandsFigure } from '../plot/figures/bandsFigure.ts';
import { eqeFigure } from '../plot/figures/eqeFigure.ts';
import { lossesFigure } from '../plot/figures/lossesFigure.ts';
import { photonsFigure } from '../plot/figures/photonsFigure.ts';
import { stackFigure } from '../plot/figures/stackFigure.ts';
import { column, type Section } from '../section.ts';
import { lossesSection } from '../simulateLosses.ts';
import { type DrawingBoard, figureHtml } from './figureHtml.ts';
import { html, type Markup } from './html.ts';
import { layersSection } from './layersSection.ts';
import { withDois } from './prose.ts';
import type { ReportCell } from './reportDocument.ts';
import { tableHtml } from './tableHtml.ts';

/** A cell from the inside: what it is built of, where its photons and its power go, its bands. */
export function cellPart({ cell, analysis, module }: ReportCell, board: DrawingBoard): Markup {
  const { name, description } = cell;
  const figures = [
    eqeFigure(analysis),
    photonsFigure(analysis, module.budget_mA_cm2),
    lossesFigure(analysis),
    bandsFigure(analysis),
  ].filter((figure) => figure !== undefined);
  const losses = lossesSection(analysis);
  const saved = (section: Section, word: string) =>
    tableHtml(section, { file: `${name}-${word}.csv` });
  return html`<section class="cell" id="cell-${name}" aria-labelledby="cell-${name}-title">
<h3 id="cell-${name}-title">${name}: ${description.title}</h3>
<p>${withDois(description.description.trim())}</p>
${figureHtml(stackFigure(description), board, `${name}-stack`)}
${saved(layersSection(description), 'layers')}
${figures.map((figure) => figureHtml(figure, board, `${name}-${figure.name}`))}
${losses !== undefined && saved(losses, 'losses')}
${saved(photonsSection(analysis, module), 'photons')}
${description.adjusted.length > 0 && tableHtml(adjustedSection(description.adjusted))}
</section>
`;
}

function photonsSection({ photons }: ReportCell['analysis'], module: OpticsDocument): Section {
  const budget = module.budget_mA_cm2;
  return {
    title: 'Photon budget, in air and in a module',
    columns: [
      column('end', 'End', '', 0),
      column('current_mA_cm2', 'In air', 'mA/cm2', 3),
      column('module_current_mA_cm2', 'In a module', 'mA/cm2', 3),
    ],
    rows: [
      ['absorbed in the wafer', photons.wafer, budget.wafer],
      ...Object.keys(module.absorptance)
        .filter((name) => name !== 'wafer')
        .map((film) => [`absorbed in ${film}`, photons.films[film], budget[film]]),
      ['reflected at the front', photons.reflected, budget.reflected],
      ['escaped from the front', photons.escaped, budget.escaped],
      ['transmitted', photons.transmitted, budget.transmitted],
      ['shaded by the grid', photons.shaded, budget.shaded],
      ['incident', photons.incident, budget.incident],
    ],
  };
}

function adjustedSection(adjusted: ReportCell['cell']['description']['adjusted']): Section {
  return {
    title: 'Adjusted to meet measurements',
    columns: [
      column('parameter', 'Parameter', '', 0),
      column('from', 'From', '', 0),
      column('why', 'Why', '', 0),
    ],
    rows: adjusted.map(({ parameter, from, why }) => [parameter, String(from), why]),
  };
}
