import { compareCells, loadCell, loadSpectrum, simulateCell } from 'solarcell';

const spectrum = await loadSpectrum('am1.5g');
const shj = await loadCell('shj');
const perc = await loadCell('perc', { set: ['wafer.thickness=150um'] });

const { voc_V, photons } = simulateCell(shj, { spectrum, irradiance: 1000, temperature: 25 });
console.log(`${voc_V.toFixed(3)} V; ${photons.wafer.toFixed(1)} mA/cm2 of light in the wafer`);

const hot = { spectrum, irradiances: [800], temperatures: [45], hours: 5 };
const { rows } = compareCells([shj, perc], hot);
console.log(rows.map((row) => `${row.cell} ${row.energy_kWh_m2?.toFixed(3)} kWh/m2`).join(', '));
