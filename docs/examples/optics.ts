import { loadOptics } from 'solarcell';
import { air, solveOptics } from 'solarcell/optics';

const [silicon, nitride, silver] = await Promise.all(
  ['c-si', 'sinx', 'silver'].map((name) => loadOptics(name)),
);
const cell = {
  front: {
    texture: 'random-pyramids',
    films: [{ name: 'sinx', constants: nitride!, thickness: 70 }],
    outside: air,
  },
  wafer: { constants: silicon!, thickness: 160e-4 },
  rear: { texture: 'planar', films: [], outside: silver! },
} as const;

const wavelength = Float64Array.of(400, 600, 1000); // nm
const { reflected, wafer } = solveOptics(cell, wavelength, 298.15); // shares of the photons
wavelength.forEach((nm, i) => {
  console.log(`${nm} nm: reflected ${reflected[i]!.toFixed(4)}, wafer ${wafer[i]!.toFixed(4)}`);
});
