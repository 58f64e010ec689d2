import {
  dopingFromResistivity,
  klaassenMobility,
  siliconIntrinsicDensity,
} from 'solarcell/physics';

const ni = siliconIntrinsicDensity(300); // cm-3
const donors = dopingFromResistivity(1.5, 'n'); // of an n-type wafer of 1.5 ohm cm
const { electron } = klaassenMobility(donors, 0, donors, ni ** 2 / donors, 300);
console.log(`ni = ${ni.toExponential(3)} cm-3, donors = ${donors.toExponential(2)} cm-3`);
console.log(`electrons move at ${electron.toFixed(0)} cm2/(V s)`);
