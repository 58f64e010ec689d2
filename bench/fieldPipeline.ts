import { deSotoDiode } from '../src/circuit/singleDiode/deSoto.ts';
import { diodeMaximumPower } from '../src/circuit/singleDiode/diodeFigures.ts';
import { planeOfArray } from '../src/energy/plane/planeOfArray.ts';
import { faiman } from '../src/energy/temperature/cellTemperature.ts';
import type { Weather } from '../src/energy/weather/weather.ts';
import { loadWeather } from '../src/node/loadWeather.ts';
import { panasonic } from './energy.ts';
import { median } from './median.ts';

/** Sums of a year: light on the plane, Wh/m2, and power, Wh. */
export interface PipelineYear {
  readonly milliseconds: number;
  readonly light: number;
  readonly power: number;
}

/** Sun, sky light by Perez, temperature by Faiman, maximum power by the CEC model: one year. */
function year(weather: Weather): { light: number; power: number } {
  const plane = { kind: 'fixed', tilt: 30, azimuth: 180 } as const;
  const { front } = planeOfArray(weather, plane, { sun: 'mid-interval', albedo: 0.25 });
  const warmed = faiman();
  let [light, power] = [0, 0];
  for (let i = 0; i < front.length; i++) {
    if (!(front[i]! > 0)) continue;
    const temperature = warmed(front[i]!, weather.airTemperature[i]!, weather.windSpeed[i]!);
    const best = diodeMaximumPower(deSotoDiode(panasonic, front[i]!, temperature));
    light += front[i]!;
    power += best.voltage * best.current;
  }
  return { light, power };
}

/** Typical year that pvlib's side of the comparison takes. */
const typicalYear = 1990;
const [warmUps, runs] = [5, 15];

/**
 * The steps of pvlib on Greensboro's typical year, the file read before. Each run has a calendar year
 * of its own: the sun's days of a year that was asked for before are remembered, and would cost
 * nothing.
 */
export async function pipelineYear(): Promise<PipelineYear> {
  const years = await Promise.all(
    Array.from({ length: warmUps + runs }, (_, k) =>
      loadWeather('greensboro', { year: typicalYear + k }),
    ),
  );
  const times = years.map((weather) => {
    const start = performance.now();
    year(weather);
    return performance.now() - start;
  });
  return { milliseconds: median(times.slice(warmUps)), ...year(years[0]!) };
}
