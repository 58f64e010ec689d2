import { keyFigures, maximumPower } from '../circuit/keyFigures.ts';
import { type Circuit, terminalPoint } from '../circuit/terminal.ts';
import { photonFluxInBins } from '../light/photonFlux.ts';
import { type Spectrum, scaleSpectrum } from '../light/spectrum.ts';
import { solveOptics } from '../optics/solveOptics.ts';
import { binEdges, defaultWavelengths } from '../optics/wavelengths.ts';
import { elementaryCharge, thermalVoltage, zeroCelsius } from '../physics/constants.ts';
import { densityModels } from '../physics/siliconModels.ts';
import { assembleDevice } from './assembleDevice.ts';
import { assembleOptics } from './assembleOptics.ts';
import { waferLayer } from './assembleWafer.ts';
import type { Cell, CellResult } from './cell.ts';
import { UsageError } from './errors.ts';
import { lumpedLight, lumpedPlaces } from './lumpedLight.ts';
import type { LumpedSide } from './lumpedProblem.ts';
import { type NeutralSilicon, neutralSilicon } from './lumpedRecombination.ts';
import { LumpedWafer } from './lumpedWafer.ts';
import {
  type CellSimulator,
  cellPhotons,
  netRadiative,
  scalePhotons,
  unitIrradiance,
} from './simulate.ts';
import { checkSkin, type Skin, type Skins, skinAt } from './skin.ts';

/** A lumped cell at one temperature in one spectrum, ready for any irradiance. */
export interface LumpedSimulator extends Pick<CellSimulator, 'at' | 'mpp' | 'jv'> {
  readonly wafer: LumpedWafer;
  readonly circuit: Circuit;
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
): LumpedSimulator {
  checkSkin(skins.front);
  checkSkin(skins.rear);
  if (skins.front.collects === skins.rear.collects) {
    throw new UsageError(`${cell.name}: both skins collect ${skins.front.collects}`);
  }
  const kelvin = temperature + zeroCelsius;
  const vt = thermalVoltage(kelvin);
  const opticalCell = assembleOptics(cell);
  const optics = solveOptics(opticalCell, defaultWavelengths, kelvin);
  const flux = photonFluxInBins(
    scaleSpectrum(spectrum, unitIrradiance),
    binEdges(defaultWavelengths),
  );
  const radiative = netRadiative(optics, opticalCell.wafer, kelvin);
  const layers = assembleDevice(cell.description, kelvin, radiative, cell.doping).layers;
  const bulk = layers.find((layer) => layer.name === waferLayer)!;
  const silicon = neutralSilicon(bulk.at(bulk.thickness / 2), vt);

  const nanometre = 1e-7;
  const start = skins.front.depth_nm * nanometre;
  const length = bulk.thickness - start - skins.rear.depth_nm * nanometre;
  if (!(length > 0)) throw new UsageError(`${cell.name}: the skins leave nothing of the wafer`);
  const places = lumpedPlaces(length);
  const { circuit: given } = cell.description;
  const lit = 1 - given.shading;
  const light = lumpedLight(
    cell.description,
    optics,
    flux,
    places.map((x) => x + start),
  );
  const { density } = cell.description.wafer.models;
  const ni = densityModels[density].law;
  const here = (skin: Skin) =>
    skinAt(skin, temperature, ni(kelvin) / ni(skin.temperature_C + zeroCelsius));
  const front = here(skins.front);
  const rear = here(skins.rear);
  const sides = [
    lumpedSide(front, silicon, light.front * lit),
    lumpedSide(rear, silicon, light.rear * lit),
  ] as const;
  // Side a collects electrons: the wafer is turned round where that is the rear.
  const forward = skins.front.collects === 'electrons';
  const wafer = new LumpedWafer({
    silicon,
    thermalVoltage: vt,
    x: forward ? places : places.map((x) => length - x).reverse(),
    generation: (forward ? light.wafer : light.wafer.reverse()).map((g) => g * lit),
    a: forward ? sides[0] : sides[1],
    b: forward ? sides[1] : sides[0],
  });
  const circuit: Circuit = {
    seriesResistance:
      given.series_resistance +
      front.contact_resistivity_ohm_cm2 +
      rear.contact_resistivity_ohm_cm2,
    shuntResistance: given.shunt_resistance,
    ...(given.second_diode
      ? {
          secondDiode: {
            saturationCurrent: given.second_diode.saturation_current,
            ideality: given.second_diode.ideality,
          },
        }
      : {}),
  };
  return { wafer, circuit, ...figuresOf(wafer, circuit, vt, cellPhotons(cell, optics, flux)) };
}

/** A skin as the wafer meets it. */
function lumpedSide(skin: Skin, silicon: NeutralSilicon, generated: number): LumpedSide {
  const { n0, p0, nie2 } = silicon;
  const j0 = skin.j0_fA_cm2 * 1e-15;
  const stated = skin.injection_cm3 * (n0 + p0 + skin.injection_cm3);
  const power = 1 / skin.ideality;
  return {
    coefficient: (j0 / (elementaryCharge * nie2)) * stated ** (1 - power),
    power,
    generation: generated * (skin.collection_pct / 100),
  };
}

/** Key figures, maximum power and curves of a lumped wafer behind a circuit. */
function figuresOf(
  wafer: LumpedWafer,
  circuit: Circuit,
  vt: number,
  photons: CellResult['photons'],
): Pick<CellSimulator, 'at' | 'mpp' | 'jv'> {
  let start: number | undefined;
  let startLight = 1;
  let shortPerLight: number | undefined;
  const lightOf = (irradiance: number) => {
    if (!(irradiance > 0 && irradiance < 1e6)) {
      throw new RangeError(`irradiance ${irradiance} W/m2 is not between 0 and 1e6`);
    }
    return irradiance / unitIrradiance;
  };
  // Voltages rise with the logarithm of the light.
  const from = (light: number) =>
    start && Math.max(0.05, start + vt * Math.log(light / startLight));
  const junction = (light: number) => (voltage: number) => wafer.solve(voltage, light);
  return {
    at(irradiance) {
      const light = lightOf(irradiance);
      const figures = keyFigures(junction(light), circuit, vt, from(light));
      start = figures.vmp + figures.jmp * circuit.seriesResistance;
      startLight = light;
      shortPerLight = figures.jsc / light;
      const power = figures.pmax * 1e4;
      return {
        voc_V: figures.voc,
        jsc_mA_cm2: figures.jsc * 1e3,
        ff_pct: figures.fillFactor * 100,
        efficiency_pct: (100 * power) / irradiance,
        vmp_V: figures.vmp,
        jmp_mA_cm2: figures.jmp * 1e3,
        pmax_W_m2: power,
        photons: scalePhotons(photons, light),
      };
    },
    mpp(irradiance) {
      const light = lightOf(irradiance);
      const solve = junction(light);
      if (shortPerLight === undefined) shortPerLight = solve(0).current / light;
      const best = maximumPower(solve, circuit, vt, from(light), shortPerLight * light);
      start = best.junctionVoltage;
      startLight = light;
      return { pmax_W_m2: best.voltage * best.current * 1e4 };
    },
    jv(irradiance, junctionVoltages) {
      const solve = junction(lightOf(irradiance));
      const points = Array.from(junctionVoltages, (voltage) =>
        terminalPoint(solve(voltage), circuit, vt),
      );
      return {
        voltage_V: Float64Array.from(points, (point) => point.voltage),
        current_mA_cm2: Float64Array.from(points, (point) => point.current * 1e3),
      };
    },
  };
}
