import { expect, test } from 'vitest';
import { cellSimulator } from '../../../src/cell/simulate.ts';
import { type PlaneLight, planeOfArray } from '../../../src/energy/plane/planeOfArray.ts';
import { precipitableWater, relativeHumidity } from '../../../src/energy/sky/precipitableWater.ts';
import type { Weather } from '../../../src/energy/weather/weather.ts';
import { compareYear } from '../../../src/energy/year/compareYear.ts';
import { simulatedCell } from '../../../src/energy/year/simulatedCell.ts';
import { spectralFactors } from '../../../src/energy/year/spectralFactors.ts';
import { photonFluxInBins } from '../../../src/light/photonFlux.ts';
import {
  type ClearSkyLight,
  clearSkySpectrum,
} from '../../../src/light/spectrl2/clearSkySpectrum.ts';
import { scaleSpectrum } from '../../../src/light/spectrum.ts';
import { loadCell } from '../../../src/node/loadCell.ts';
import { loadSpectrum } from '../../../src/node/loadSpectrum.ts';
import { loadWeather } from '../../../src/node/loadWeather.ts';
import { binEdges } from '../../../src/optics/wavelengths.ts';
import { ratedCell } from './ratedCell.ts';

/** Photons to electrons one by one up to 1100 nm, less in the blue: silicon in outline. */
const silicon = responseOf((nm) => (nm > 1100 ? 0 : nm * (nm < 450 ? 0.7 : 0.97)));
const blueBlind = responseOf((nm) => (nm > 1100 ? 0 : nm * (nm < 500 ? 0.4 : 0.97)));
const flat = responseOf(() => 1);

function responseOf(at: (nm: number) => number) {
  const wavelength = Float64Array.from({ length: 741 }, (_, i) => 300 + 5 * i);
  return { wavelength, response: wavelength.map(at) };
}

/** Hours of a plane tilted by 37 degrees that faces the sun's side, at the sea. */
function hoursAt(zeniths: readonly number[], water: number) {
  const all = (value: number) => new Float64Array(zeniths.length).fill(value);
  const light = {
    front: all(500),
    apparentZenith: Float64Array.from(zeniths),
    incidence: Float64Array.from(zeniths, (zenith) => Math.abs(zenith - 37)),
    tilt: all(37),
    extraterrestrial: all(1366.1),
  };
  const weather = {
    place: { altitude: 0 },
    precipitableWater: all(water),
    airTemperature: all(20),
  };
  return [light as unknown as PlaneLight, weather as unknown as Weather] as const;
}

test("water in the air is pvlib's by Gueymard's relation to 1e-12", () => {
  for (const [temperature, humidity, water] of [
    [5.7, 95, 1.492110461816815],
    [11.4, 92, 2.042322229492283],
    [18.7, 55, 1.9004750495969494],
  ] as const) {
    expect(Math.abs(precipitableWater(temperature, humidity) / water - 1)).toBeLessThan(1e-12);
  }
  // A dew point of 9.27 degC at 20 degC is half of saturation (steam tables).
  expect(relativeHumidity(20, 9.27)).toBeCloseTo(50, 0);
});

test('under the sky of the standard, and for a thermopile, the spectrum changes nothing', () => {
  const [standard] = spectralFactors(...hoursAt([48.19], 1.42), [silicon]);
  expect(standard![0]).toBeCloseTo(1, 3);
  const [thermopile] = spectralFactors(...hoursAt([10, 50, 80], 3), [flat]);
  for (const factor of thermopile!) expect(factor).toBeCloseTo(1, 12);
  const [dark] = spectralFactors(...hoursAt([88, 120], 3), [silicon]);
  expect([...dark!]).toEqual([1, 1]);
});

/**
 * First Solar's factor of monocrystalline silicon. M. Lee, A. Panchula, 43rd IEEE PVSC (2016),
 * doi:10.1109/PVSC.2016.7749836; coefficients of pvlib.
 */
function firstSolar(airmass: number, water: number): number {
  const [am, pw] = [Math.sqrt(airmass), Math.sqrt(water)];
  return (
    0.85914 -
    0.02088 * airmass -
    0.0058853 * water +
    0.12029 * am +
    0.026814 * pw -
    (0.001781 * airmass) / pw
  );
}

test("silicon's factor goes with sun and water as First Solar's does, within 1 %", () => {
  const zeniths = [10, 30, 48.19, 60, 70];
  const airmass = [1.015, 1.154, 1.497, 1.994, 2.904];
  for (const water of [0.7, 1.42, 4]) {
    const [factors] = spectralFactors(...hoursAt(zeniths, water), [silicon]);
    airmass.forEach((am, i) => {
      const other = firstSolar(am, water) / firstSolar(1.497, 1.42);
      expect(Math.abs(factors![i]! - other), `airmass ${am}, ${water} cm`).toBeLessThan(0.01);
    });
  }
});

test('a cell that is blind in the blue gains under a low sun and loses under a high one', () => {
  const [sees, blind] = spectralFactors(...hoursAt([10, 75], 1.42), [silicon, blueBlind]);
  expect(blind![0]).toBeLessThan(sees![0]!);
  expect(blind![1]).toBeGreaterThan(sees![1]!);
});

test("a year's factor of silicon at Greensboro is First Solar's 1.0001 within 0.3 %, and a cause", async () => {
  const cells = [
    { ...ratedCell('blind', 200, 0), response: () => blueBlind },
    { ...ratedCell('sees', 200, 0), response: () => silicon },
    ratedCell('unknown', 200, 0),
  ];
  const { results } = compareYear(cells, await loadWeather('greensboro'), {
    mounting: { kind: 'fixed', tilt: 30, azimuth: 180 },
    spectral: 'clear-sky',
    baseline: 'sees',
  });
  const [blind, sees, unknown] = results.map(({ annual, factors }) => ({ annual, factors }));
  // pvlib's mean, weighted with the light (its TMY3 water, Perez, no reflection).
  expect(Math.abs(Math.exp(sees!.factors.spectrum) - 1.0001)).toBeLessThan(0.003);
  expect(unknown!.factors.spectrum).toBe(0);
  expect(blind!.annual.causes.spectrum).toBeCloseTo(blind!.annual.gain_pct, 9);
});

test('light scaled by the factor gives what the carriers of the spectrum itself give, to 1e-4', async () => {
  const [am15g, weather] = [await loadSpectrum('am1.5g'), await loadWeather('miami')];
  const cell = await loadCell('perc');
  const light = planeOfArray(weather, { kind: 'fixed', tilt: 25, azimuth: 180 });
  const response = simulatedCell(cell, am15g).response!;
  const [cold, hot] = spectralFactors(light, weather, [response(15), response(65)]);
  // The device at 40 degC, half-way, in the model's own skies; the standard's is the unit.
  const held = cellSimulator(cell, am15g, 40);
  const edges = binEdges(held.optics.wavelength);
  const carriers = ({ wavelength, planeGlobal }: ClearSkyLight) => {
    const spectrum = { name: 'sky', wavelength, irradiance: planeGlobal };
    return held.generation(photonFluxInBins(scaleSpectrum(spectrum, 1000), edges));
  };
  const powerOf = (made: Float64Array, irradiance: number) => {
    held.device.setGeneration(made);
    return held.mpp(irradiance).pmax_W_m2;
  };
  const standard = carriers(clearSkySpectrum({ zenith: 48.19, incidence: 11.19, tilt: 37 }));
  const sums = { scaled: 0, full: 0, plain: 0 };
  for (let i = 11; i < 8760; i += 293) {
    const zenith = light.apparentZenith[i]!;
    if (!(light.front[i]! > 20 && zenith < 85)) continue;
    const made = carriers(
      clearSkySpectrum({
        zenith,
        incidence: light.incidence[i]!,
        tilt: 25,
        water: weather.precipitableWater![i]!,
        pressure: weather.pressure![i]!,
        albedo: 0.2,
      }),
    );
    const front = light.front[i]!;
    sums.full += powerOf(made, front);
    sums.plain += powerOf(standard, front);
    sums.scaled += powerOf(standard, (front * (cold![i]! + hot![i]!)) / 2);
  }
  expect(Math.abs(sums.scaled / sums.full - 1)).toBeLessThan(1e-4);
  expect(Math.abs(sums.plain / sums.full - 1)).toBeGreaterThan(1e-3);
});
