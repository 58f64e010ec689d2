import {
  compareYear,
  loadCell,
  loadSpectrum,
  loadWeather,
  physicalModifier,
  simulatedCell,
} from 'solarcell';

const am15g = await loadSpectrum('am1.5g');
const cells = await Promise.all(
  ['shj', 'perc'].map(async (name) => simulatedCell(await loadCell(name), am15g)),
);
const { results } = compareYear(cells, await loadWeather('miami'), {
  mounting: { kind: 'fixed', tilt: 25, azimuth: 180 },
  modifier: physicalModifier(),
});
const { energy_kWh_kWp, causes } = results[0]!.annual;
console.log(
  `${energy_kWh_kWp.toFixed(0)} kWh/kWp, of the gain by temperature ${causes.temperature.toFixed(2)} %`,
);
