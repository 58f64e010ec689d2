import { describe, expect, it } from 'vitest';
import { detailedBalanceLimit } from '../../src/cell/detailedBalance.ts';
import { limitOptics, siliconLimit } from '../../src/cell/siliconLimit.ts';
import { emissionVelocity } from '../../src/device/deviceState.ts';
import { integrateIrradiance } from '../../src/light/integrateIrradiance.ts';
import { loadOptics } from '../../src/node/loadOptics.ts';
import { loadSpectrum } from '../../src/node/loadSpectrum.ts';
import { emittedPhotonFlux, radiativeRecombination } from '../../src/optics/radiative.ts';
import { niewelt2022, richter2012 } from '../../src/physics/auger.ts';
import { boltzmann, elementaryCharge, thermalVoltage } from '../../src/physics/constants.ts';
import { klaassenMobility } from '../../src/physics/klaassenMobility.ts';
import { schenkNarrowing } from '../../src/physics/schenkNarrowing.ts';
import { densityModels } from '../../src/physics/siliconModels.ts';
import { freeElectronStates, siliconIntrinsicDensity } from '../../src/physics/siliconStates.ts';
import { tunnellingEnergy } from '../../src/physics/tunnellingEnergy.ts';

/**
 * Values of the published equations, evaluated apart in double precision, that no other test holds:
 * [what, value here, value there, half a unit of its last digit].
 */
type Row = readonly [what: string, here: number, there: number, within: number];

const silicon = await loadOptics('c-si');
const am15g = await loadSpectrum('am1.5g');
/** Its table ends at 4 um with 997.5 W/m2. */
const iec = await loadSpectrum('iec60904-3');

/** Lifetime at an excess density, ms, of Auger and radiative coefficients, cm^3/s. */
function lifetime(coefficient: number, n0: number, p0: number, excess: number): number {
  return (1e3 * excess) / (coefficient * ((n0 + excess) * (p0 + excess) - n0 * p0));
}
const ni = 9.65e9;
const n0 = 4.936e15;
const p0 = 1.4963e16;
const B = 4.73e-15;
const radiative300 = radiativeRecombination(silicon, 300);
const heavy = schenkNarrowing(1e20, 0.93, 1e20, 300);
const injected = schenkNarrowing(1.15e16, 1e16, 1.5e15, 298.15);

/** Resistivity of uncompensated silicon, ohm cm. */
function resistivity(donors: number, acceptors: number, temperature: number): number {
  const majority = donors + acceptors;
  const minority = siliconIntrinsicDensity(temperature) ** 2 / majority;
  const [n, p] = donors > 0 ? [majority, minority] : [minority, majority];
  const { electron, hole } = klaassenMobility(donors, acceptors, n, p, temperature);
  return 1 / (elementaryCharge * majority * (donors > 0 ? electron : hole));
}

/** Share of the emission that a wafer of 110 um with ideal light trapping takes back. */
function recycled(): number {
  const thickness = 110e-4;
  const wavelength = Float64Array.from({ length: 1171 }, (_, i) => 280 + i);
  const { absorptance } = siliconLimit({
    thickness,
    netDoping: 0,
    temperature: 298.15,
    optics: 'lambertian',
    models: { auger: 'none', narrowing: 'none', density: 'couderc2014' },
    constants: silicon,
    wavelength,
  });
  const emitted = radiativeRecombination(silicon, 298.15) * thickness;
  return 1 - emittedPhotonFlux(absorptance, wavelength, 298.15) / emitted;
}

const gap112 = detailedBalanceLimit(1.12, iec, 298.15, integrateIrradiance(iec));
const share = integrateIrradiance(iec) / 1000;

const rows: readonly Row[] = [
  ['kT/q at 300 K, mV', 1e3 * thermalVoltage(300), 25.8519998, 5e-8],
  ['ni of Misiakos at 300 K', densityModels.misiakos1993.law(300) / 1e9, 9.6956, 5e-5],
  ['ni of Altermatt at 300 K', densityModels.altermatt2003.law(300) / 1e9, 9.65, 5e-3],
  ['Schenk, conduction band at 1e20, meV', 1e3 * heavy.conduction, 61.127, 5e-4],
  ['Schenk, valence band at 1e20, meV', 1e3 * heavy.valence, 29.713, 5e-4],
  [
    'nie/ni of a wafer of 1.5e15 with 1e16 pairs',
    Math.exp((injected.conduction + injected.valence) / (2 * boltzmann * 298.15)),
    1.0857,
    5e-5,
  ],
  ['resistivity of n 4.871e15 at 25 degC', resistivity(4.871e15, 0, 298.15), 1, 5e-4],
  ['resistivity of p 1.477e16 at 25 degC', resistivity(0, 1.477e16, 298.15), 1, 5e-4],
  ['resistivity of p 1.496e16 at 300 K', resistivity(0, 1.496e16, 300), 1, 5e-4],
  [
    'Richter with radiation, n 1 ohm cm, ms',
    lifetime(richter2012(n0, ni ** 2 / n0, 1e15) + B, n0, ni ** 2 / n0, 1e15),
    7.3569,
    5e-5,
  ],
  [
    'Niewelt with radiation, n 1 ohm cm, ms',
    lifetime(niewelt2022(n0 + 1e15, 1e15) + B, n0, ni ** 2 / n0, 1e15),
    11.893,
    5e-4,
  ],
  [
    'Richter, p 1 ohm cm, ms',
    lifetime(richter2012(ni ** 2 / p0, p0, 1e15), ni ** 2 / p0, p0, 1e15),
    5.2821,
    5e-5,
  ],
  [
    'Niewelt, p 1 ohm cm, ms',
    lifetime(niewelt2022(1e15, p0 + 1e15), ni ** 2 / p0, p0, 1e15),
    5.9139,
    5e-5,
  ],
  // To 0.1 %: how a table of 10 nm is integrated.
  ['B ni^2 at 300 K, 1e5 cm^-3 s^-1', radiative300 / 1e5, 4.422, 4e-3],
  ['B at 300 K, 1e-15', (1e15 * radiative300) / siliconIntrinsicDensity(300) ** 2, 4.715, 3e-3],
  ['photon recycling in 110 um', recycled(), 0.589, 2e-3],
  ['Tiedje, alpha 3.5', limitOptics.tiedje.absorptance(3.5, 3.542, 150e-4), 0.72487, 5e-6],
  ['Tiedje, alpha 64', limitOptics.tiedje.absorptance(64, 3.572, 150e-4), 0.97999, 1e-5],
  ['Lambertian, alpha 64', limitOptics.lambertian.absorptance(64, 3.572, 150e-4), 0.99558, 5e-6],
  ['Lambertian, alpha 3.5', limitOptics.lambertian.absorptance(3.5, 3.542, 150e-4), 0.73319, 5e-6],
  [
    'emission of free electrons, 1e6 cm/s',
    emissionVelocity(300, freeElectronStates(300)) / 1e6,
    2.69,
    5e-4,
  ],
  [
    'emission of 1.0902 m0, 1e6 cm/s',
    emissionVelocity(300, freeElectronStates(300) * 1.0902 ** 1.5) / 1e6,
    2.576,
    5e-4,
  ],
  ['E0 at 1e19, 0.1 m0, meV', 1e3 * tunnellingEnergy(1e19, 11.9, 0.1, 300), 55.52, 5e-3],
  ['Jsc of 1.12 eV, mA/cm2', gap112.jsc_mA_cm2, 43.687, 5e-4],
  ['Voc of 1.12 eV, V', gap112.voc_V, 0.87819, 5e-6],
  ['fill factor of 1.12 eV', gap112.ff_pct / 100, 0.87053, 5e-6],
  ['efficiency of 1.12 eV, %', gap112.efficiency_pct * share, 33.4, 5e-3],
  [
    'efficiency of 1.34 eV in ASTM light, %',
    detailedBalanceLimit(1.34, am15g, 298.15, 1000).efficiency_pct,
    33.77,
    5e-3,
  ],
];

describe('values of the published equations, evaluated apart', () => {
  it.each(rows)('%s: %d, there %d', (_, here, there, within) => {
    expect(Math.abs(here - there)).toBeLessThan(within);
  });
});
