import { diodeFigures, gridResistance } from 'solarcell/circuit';

const { voc, pmp } = diodeFigures({
  photocurrent: 9.8, // A
  saturationCurrent: 1e-10,
  seriesResistance: 0.35, // ohm
  shuntResistance: 400,
  thermalVoltage: 1.6, // ideality times cells in series times kT/q, V
});
console.log(`module: ${voc.toFixed(2)} V, ${pmp.toFixed(1)} W`);

const fingers = {
  width: 30e-4, // cm
  height: 15e-4,
  halfLength: 0.9,
  resistivity: 3e-6, // ohm cm
  contactResistivity: 2e-3, // ohm cm2
  sheetResistance: 45, // ohm
};
for (const spacing of [0.08, 0.12, 0.16]) {
  const { total, shading } = gridResistance({ ...fingers, spacing });
  console.log(
    `fingers every ${spacing} cm: ${total.toFixed(3)} ohm cm2, ${(100 * shading).toFixed(2)} % shaded`,
  );
}
