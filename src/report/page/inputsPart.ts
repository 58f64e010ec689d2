import { column, type Section } from '../section.ts';
import { html, type Markup } from './html.ts';
import { isYear, type ReportDocument } from './reportDocument.ts';
import { saveLink, tableHtml } from './tableHtml.ts';

/**
 * Everything that went in: settings, cell files, light over time.
 *
 * @param report of which
 * @param json the comparison, as the command prints it
 */
export function inputsPart({ comparison, cells, profile }: ReportDocument, json: string): Markup {
  const settings = isYear(comparison)
    ? { site: comparison.site, settings: comparison.settings }
    : { conditions: comparison.conditions };
  return html`<p>${saveLink('comparison.json', json, 'application/json', 'Save the comparison as JSON')}: the same as <code>solarcell compare --format json</code> prints.</p>
<details><summary>Settings</summary><pre tabindex="0">${JSON.stringify(settings, null, 2)}</pre></details>
${cells.map(
  ({ cell }) => html`<details><summary>Cell file of ${cell.name}</summary>
${cell.set !== undefined && html`<p>Changed in passing: <code>${cell.set.join(', ')}</code></p>\n`}<pre tabindex="0" data-file="${cell.name}.yaml">${cell.text}</pre></details>
`,
)}${profile && html`<details><summary>Light over time: ${profile.name}</summary>${tableHtml(profileSection(profile), { file: 'profile.csv' })}</details>`}`;
}

function profileSection({
  name,
  time,
  irradiance,
  temperature,
}: NonNullable<ReportDocument['profile']>): Section {
  return {
    title: name,
    columns: [
      column('time_h', 'Time', 'h', 2),
      column('irradiance_W_m2', 'Irradiance', 'W/m2', 1),
      ...(temperature ? [column('temperature_C', 'Cell', '°C', 1)] : []),
    ],
    rows: Array.from(time, (hour, k) => [
      hour,
      irradiance[k]!,
      ...(temperature ? [temperature[k]!] : []),
    ]),
  };
}
