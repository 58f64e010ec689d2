import { expect, test } from 'vitest';
import { cellSimulator } from '../../src/cell/simulate.ts';
import { operatingMap, operatingRange, profileEnergy } from '../../src/energy/operatingMap.ts';
import { trapezoid } from '../../src/energy/profile.ts';
import { listCells, loadCell } from '../../src/node/loadCell.ts';
import { loadProfile } from '../../src/node/loadProfile.ts';
import { loadSpectrum } from '../../src/node/loadSpectrum.ts';

const spectrum = await loadSpectrum('am1.5g');
const day = await loadProfile('summer-day');

test.each(await listCells())(
  '%s: the map of the summer day is true within 0.05 percent',
  async (name) => {
    const cell = await loadCell(name);
    const at = (temperature: number) => {
      const held = cellSimulator(cell, spectrum, temperature);
      return (irradiance: number) => held.mpp(irradiance).pmax_W_m2;
    };
    const map = operatingMap(at, operatingRange(day, day.temperature!));
    const direct = day.irradiance.map((irradiance, i) =>
      irradiance > 0 ? at(day.temperature![i]!)(irradiance) : 0,
    );
    const worst = Math.max(
      ...direct.map((power, i) =>
        power > 0 ? Math.abs(map.power(day.irradiance[i]!, day.temperature![i]!) / power - 1) : 0,
      ),
    );
    expect(worst).toBeLessThan(5e-4);
    const energy = trapezoid(day.time, direct) / 1000;
    expect(Math.abs(profileEnergy(at, day, 25) / energy - 1)).toBeLessThan(5e-5);
  },
);
