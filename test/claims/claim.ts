import { opticalAnalysis } from '../../src/cell/opticalAnalysis.ts';
import { siliconEfficiency } from '../../src/cell/siliconEfficiency.ts';
import { simulateCell } from '../../src/cell/simulate.ts';
import { loadCell } from '../../src/node/loadCell.ts';
import { loadOptics } from '../../src/node/loadOptics.ts';
import { loadSpectrum } from '../../src/node/loadSpectrum.ts';

/** A sentence or a row of a page whose numbers, each a `#`, are computed, or bounds that a test has. */
export type Claim = { readonly page: string; readonly says: string } & (
  | { readonly are: () => Promise<readonly number[]> }
  | { readonly boundIn: string }
);

/** The standard light. */
export const am15g = () => loadSpectrum('am1.5g');

/** Figures of a cell in it, with settings. */
export async function result(name: string, ...set: string[]) {
  const cell = await loadCell(name, { set });
  return simulateCell(cell, { spectrum: await am15g(), irradiance: 1000, temperature: 25 });
}

/** Where its photons end. */
export async function budget(name: string, ...set: string[]) {
  return opticalAnalysis(await loadCell(name, { set }), { spectrum: await am15g() }).budget;
}

/** Efficiency of silicon at its limit, %. */
export async function limit(
  optics: 'tiedje' | 'lambertian',
  auger: 'richter2012' | 'niewelt2022',
  um: number,
  light = 'iec60904-3',
) {
  const models = { auger, narrowing: 'schenk1998', density: 'couderc2014' } as const;
  const input = { thickness: um * 1e-4, netDoping: 0, temperature: 298.15, optics, models };
  const constants = await loadOptics('c-si');
  const spectrum = await loadSpectrum(light);
  return siliconEfficiency({ ...input, constants }, spectrum, 1000).efficiency_pct;
}
