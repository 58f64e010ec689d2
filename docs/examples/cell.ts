import { loadCell, loadSpectrum } from 'solarcell';
import { analyseCell, simulateCell } from 'solarcell/cell';

const perc = await loadCell('perc');
const conditions = { spectrum: await loadSpectrum('am1.5g'), irradiance: 1000, temperature: 25 };
const { voc_V, jsc_mA_cm2, ff_pct } = simulateCell(perc, conditions);
console.log(`${voc_V.toFixed(4)} V, ${jsc_mA_cm2.toFixed(2)} mA/cm2, ${ff_pct.toFixed(2)} %`);

const { losses } = analyseCell(perc, { ...conditions, losses: true });
for (const { path, place, power_mW_cm2 } of losses!.rows) {
  if (power_mW_cm2 > 0.8) console.log(`${path}, ${place}: ${power_mW_cm2.toFixed(2)} mW/cm2`);
}
