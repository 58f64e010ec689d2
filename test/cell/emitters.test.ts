import { describe, expect, it } from 'vitest';
import { loadCell } from '../../src/node/loadCell.ts';
import { elementaryCharge } from '../../src/physics/constants.ts';
import { klaassenMobility } from '../../src/physics/klaassenMobility.ts';

/** Sheet resistance of a Gaussian diffusion, ohm, by Klaassen's mobility at 25 degC. */
function sheetResistance(type: 'n' | 'p', peak: number, depth: number): number {
  const steps = 2000;
  const reach = 4 * depth;
  let conductance = 0;
  for (let k = 0; k < steps; k++) {
    const x = ((k + 0.5) / steps) * reach;
    const dopants = peak * Math.exp(-((x / depth) ** 2));
    const { electron, hole } =
      type === 'n'
        ? klaassenMobility(dopants, 1e16, dopants, 1e10, 298.15)
        : klaassenMobility(1e16, dopants, 1e10, dopants, 298.15);
    const mobility = type === 'n' ? electron : hole;
    conductance += (elementaryCharge * dopants * mobility * reach) / steps;
  }
  return 1 / conductance;
}

describe('emitters have the sheet resistance their files state', () => {
  it.each([
    ['topcon', 150],
    ['perc', 130],
    ['al-bsf', 75],
  ])('%s: %d ohm', async (name, ohm) => {
    const { description } = await loadCell(name);
    const emitter = description.wafer.diffusions.find((diffusion) => diffusion.name === 'emitter');
    const { type = 'n', peak = 0, depth = 0 } = emitter ?? {};
    expect(Math.abs(sheetResistance(type, peak, depth * 1e-4) / ohm - 1)).toBeLessThan(0.05);
  });
});
