import { expect, test } from 'vitest';
import { generationProfile } from '../../src/cell/generationProfile.ts';
import { opticalAnalysis } from '../../src/cell/opticalAnalysis.ts';
import { photonCurrent } from '../../src/light/photonFlux.ts';
import { loadCell } from '../../src/node/loadCell.ts';
import { loadModuleLayers } from '../../src/node/loadModuleLayers.ts';
import { loadSpectrum } from '../../src/node/loadSpectrum.ts';

const sum = (values: Float64Array) => values.reduce((total, value) => total + value, 0);

test('green light on a planar face fades as silicon absorbs it: 1.11e4/cm at 500 nm', async () => {
  const cell = await loadCell('perc', { set: ['front.texture=planar'] });
  const spectrum = await loadSpectrum('laser:500nm');
  const depths = Float64Array.of(0, 1e-4, 2e-4, 3e-4, cell.description.wafer.thickness * 1e-4);
  const { absorbed } = generationProfile(cell, { spectrum, temperature: 26.85 }, depths);
  // M. A. Green, Sol. Energy Mater. Sol. Cells 92, 1305 (2008), at 300 K.
  expect(Math.log(absorbed[0]! / absorbed[1]!) / 1e-4 / 1.11e4).toBeCloseTo(1, 2);
  expect(Math.log(absorbed[1]! / absorbed[2]!) / 1e-4 / 1.11e4).toBeCloseTo(1, 2);
});

test.each([
  { side: 'front' },
  { side: 'rear', angle: 50 },
  { side: 'both', rearIrradiance: 200 },
] as const)('all depths together are the budget of the wafer: %j', async (lit) => {
  const cell = await loadCell('shj');
  const request = {
    spectrum: await loadSpectrum('am1.5g'),
    module: await loadModuleLayers(),
    ...lit,
  };
  const { depths, absorbed } = generationProfile(cell, request);
  const { wafer } = opticalAnalysis(cell, request).budget;
  expect(photonCurrent(sum(absorbed)) / wafer!).toBeCloseTo(1, 10);
  expect(depths[0]).toBe(0);
  expect(depths.at(-1)).toBeCloseTo(0.013, 12);
  expect(depths.every((depth, i) => i === 0 || depth > depths[i - 1]!)).toBe(true);
  // Most light ends at the face that it comes through first.
  const rate = (i: number) => absorbed[i]! / (depths[i + 1]! - depths[i]!);
  const [first, last] = [rate(0), rate(absorbed.length - 1)];
  expect(lit.side === 'rear' ? last / first : first / last).toBeGreaterThan(3);
});
