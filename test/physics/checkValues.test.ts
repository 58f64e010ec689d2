import { describe, expect, it } from 'vitest';
import { detailedBalanceLimit, emittedAbove } from '../../src/cell/detailedBalance.ts';
import { limitOptics, siliconLimit } from '../../src/cell/siliconLimit.ts';
import { bernoulli } from '../../src/device/bernoulli.ts';
import { siliconPermittivity } from '../../src/device/crystallineSilicon.ts';
import { emissionVelocity } from '../../src/device/deviceState.ts';
import { integrateIrradiance } from '../../src/light/integrateIrradiance.ts';
import { loadOptics } from '../../src/node/loadOptics.ts';
import { loadSpectrum } from '../../src/node/loadSpectrum.ts';
import { emittedPhotonFlux, radiativeRecombination } from '../../src/optics/radiative.ts';
import { coherentStack } from '../../src/optics/transferMatrix.ts';
import { enhancedAugerAt, niewelt2022, richter2012 } from '../../src/physics/auger.ts';
import { barrierTransmission } from '../../src/physics/barrierTransmission.ts';
import {
  boltzmann,
  elementaryCharge,
  richardson,
  thermalVoltage,
  vacuumPermittivity,
} from '../../src/physics/constants.ts';
import { fermiDiracHalf } from '../../src/physics/fermiDirac.ts';
import { boundDopants, neutralDopants } from '../../src/physics/ionisation.ts';
import {
  klaassenMobility,
  lowestP,
  minorityScreening,
} from '../../src/physics/klaassenMobility.ts';
import { trupkeCoefficient } from '../../src/physics/radiativeCoefficient.ts';
import { relativeEmission } from '../../src/physics/radiativeScreening.ts';
import { schenkNarrowing } from '../../src/physics/schenkNarrowing.ts';
import { siliconGap } from '../../src/physics/siliconGap.ts';
import { densityModels, narrowingModels } from '../../src/physics/siliconModels.ts';
import { freeElectronStates, siliconIntrinsicDensity } from '../../src/physics/siliconStates.ts';
import { thurmondGap } from '../../src/physics/thurmondGap.ts';
import {
  fieldEnhancementAt,
  trapAssistedTunnelling,
} from '../../src/physics/trapAssistedTunnelling.ts';
import { tunnellingEnergy } from '../../src/physics/tunnellingEnergy.ts';
import { stackOf } from '../optics/randomFilms.ts';

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

/** Yan and Cuevas' apparent narrowing, meV. */
function apparent(donors: number, acceptors: number): number {
  const { conduction, valence } = narrowingModels['yan2014-apparent'].law({
    ...{ donors, acceptors, electrons: 1, holes: 1, temperature: 300 },
  });
  return 1e3 * (conduction + valence);
}

/** Intrinsic density of densities of states with the gap of Pässler, 300 K. */
function intrinsic(conduction: number, valence: number): number {
  return Math.sqrt(conduction * valence) * Math.exp(-siliconGap(300) / (2 * boltzmann * 300));
}
/** Couderc's polynomials of the masses, J. Appl. Phys. 115, 093705 (2014), at 300 K. */
const coudercN = freeElectronStates(300) * 1.138397;
const coudercP =
  freeElectronStates(300) * (2.525e-9 * 300 ** 3 - 4.689e-6 * 300 ** 2 + 3.376e-3 * 300 + 0.3426);

/** Green 1981's fill factor of an ideal diode, Solid-State Electron. 24, 788. */
function idealFillFactor(voc: number): number {
  const v = voc / thermalVoltage(298.15);
  return (v - Math.log(v + 0.72)) / (v + 1);
}

/**
 * Slope of the open-circuit voltage, mV/K, of a diode whose saturation current goes with
 * T^3 exp(-1.206 eV/kT), as a difference of two temperatures.
 */
function voltageSlope(voc: number): number {
  const T = 298.15;
  const share = (t: number) => 3 * Math.log(t / T) - 1.206 / thermalVoltage(t);
  const at = (t: number) => thermalVoltage(t) * (voc / thermalVoltage(T) + share(T) - share(t));
  return (1e3 * (at(T + 0.01) - at(T - 0.01))) / 0.02;
}

/** Reflectance of 75 nm with n = 2 on plane silicon. */
function planar(wavelength: number, n: number, k: number): number {
  const out = new Float64Array(3);
  coherentStack(stackOf([[2, 0, 75]], [n, k]), 1, 0, wavelength, 0, out);
  return out[0]!;
}

/** Flux between places of unlike degeneracy, in units of D Nc/h (Bessemoulin-Chatard 2012). */
const enhancement = 2 / (Math.log(fermiDiracHalf(2)) - Math.log(fermiDiracHalf(0)));
const enhancedFlux = (step: number) =>
  enhancement *
  (fermiDiracHalf(2) * bernoulli(step / enhancement) -
    fermiDiracHalf(0) * bernoulli(-step / enhancement));

/** Transmission of a barrier of 0.3 eV that a field, V/cm, takes to 0; 0.1 m0. */
const triangle = (field: number) =>
  barrierTransmission({ front: 0.3, rear: 0, thickness: 0.3 / field, mass: 0.1 });

/** Share of 1e18 dopants that are ionised in neutral silicon of one kind at 300 K. */
function ionised(kind: 'donors' | 'acceptors', states: number): number {
  const bound = boundDopants(kind, 1e18, states, 300);
  let carriers = 1e18;
  for (let k = 0; k < 100; k++) carriers = 1e18 - neutralDopants(bound, carriers);
  return carriers / 1e18;
}

/** Debye length, nm. */
const debye = (density: number) =>
  1e7 *
  Math.sqrt(
    (siliconPermittivity * vacuumPermittivity * thermalVoltage(300)) / (elementaryCharge * density),
  );

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
/** Slope of a facet, degrees. */
const facet = 54.7356;

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
  [
    'Richter with screened radiation, n 1 ohm cm, ms',
    lifetime(
      richter2012(n0, ni ** 2 / n0, 1e15) + B * relativeEmission(n0 + 2e15, 300),
      ...([n0, ni ** 2 / n0, 1e15] as const),
    ),
    7.496,
    5e-5,
  ],
  ['gap of Thurmond at 300 K, eV', thurmondGap(300), 1.1245192, 5e-8],
  ['gap at 298.15 K, eV', siliconGap(298.15), 1.124646, 5e-8],
  ['Nv of Couderc, 1e19', coudercP / 1e19, 2.5133, 5e-5],
  ['ni of both his bands, 1e9', intrinsic(coudercN, coudercP) / 1e9, 9.672, 5e-4],
  ["ni of Green's bands with this gap, 1e10", densityModels.green1990.law(300) / 1e10, 1.075, 5e-4],
  [
    'd ln ni^2/dT at 298 K, 1/K',
    2 * Math.log(siliconIntrinsicDensity(298.65) / siliconIntrinsicDensity(297.65)),
    0.1685,
    5e-5,
  ],
  [
    'apparent narrowing a unit of ln N, phosphorus',
    apparent(Math.E * 1e18, 0) - apparent(1e18, 0),
    12.96,
    5e-6,
  ],
  [
    'apparent narrowing a unit of ln N, boron',
    apparent(0, Math.E * 1e18) - apparent(0, 1e18),
    15.43,
    5e-6,
  ],
  ['apparent narrowing at its onset', apparent(1e17, 0), 0, 1e-12],
  ['least P of electrons', lowestP(1, 1), 0.3246, 5e-5],
  ['least P of holes', lowestP(1.258, 1), 0.2891, 5e-5],
  ['least G of holes', minorityScreening(lowestP(1.258, 1), 1.258, 1), 0.0799, 5e-5],
  ['B of Trupke at 250 K, 1e-15', 1e15 * trupkeCoefficient(250), 5.494, 5e-4],
  ['B of Trupke at 300 K, 1e-15', 1e15 * trupkeCoefficient(300), 4.727, 5e-4],
  ['B among 1e15 pairs over that without', relativeEmission(1.5e15 + 2e15, 300), 0.93607, 5e-6],
  ['B among 1e16 pairs over that without', relativeEmission(1.5e15 + 2e16, 300), 0.84639, 5e-6],
  ['B among 1e17 pairs over that without', relativeEmission(1.5e15 + 2e17, 300), 0.62197, 5e-6],
  [
    'velocity of 10 fA/cm2, cm/s',
    (10e-15 * 5.936e15) / (elementaryCharge * siliconIntrinsicDensity(298.15) ** 2),
    5.385,
    5e-4,
  ],
  ['ideal fill factor of 690 mV', idealFillFactor(0.69), 0.845026, 5e-7],
  ['ideal fill factor of 751.4 mV', idealFillFactor(0.7514), 0.854523, 5e-7],
  ['slope of 690 mV, mV/K', voltageSlope(0.69), -1.989, 5e-4],
  ['slope of 690 mV, %/K', voltageSlope(0.69) / 6.9, -0.288, 5e-4],
  ['slope of 751.4 mV, mV/K', voltageSlope(0.7514), -1.783, 5e-4],
  ['slope of 751.4 mV, %/K', voltageSlope(0.7514) / 7.514, -0.237, 5e-4],
  ['planar reflectance at 400 nm', planar(400, 5.613, 0.296), 0.338, 5e-4],
  ['planar reflectance at 600 nm', planar(600, 3.939, 0.0199), 6.5e-5, 5e-7],
  ['planar reflectance at 1000 nm', planar(1000, 3.572, 0.000509), 0.139, 5e-4],
  // One carrier a cm3 on the left, a step of 1 up for it, and a drop of its level by 1.
  ['flux of Scharfetter and Gummel', bernoulli(-1) * Math.expm1(1), Math.E, 1e-14],
  ['B(-10)', bernoulli(-10), 10.00045402, 5e-9],
  ['B(1)', bernoulli(1), 0.58197671, 5e-9],
  ['B(40), 1e-16', 1e16 * bernoulli(40), 1.69934, 5e-6],
  ['diffusion enhanced by degeneracy', enhancement, 1.531695, 5e-7],
  ['flux with it over a step of 1', enhancedFlux(1), 1.469885, 5e-7],
  ['flux with it over a step of 2', enhancedFlux(2), 0, 1e-8],
  ['field of trap-assisted tunnelling, 1e5 V/cm', fieldEnhancementAt(300).field / 1e5, 3.688, 5e-4],
  ['enhancement in 5e5 V/cm', trapAssistedTunnelling(5e5, 300), 52.28, 5e-3],
  ['through a triangle of 0.3 eV in 2e6 V/cm', triangle(2e6), 0.16953, 5e-6],
  ['through a triangle of 0.3 eV in 1e6 V/cm', triangle(1e6), 0.028741, 5e-7],
  ['ionised share of 1e18 phosphorus', ionised('donors', coudercN), 0.79086, 5e-6],
  ['ionised share of 1e18 boron', ionised('acceptors', coudercP), 0.732, 5e-6],
  ['transfer length of 2 mohm cm2 and 45 ohm, um', 1e4 * Math.sqrt(2e-3 / 45), 66.7, 0.05],
  // Altermatt 1997: 2.8e-31 and 9.9e-32 cm6/s, at most 45 times as much at 300 K.
  ['largest enhancement of electrons, 300 K', enhancedAugerAt(300).electronGain + 1, 44.99, 0.02],
  ['largest enhancement of holes, 300 K', enhancedAugerAt(300).holeGain + 1, 45.01, 0.05],
  ['Auger coefficient of holes, 300 K, 1e-32', 1e32 * enhancedAugerAt(300).hole, 9.9, 0.01],
  ['Debye length at 1e15, nm', debye(1e15), 129, 0.5],
  ['Debye length at 1e19, nm', debye(1e19), 1.29, 5e-3],
  [
    'resistivity of a barrier of 0.3 eV, 1e-4 ohm cm2',
    (1e4 * boltzmann * Math.exp(0.3 / thermalVoltage(300))) / (richardson * 300),
    2.62,
    5e-3,
  ],
  [
    'first ray inside under pyramids, degrees',
    facet - (180 / Math.PI) * Math.asin(Math.sin((facet * Math.PI) / 180) / 3.57),
    41.5,
    0.05,
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
  // By Planck's formula and a sum over energy there.
  [
    'J0 of 1.12 eV, 1e-14 mA/cm2',
    1e17 * elementaryCharge * emittedAbove(1.12, 298.15),
    6.2497,
    1e-4,
  ],
  ['efficiency of 1.12 eV, %', gap112.efficiency_pct * share, 33.4, 5e-3],
  [
    'efficiency of 1.34 eV, %',
    detailedBalanceLimit(1.34, iec, 298.15, integrateIrradiance(iec)).efficiency_pct * share,
    33.67,
    5e-3,
  ],
  [
    'efficiency of 1.34 eV in ASTM light, %',
    detailedBalanceLimit(1.34, am15g, 298.15, 1000).efficiency_pct,
    33.77,
    5e-3,
  ],
];

/** Bednarczyk's formula, Phys. Lett. A 64, 409 (1978): F and its error, beside the integral. */
function bednarczyk(eta: number): number {
  const v = eta ** 4 + 50 + 33.6 * eta * (1 - 0.68 * Math.exp(-0.17 * (eta + 1) ** 2));
  return 1 / (Math.exp(-eta) + ((3 * Math.sqrt(Math.PI)) / 4) * v ** -0.375);
}

describe("Bednarczyk's formula of the Fermi-Dirac integral", () => {
  it.each([
    [0, 0.7653657],
    [2, 2.8259055],
    [5, 8.8472356],
  ])('at %d kT', (eta, value) => {
    expect(Math.abs(bednarczyk(eta) - value)).toBeLessThan(1e-7);
    expect(Math.abs(fermiDiracHalf(eta) / value - 1)).toBeLessThan(1e-3);
  });

  it('errs by less than the 0.4 % that he states; 0.3 % at -4 kT', () => {
    expect(bednarczyk(-4) / fermiDiracHalf(-4) - 1).toBeCloseTo(0.003, 3);
    for (let eta = -4; eta <= 10; eta += 0.05) {
      expect(Math.abs(bednarczyk(eta) / fermiDiracHalf(eta) - 1), `${eta}`).toBeLessThan(4e-3);
    }
  });
});

describe('values of the published equations, evaluated apart', () => {
  it.each(rows)('%s: %d, there %d', (_, here, there, within) => {
    expect(Math.abs(here - there)).toBeLessThan(within);
  });
});
