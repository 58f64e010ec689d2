import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { cellSimulator } from '../../../src/cell/simulate.ts';
import { energyFactors, gainCauses } from '../../../src/energy/field/causes.ts';
import { type CellMap, cellMap } from '../../../src/energy/field/cellMap.ts';
import { fieldRange } from '../../../src/energy/field/fieldHours.ts';
import { fieldYield } from '../../../src/energy/field/fieldYield.ts';
import { solveHours } from '../../../src/energy/field/solveHours.ts';
import type { CellAtTemperature } from '../../../src/energy/operatingMap.ts';
import { loadCell, productionCells } from '../../../src/node/loadCell.ts';
import { loadSpectrum } from '../../../src/node/loadSpectrum.ts';
import { yearHours } from './yearHours.ts';

const docs = readFileSync(new URL('../../../docs/energy.md', import.meta.url), 'utf8');
const am15g = await loadSpectrum('am1.5g');
const sites = { Greensboro: yearHours('greensboro'), Amsterdam: yearHours('amsterdam') };

async function cellAt(name: string): Promise<CellAtTemperature> {
  const cell = await loadCell(name);
  return (temperature) => {
    const held = cellSimulator(cell, am15g, temperature);
    return (irradiance) => held.mpp(irradiance).pmax_W_m2;
  };
}

function yieldOf(map: CellMap, site: keyof typeof sites) {
  const hourly = (light: Float64Array, heat: Float64Array) =>
    light.map((irradiance, i) => map.power(irradiance, heat[i]!));
  return fieldYield(hourly, map.power(1000, 25), sites[site], 0).annual;
}

/** Every fifth hour with light: all times of day and seasons. `bench/fieldYear.ts` solves all. */
const fifth = (_: number, i: number) => i % 5 === 0;

test.each(productionCells)(
  '%s: a year by the map is a year of solved hours to 0.05 %%',
  async (name) => {
    const cell = await cellAt(name);
    const hours = sites.Greensboro;
    const map = cellMap(cell, fieldRange(hours, 0));
    const [light, heat] = [hours.effective.filter(fifth), hours.temperature.filter(fifth)];
    const sum = (powers: Float64Array) => powers.reduce((all, power) => all + power, 0);
    const mapped = light.map((irradiance, i) => map.power(irradiance, heat[i]!));
    expect(Math.abs(sum(mapped) / sum(solveHours(cell, light, heat, map)) - 1)).toBeLessThan(5e-5);
  },
  60_000,
);

test('the yields and causes of the page on energy are those of the cells', async () => {
  const signed = (value: number) => `${value < 0 ? '-' : '+'}${Math.abs(value).toFixed(2)} %`;
  const cells = Object.fromEntries(
    await Promise.all(productionCells.map(async (name) => [name, await cellAt(name)] as const)),
  );
  const maps = (name: string) =>
    Object.values(sites).map((hours) => cellMap(cells[name]!, fieldRange(hours, 0)));
  const byName = new Map(productionCells.map((name) => [name, maps(name)]));
  const places = Object.keys(sites) as (keyof typeof sites)[];
  const temperatureParts: number[] = [];
  for (const [name, found] of byName) {
    const peak = found.map((map, i) => yieldOf(map, places[i]!).energy_kWh_kWp.toFixed(0));
    expect(docs).toMatch(new RegExp(`\\| ${name} \\|.*\\| ${peak.join(', ')} \\|`));
    if (name !== 'shj' && name !== 'topcon') continue;
    places.forEach((place, i) => {
      const hours = sites[place];
      const parts = gainCauses(
        energyFactors({ power: found[i]!.power, bifaciality: 0 }, hours),
        energyFactors({ power: byName.get('perc')![i]!.power, bifaciality: 0 }, hours),
      );
      const gain = Object.values(parts).reduce((sum, part) => sum + part, 0);
      const row = [parts.rated, parts.temperature, parts.low_light, gain].map(signed).join(' | ');
      expect(docs).toContain(`| ${name}, ${place} | ${row} |`);
      if (name === 'shj') temperatureParts.push(parts.temperature);
    });
  }
  // The smaller coefficient gains where it is hot and costs where it is cool.
  expect(temperatureParts[0]).toBeGreaterThan(0);
  expect(temperatureParts[1]).toBeLessThan(0);
}, 60_000);
