import { deSotoDiode } from '../src/circuit/singleDiode/deSoto.ts';
import { diodeMaximumPower } from '../src/circuit/singleDiode/diodeFigures.ts';
import { pipelineYear } from './fieldPipeline.ts';
import { median } from './median.ts';

/** Panasonic EVPV370 of the CEC list. */
export const panasonic = {
  photocurrent: 10.5641,
  saturationCurrent: 7.93922e-13,
  thermalVoltage: 1.46072,
  seriesResistance: 0.197251,
  shuntResistance: 147.956,
  currentCoefficient: 0.003587,
  adjust: -6.80576,
};

/** A year of maximum power by the CEC model: median milliseconds, and the sum of the power, W. */
export function singleDiodeYear(): { milliseconds: number; sum: number } {
  let sum = 0;
  const year = () => {
    sum = 0;
    for (let hour = 0; hour < 8760; hour++) {
      const day = Math.floor(hour / 24);
      const height = Math.max(0, Math.sin((Math.PI * ((hour % 24) - 6)) / 12));
      const light = 1000 * height * (0.7 + 0.3 * Math.cos(day));
      if (light === 0) continue;
      const temperature = 10 + 12 * Math.sin((2 * Math.PI * day) / 365) + 0.03 * light;
      const best = diodeMaximumPower(deSotoDiode(panasonic, light, temperature));
      sum += best.voltage * best.current;
    }
  };
  for (let warm = 0; warm < 10; warm++) year();
  const times = Array.from({ length: 15 }, () => {
    const start = performance.now();
    year();
    return performance.now() - start;
  });
  return { milliseconds: median(times), sum };
}

/** Speed of energy calculations, a line each. */
export async function benchEnergy(): Promise<string[]> {
  const { milliseconds } = singleDiodeYear();
  const pipeline = await pipelineYear();
  return [
    `energy: 8,760 hours of maximum power by the CEC model in ${milliseconds.toFixed(2)} ms`,
    `energy: the same from sun, Perez and temperature on in ${pipeline.milliseconds.toFixed(1)} ms`,
  ];
}
