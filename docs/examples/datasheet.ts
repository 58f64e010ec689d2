import { loadModules } from 'solarcell';
import { deSotoDiode, diodeMaximumPower } from 'solarcell/circuit';

/** Coefficient of the power between 25 and 65 degC at 1000 W/m2, %/K. */
for (const { name, technology, diode, voc_V, cellsInSeries } of await loadModules()) {
  if (!/EVPV370$|REC380AA Pure|REC375TP2SM|JKM265P-60/.test(name)) continue;
  const [cool, hot] = [25, 65].map((temperature) => {
    const { voltage, current } = diodeMaximumPower(deSotoDiode(diode, 1000, temperature));
    return voltage * current;
  });
  const coefficient = (100 * (hot! / cool! - 1)) / 40;
  console.log(
    `${name}, ${technology}: ${(voc_V / cellsInSeries).toFixed(3)} V a cell, ${coefficient.toFixed(3)} %/K`,
  );
}
