import { photonFluxInBins } from '../light/photonFlux.ts';
import { type Spectrum, scaleSpectrum } from '../light/spectrum.ts';
import { solveOptics } from '../optics/solveOptics.ts';
import { binEdges, wavelengthsFor } from '../optics/wavelengths.ts';
import { elementaryCharge, thermalVoltage, zeroCelsius } from '../physics/constants.ts';
import { densityModels } from '../physics/siliconModels.ts';
import { assembleDevice } from './assembleDevice.ts';
import { assembleOptics } from './assembleOptics.ts';
import { waferLayer } from './assembleWafer.ts';
import type { Cell, CellPhotons } from './cell.ts';
import { shadedShare } from './cellMetal.ts';
import { UsageError } from './errors.ts';
import type { Junction } from './junction.ts';
import { lumpedInjection, lumpedInjectionResult, sideNarrows } from './lumpedInjection.ts';
import { addLight, lumpedLight, lumpedPlaces, scaleLight } from './lumpedLight.ts';
import type { LumpedProblem, LumpedSide } from './lumpedProblem.ts';
import { type NeutralSilicon, neutralSilicon } from './lumpedRecombination.ts';
import { LumpedWafer } from './lumpedWafer.ts';
import type { CellCircuit } from './schema.ts';
import { litPhotons, netRadiative, type SideLight, type SimulatorOptions } from './simulate.ts';
import { type PointTrail, startFrom } from './simulatorTrail.ts';
import { checkSkin, type Skin, type Skins, skinAt } from './skin.ts';
import {
  cellCircuit,
  type TerminalFigures,
  terminalFigures,
  unitIrradiance,
} from './terminalFigures.ts';

/** A lumped cell at one temperature in one spectrum, ready for any irradiance. */
export interface LumpedSimulator extends TerminalFigures, Junction {
  /** The wafer with its last solution. */
  readonly wafer: LumpedWafer;
  /** What it leaves to a like cell. */
  trail(): PointTrail;
}

/** A cell between its skins in a spectrum at a temperature: all that its circuit has no part in. */
export interface LumpedCell {
  readonly problem: LumpedProblem;
  /** Resistivity of both contacts, ohm cm^2. */
  readonly contacts: number;
  /** Carriers that light makes at a light of 1, cm^-2 s^-1. */
  readonly generated: number;
  /** Photon budget at a light of 1. */
  readonly photons: CellPhotons;
  /** Light on both sides over that on the front. */
  readonly allLight: number;
}

/**
 * A cell as a neutral wafer between two skins: optics, ambipolar diffusion, circuit. It gives
 * the same results as `cellSimulator`, without its films and space charges, and a thousand
 * times as fast once prepared.
 *
 * @param cell as `loadCell` returns it; its films count for the optics only
 * @param skins from `computeSkins`, or `measuredSkin`
 * @param spectrum its shape counts; the irradiance is given to `at`
 * @param temperature cell temperature, degC
 * @param options how its optics are solved, and light from behind as well
 * @returns the simulator
 * @throws UsageError when both skins collect the same carriers
 * @throws RangeError for skins that cannot be or a temperature the laws of silicon do not cover
 * @example lumpedSimulator(cell, computeSkins(cell, am15g, 25), am15g, 25).at(1000).efficiency_pct
 */
export function lumpedSimulator(
  cell: Cell,
  skins: Skins,
  spectrum: Spectrum,
  temperature: number,
  options: Pick<SimulatorOptions, 'solveOptics' | 'otherSide'> = {},
): LumpedSimulator {
  const lumped = lumpedCell(cell, skins, spectrum, temperature, options);
  return lumpedTerminals(lumped, cell.description.circuit);
}

/**
 * Puts a prepared cell behind its circuit.
 *
 * @param lumped prepared once for many circuits
 * @param given circuit of the cell file
 * @param like what a like cell found, to start from
 */
export function lumpedTerminals(
  { problem, contacts, generated, photons, allLight }: LumpedCell,
  given: CellCircuit,
  like?: PointTrail,
): LumpedSimulator {
  const wafer = new LumpedWafer(problem);
  const vt = problem.thermalVoltage;
  const circuit = cellCircuit(given, contacts);
  const solve = (voltage: number, suns: number) => wafer.solve(voltage, suns);
  const scales = {
    thermalVoltage: vt,
    logIntrinsic: Math.log(problem.silicon.nie2),
    generated,
  };
  const start = like && startFrom(like, scales);
  const figures = terminalFigures(solve, circuit, vt, photons, start, allLight);
  return {
    wafer,
    circuit,
    thermalVoltage: vt,
    generated,
    solve,
    impliedVoltage: () => wafer.impliedVoltage(),
    trail: () => ({ scales, found: figures.found() }),
    ...figures,
  };
}

/** Prepares a cell as `lumpedSimulator` does, without its circuit. */
export function lumpedCell(
  cell: Cell,
  skins: Skins,
  spectrum: Spectrum,
  temperature: number,
  options: Pick<SimulatorOptions, 'solveOptics' | 'otherSide'> = {},
): LumpedCell {
  checkSkin(skins.front);
  checkSkin(skins.rear);
  if (skins.front.collects === skins.rear.collects) {
    throw new UsageError(`${cell.name}: both skins collect ${skins.front.collects}`);
  }
  const kelvin = temperature + zeroCelsius;
  const vt = thermalVoltage(kelvin);
  const opticalCell = assembleOptics(cell);
  const solved = options.solveOptics ?? solveOptics;
  const wavelength = wavelengthsFor(spectrum.wavelength);
  const optics = solved(opticalCell, wavelength, kelvin);
  const flux = photonFluxInBins(scaleSpectrum(spectrum, unitIrradiance), binEdges(wavelength));
  const { radiative: law } = cell.description.wafer.models;
  const radiative = netRadiative(optics, opticalCell.wafer, kelvin, law);
  const { layers } = assembleDevice(cell.description, kelvin, radiative, {
    ...(cell.doping ? { tables: cell.doping } : {}),
  });
  const bulk = layers.find((layer) => layer.name === waferLayer)!;
  const silicon = neutralSilicon(bulk.at(bulk.thickness / 2), vt);

  const nanometre = 1e-7;
  const start = skins.front.depth_nm * nanometre;
  const length = bulk.thickness - start - skins.rear.depth_nm * nanometre;
  if (!(length > 0)) throw new UsageError(`${cell.name}: the skins leave nothing of the wafer`);
  const places = lumpedPlaces(length);
  const { otherSide = 0 } = options;
  const lights: SideLight[] = [{ optics, share: 1 }];
  if (otherSide > 0) {
    lights.push({
      optics: solved(opticalCell, wavelength, kelvin, { side: 'rear' }),
      share: otherSide,
    });
  }
  const depths = places.map((x) => x + start);
  const light = lights
    .map(({ optics: solution, share }) =>
      scaleLight(
        lumpedLight(cell.description, solution, flux, depths),
        share * (1 - shadedShare(cell, solution.side)),
      ),
    )
    .reduce(addLight);
  const { density } = cell.description.wafer.models;
  const ni = densityModels[density].law;
  const here = (skin: Skin) =>
    skinAt(skin, temperature, ni(kelvin) / ni(skin.temperature_C + zeroCelsius));
  const front = here(skins.front);
  const rear = here(skins.rear);
  const narrows = (side: 'front' | 'rear') => sideNarrows(cell.description, side, bulk);
  const sides = [
    lumpedSide(front, silicon, light.front, narrows('front')),
    lumpedSide(rear, silicon, light.rear, narrows('rear')),
  ] as const;
  // Side a collects electrons: the wafer is turned round where that is the rear.
  const forward = skins.front.collects === 'electrons';
  const problem: LumpedProblem = {
    silicon,
    thermalVoltage: vt,
    x: forward ? places : places.map((x) => length - x).reverse(),
    generation: forward ? light.wafer : light.wafer.toReversed(),
    a: forward ? sides[0] : sides[1],
    b: forward ? sides[1] : sides[0],
  };
  return {
    problem,
    contacts: front.contact_resistivity_ohm_cm2 + rear.contact_resistivity_ohm_cm2,
    generated: sides[0].generation + sides[1].generation + light.wafer.reduce(total, 0),
    photons: litPhotons(cell, flux, lights),
    allLight: 1 + otherSide,
  };
}

const total = (sum: number, part: number) => sum + part;

/** A skin as the wafer meets it. */
function lumpedSide(
  skin: Skin,
  silicon: NeutralSilicon,
  generated: number,
  narrows: boolean,
): LumpedSide {
  const { nie2 } = silicon;
  const j0 = skin.j0_fA_cm2 * 1e-15;
  const injected = new Float64Array(lumpedInjectionResult.length);
  lumpedInjection(silicon, skin.injection_cm3, injected);
  const product = injected[lumpedInjectionResult.product]!;
  const pairs = skin.injection_cm3 * (silicon.n0 + silicon.p0 + skin.injection_cm3);
  const stated = narrows ? pairs : product;
  // J0 is stated over exp(split) - 1, which narrowing makes less than np / nie^2.
  const narrowed = narrows && pairs > 0 ? product / pairs : 1;
  const power = 1 / skin.ideality;
  return {
    coefficient: (j0 / (elementaryCharge * nie2)) * narrowed * stated ** (1 - power),
    narrows,
    power,
    generation: generated * (skin.collection_pct / 100),
  };
}
