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

/** The steps of pvlib on Greensboro's typical year, the file read before. */
export async function pipelineYear(): Promise<PipelineYear> {
  const weather = await loadWeather('greensboro');
  for (let warm = 0; warm < 5; warm++) year(weather);
  const times = Array.from({ length: 15 }, () => {
    const start = performance.now();
    year(weather);
    return performance.now() - start;
  });
  return { milliseconds: median(times), ...year(weather) };
}
