import { bandsFigure } from '../plot/figures/bandsFigure.ts';
import { eqeFigure } from '../plot/figures/eqeFigure.ts';
import { lossesFigure } from '../plot/figures/lossesFigure.ts';
import { photonsFigure } from '../plot/figures/photonsFigure.ts';
import { stackFigure } from '../plot/figures/stackFigure.ts';
import type { PlotDocument } from '../plot/svg/plotDocument.ts';
import { column, type Section } from '../section.ts';
import { lossesSection } from '../simulateLosses.ts';
import { figureHtml } from './figureHtml.ts';
import { html, type Markup } from './html.ts';
import { layersSection } from './layersSection.ts';
import { withDois } from './prose.ts';
import type { ReportCell } from './reportDocument.ts';
import { tableHtml } from './tableHtml.ts';

/** A cell from the inside: what it is built of, where its photons and its power go, its bands. */
export function cellPart({ cell, analysis }: ReportCell, document: PlotDocument): Markup {
  const { name, description } = cell;
  const figures = [
    eqeFigure(analysis),
    photonsFigure(analysis),
    lossesFigure(analysis),
    bandsFigure(analysis),
  ].filter((figure) => figure !== undefined);
  const losses = lossesSection(analysis);
  const saved = (section: Section, word: string) =>
    tableHtml(section, { file: `${name}-${word}.csv` });
  return html`<section class="cell" id="cell-${name}" aria-labelledby="cell-${name}-title">
<h3 id="cell-${name}-title">${name}: ${description.title}</h3>
<p>${withDois(description.description.trim())}</p>
${figureHtml(stackFigure(description), { document, id: `${name}-stack` })}
${saved(layersSection(description), 'layers')}
${figures.map((figure) => figureHtml(figure, { document, id: `${name}-${figure.name}` }))}
${losses !== undefined && saved(losses, 'losses')}
${saved(photonsSection(analysis), 'photons')}
${description.adjusted.length > 0 && tableHtml(adjustedSection(description.adjusted))}
</section>
`;
}

function photonsSection({ photons }: ReportCell['analysis']): Section {
  return {
    title: 'Photon budget',
    columns: [column('end', 'End', '', 0), column('current_mA_cm2', 'Photon current', 'mA/cm2', 3)],
    rows: [
      ['absorbed in the wafer', photons.wafer],
      ...Object.entries(photons.films).map(([film, value]) => [`absorbed in ${film}`, value]),
      ['reflected at the front', photons.reflected],
      ['escaped from the front', photons.escaped],
      ['transmitted', photons.transmitted],
      ['shaded by the grid', photons.shaded],
      ['incident', photons.incident],
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
