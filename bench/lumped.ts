import { lumpedSimulator } from '../src/cell/lumped.ts';
import { computeSkins } from '../src/cell/skins.ts';
import { loadCell } from '../src/node/loadCell.ts';
import { loadSpectrum } from '../src/node/loadSpectrum.ts';
import { median } from './median.ts';

const points = 20_000;

/** Lumped points a second at light that jumps about, for each preset. */
export async function benchLumped(): Promise<string[]> {
  const spectrum = await loadSpectrum('am1.5g');
  const lines: string[] = [];
  for (const name of ['shj', 'topcon', 'perc', 'al-bsf']) {
    const cell = await loadCell(name);
    const simulator = lumpedSimulator(cell, computeSkins(cell, spectrum, 25), spectrum, 25);
    const rate = (solve: (irradiance: number) => unknown) => {
      const times = Array.from({ length: 7 }, () => {
        const start = performance.now();
        for (let k = 0; k < points; k++) solve(200 + (800 * ((k * 7919) % points)) / points);
        return performance.now() - start;
      });
      return Math.round((1000 * points) / median(times));
    };
    const powers = rate((irradiance) => simulator.mpp(irradiance));
    const results = rate((irradiance) => simulator.at(irradiance));
    lines.push(
      `lumped ${name}: ${powers} maximum powers a second, ${results} whole results (target: 20000)`,
    );
  }
  return lines;
}
