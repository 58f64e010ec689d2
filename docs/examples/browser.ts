import { readFile } from 'node:fs/promises';
import { cellFromText, simulateCell } from 'solarcell/cell';
import { parseSpectrumCsv } from 'solarcell/light';

/** In a browser: (path) => fetch(`/data/${path}`).then((response) => response.text()). */
const fetchText = (path: string): Promise<string> => readFile(`data/${path}`, 'utf8');

const cell = await cellFromText(await fetchText('cells/al-bsf.yaml'), {
  optics: (name) => fetchText(`optics/${name}.csv`),
});
const spectrum = parseSpectrumCsv(await fetchText('spectra/am1.5g.csv'), { name: 'am1.5g' });

const { efficiency_pct } = simulateCell(cell, { spectrum, irradiance: 1000, temperature: 25 });
console.log(`${efficiency_pct.toFixed(2)} %`);
