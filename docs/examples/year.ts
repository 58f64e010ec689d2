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
console.log(results[0].annual.energy_kWh_kWp, results[0].annual.causes);
