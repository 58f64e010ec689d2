import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { energyFactors, gainCauses } from '../../../src/energy/field/causes.ts';
import { type CellMap, cellMap } from '../../../src/energy/field/cellMap.ts';
import {
  equivalentIrradiance,
  type FieldHours,
  fieldRange,
} from '../../../src/energy/field/fieldHours.ts';
import { fieldYield } from '../../../src/energy/field/fieldYield.ts';
import { type CellOfBothSides, solveHours } from '../../../src/energy/field/solveHours.ts';
import { bifacialityOf, litCell } from '../../../src/energy/year/litCell.ts';
import { loadCell, productionCells } from '../../../src/node/loadCell.ts';
import { loadSpectrum } from '../../../src/node/loadSpectrum.ts';
import { yearHours } from './yearHours.ts';

const docs = readFileSync(new URL('../../../docs/energy.md', import.meta.url), 'utf8');
const am15g = await loadSpectrum('am1.5g');
const sites = { Greensboro: yearHours('greensboro'), Amsterdam: yearHours('amsterdam') };

async function cellAt(name: string): Promise<CellOfBothSides> {
  const cell = await loadCell(name);
  return (temperature) => litCell(cell, am15g, temperature);
}

/** Each cell, with one map for both sites, light behind included. */
const cells = new Map(
  await Promise.all(productionCells.map(async (name) => [name, await cellAt(name)] as const)),
);
const ranges = Object.values(sites).map((hours) => fieldRange(hours, 0));
const range = {
  irradiance: [0, 1.15 * Math.max(...ranges.map(({ irradiance }) => irradiance[1]))],
  temperature: [
    Math.min(...ranges.map(({ temperature }) => temperature[0])),
    Math.max(...ranges.map(({ temperature }) => temperature[1])),
  ],
} as const;
const known = new Map<string, CellMap>();
function mapOf(name: string): CellMap {
  const map = known.get(name) ?? cellMap(cells.get(name)!, range);
  known.set(name, map);
  return map;
}

function yieldOf(map: CellMap, site: keyof typeof sites) {
  const hourly = (light: Float64Array, heat: Float64Array) =>
    light.map((irradiance, i) => map.power(irradiance, heat[i]!));
  return fieldYield(hourly, map.power(1000, 25), sites[site], 0).annual;
}

/**
 * Hours in a year near every so many kelvin: of all lights and seasons, by few temperatures at which
 * the device must be prepared. `bench/fieldYear.ts` solves all.
 */
function someHours(hours: FieldHours, kelvin: number, every: number): FieldHours {
  const isNear = hours.temperature.map((T) =>
    Number((Math.round(2 * T) - 2 * kelvin) % (2 * every) === 0),
  );
  const some = (values: Float64Array) => values.filter((_, i) => isNear[i] === 1);
  const front = some(hours.front);
  return {
    interval: 1,
    front,
    effective: front,
    temperature: some(hours.temperature),
    month: hours.month.filter((_, i) => isNear[i] === 1),
  };
}

const sum = (powers: Float64Array) => powers.reduce((all, power) => all + power, 0);

test.each(productionCells)('%s: a year by the map is a year of solved hours to 0.05 %%', (name) => {
  const map = mapOf(name);
  const hours = someHours(sites.Greensboro, 0, 4);
  const mapped = hours.effective.map((light, i) => map.power(light, hours.temperature[i]!));
  expect(hours.front.length).toBeGreaterThan(400);
  const solved = solveHours(cells.get(name)!, hours, { map });
  expect(Math.abs(sum(mapped) / sum(solved) - 1)).toBeLessThan(5e-5);
});

test.each(['shj', 'topcon', 'perc'])(
  '%s: light behind counts by the map as it does on the device lit from both sides, to 0.05 %% of a year',
  (name) => {
    const at = cells.get(name)!;
    const hours = someHours(sites.Greensboro, 2, 8);
    // As between rows over grass: some 9 % of the light in front.
    const rear = hours.front.map((light, i) => 0.07 * light + 3 + (i % 5));
    const lit = { ...hours, rear };
    const bifaciality = bifacialityOf(at);
    const map = mapOf(name);
    const mapped = equivalentIrradiance(lit, bifaciality).map((light, i) =>
      map.power(light, hours.temperature[i]!),
    );
    const solved = solveHours(at, lit, { map, bifaciality });
    expect(Math.abs(sum(mapped) / sum(solved) - 1)).toBeLessThan(2e-4);
    // Hour by hour too, from 20 W/m2 on.
    mapped.forEach((power, i) => {
      if (hours.front[i]! > 20) expect(Math.abs(power / solved[i]! - 1)).toBeLessThan(1e-3);
    });
  },
);

test('the yields and causes of the page on energy are those of the cells', async () => {
  const signed = (value: number) => `${value < 0 ? '-' : '+'}${Math.abs(value).toFixed(2)} %`;
  const places = Object.keys(sites) as (keyof typeof sites)[];
  const temperatureParts: number[] = [];
  for (const name of productionCells) {
    const map = mapOf(name);
    const peak = places.map((place) => yieldOf(map, place).energy_kWh_kWp.toFixed(0));
    expect(docs).toMatch(new RegExp(`\\| ${name} \\|.*\\| ${peak.join(', ')} \\|`));
    if (name !== 'shj' && name !== 'topcon') continue;
    for (const place of places) {
      const hours = sites[place];
      const parts = gainCauses(
        energyFactors({ power: map.power, bifaciality: 0 }, hours),
        energyFactors({ power: mapOf('perc').power, bifaciality: 0 }, hours),
      );
      const gain = Object.values(parts).reduce((sum, part) => sum + part, 0);
      const row = [parts.rated, parts.temperature, parts.low_light, gain].map(signed).join(' | ');
      expect(docs).toContain(`| ${name}, ${place} | ${row} |`);
      if (name === 'shj') temperatureParts.push(parts.temperature);
    }
  }
  // The smaller coefficient gains where it is hot and costs where it is cool.
  expect(temperatureParts[0]).toBeGreaterThan(0);
  expect(temperatureParts[1]).toBeLessThan(0);
});
