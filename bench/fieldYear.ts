import { cellSimulator } from '../src/cell/simulate.ts';
import { cellMap } from '../src/energy/field/cellMap.ts';
import { fieldRange } from '../src/energy/field/fieldHours.ts';
import { solveHours } from '../src/energy/field/solveHours.ts';
import { loadCell, productionCells } from '../src/node/loadCell.ts';
import { loadSpectrum } from '../src/node/loadSpectrum.ts';
import { yearHours } from '../test/energy/field/yearHours.ts';

/** A year of each cell by its map and hour by hour: seconds, their ratio, and the difference. */
export async function benchFieldYear(): Promise<string[]> {
  const spectrum = await loadSpectrum('am1.5g');
  const lines: string[] = [];
  for (const site of ['greensboro', 'amsterdam'] as const) {
    const hours = yearHours(site);
    for (const name of productionCells) {
      const cell = await loadCell(name);
      const at = (temperature: number) => {
        const held = cellSimulator(cell, spectrum, temperature);
        return (irradiance: number) => held.mpp(irradiance).pmax_W_m2;
      };
      const start = performance.now();
      const map = cellMap(at, fieldRange(hours, 0));
      const mapped = sum(
        hours.effective.map((light, i) => map.power(light, hours.temperature[i]!)),
      );
      const between = performance.now();
      const cpu = process.cpuUsage();
      const solved = sum(solveHours(at, hours, { map }));
      const used = process.cpuUsage(cpu).user / 1e6;
      const [quick, slow] = [between - start, performance.now() - between].map((ms) => ms / 1000);
      const ratio = (slow! / quick!).toFixed(0);
      const difference = (100 * (mapped / solved - 1)).toFixed(4);
      lines.push(
        `energy: ${site}, ${name}: map ${quick!.toFixed(2)} s, every hour ${slow!.toFixed(1)} s (${used.toFixed(1)} s of one core, limit 12), ratio ${ratio}; map over every hour ${difference} %`,
      );
    }
  }
  return lines;
}

const sum = (values: Float64Array): number => values.reduce((total, value) => total + value, 0);
