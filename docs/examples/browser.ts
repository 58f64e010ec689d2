import { readFile } from 'node:fs/promises';
import { parseCell, simulateCell } from 'solarcell/cell';
import { parseSpectrumCsv } from 'solarcell/light';
import { air, parseOpticalConstants } from 'solarcell/optics';

/** In a browser: (path) => fetch(`/data/${path}`).then((response) => response.text()). */
const fetchText = (path: string): Promise<string> => readFile(`data/${path}`, 'utf8');

const text = await fetchText('cells/al-bsf.yaml');
const description = await parseCell(text, { file: 'al-bsf.yaml' });
const films = [...description.front.layers, ...description.rear.layers].map(({ optics }) => optics);
const names = new Set([...films, description.wafer.optics, description.rear.outside]);
const tables = [...names].map(async (name) => {
  const constants = parseOpticalConstants(await fetchText(`optics/${name}.csv`), { name });
  return [name, constants] as const;
});
const optics = { air, ...Object.fromEntries(await Promise.all(tables)) };
const spectrum = parseSpectrumCsv(await fetchText('spectra/am1.5g.csv'), { name: 'am1.5g' });

const cell = { name: 'al-bsf', description, optics, text, file: 'al-bsf.yaml', sha256: '' };
const { efficiency_pct } = simulateCell(cell, { spectrum, irradiance: 1000, temperature: 25 });
console.log(`${efficiency_pct.toFixed(2)} %`);
