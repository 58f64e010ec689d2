import { readFile } from 'node:fs/promises';
import { cellFromText, simulateCell } from 'solarcell/cell';
import { parseSpectrumCsv } from 'solarcell/light';

/** In a browser: (path) => fetch(`/data/${path}`).then((response) => response.text()). */
const text = (path: string): Promise<string> => readFile(`data/${path}`, 'utf8');

const cell = await cellFromText(await text('cells/shj.yaml'), {
  optics: (name) => text(`optics/${name}.csv`),
});
const spectrum = parseSpectrumCsv(await text('spectra/am1.5g.csv'), { name: 'am1.5g' });
const { efficiency_pct } = simulateCell(cell, { spectrum, irradiance: 1000, temperature: 25 });
console.log(`${cell.name}: ${efficiency_pct.toFixed(2)} %`);
