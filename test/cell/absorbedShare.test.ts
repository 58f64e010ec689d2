import { expect, test } from 'vitest';
import { absorbedShare } from '../../src/cell/absorbedShare.ts';
import { loadCell, productionCells } from '../../src/node/loadCell.ts';
import { loadOptics } from '../../src/node/loadOptics.ts';
import { loadSpectrum } from '../../src/node/loadSpectrum.ts';

const am15g = await loadSpectrum('am1.5g');
const module = {
  glass: await loadOptics('glass'),
  encapsulant: await loadOptics('eva-uv'),
  rear: 'glass' as const,
};

test('cells with metal behind absorb more below the gap than those that let it through', async () => {
  const shares: Record<string, number> = {};
  for (const name of productionCells) {
    shares[name] = absorbedShare(await loadCell(name), am15g, module);
    // Of modules here: 0.799 (perc) to 0.95 (the 0.9 that PVsyst takes for all lies between).
    expect(shares[name], name).toBeGreaterThan(0.798);
    expect(shares[name], name).toBeLessThan(0.95);
  }
  // Under equal grids in front, so that only what lies behind differs.
  const alike = async (name: string) =>
    absorbedShare(await loadCell(name, { set: ['circuit.shading=3%'] }), am15g, module);
  expect(await alike('al-bsf')).toBeGreaterThan(
    Math.max(await alike('perc'), await alike('topcon')) + 0.03,
  );
  const closed = await loadCell('perc', { set: ['rear.outside=aluminium'] });
  expect(absorbedShare(closed, am15g, module)).toBeGreaterThan(shares.perc! + 0.03);
});

test('fingers take their share, and a mirror of the infrared leaves it out', async () => {
  const shareOf = async (...set: string[]) => absorbedShare(await loadCell('perc', { set }), am15g);
  const bare = await shareOf('circuit.shading=0');
  expect((await shareOf('circuit.shading=10%')) / bare).toBeCloseTo(0.9, 12);
  const aluminium = await shareOf('rear.outside=aluminium');
  expect(await shareOf('rear.outside=silver')).toBeLessThan(aluminium - 0.005);
});
