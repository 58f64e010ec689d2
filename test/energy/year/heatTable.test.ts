import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { physicalModifier } from '../../../src/energy/plane/incidenceModifier.ts';
import { clearSkyYear } from '../../../src/energy/sky/clearSkyYear.ts';
import { compareYear } from '../../../src/energy/year/compareYear.ts';
import type { FieldCell } from '../../../src/energy/year/fieldCell.ts';
import { heatModels } from '../../../src/energy/year/heatModel.ts';
import { simulatedCell } from '../../../src/energy/year/simulatedCell.ts';
import { loadCell } from '../../../src/node/loadCell.ts';
import { loadOptics } from '../../../src/node/loadOptics.ts';
import { loadSpectrum } from '../../../src/node/loadSpectrum.ts';
import { loadWeather } from '../../../src/node/loadWeather.ts';

const docs = readFileSync(new URL('../../../docs/energy.md', import.meta.url), 'utf8');

/** A cell with one map for all sites and models. */
async function cellOf(name: string): Promise<FieldCell> {
  const heatModule = {
    glass: await loadOptics('glass'),
    encapsulant: await loadOptics('eva-uv'),
    rear: 'glass' as const,
  };
  const cell = simulatedCell(await loadCell(name), await loadSpectrum('am1.5g'), { heatModule });
  const map = cell.prepare({ irradiance: [0, 1300], temperature: [-20, 95] });
  const absorptance = cell.absorptance();
  return { ...cell, absorptance: () => absorptance, prepare: () => map };
}

test('what temperature is worth, by model and place, is as the page on energy says', async () => {
  const cells = await Promise.all(['shj', 'perc'].map(cellOf));
  const fairbanks = clearSkyYear(
    { latitude: 64.8, longitude: -147.9, altitude: 133, timeZone: -10 },
    { airTemperature: -3, windSpeed: 2.5 },
  );
  const years = [
    { weather: await loadWeather('miami'), tilt: 30 },
    { weather: await loadWeather('greensboro'), tilt: 30 },
    { weather: fairbanks, tilt: 65 },
  ];
  const modifier = physicalModifier();
  for (const model of heatModels) {
    const parts = years.map(({ weather, tilt }) => {
      const mounting = { kind: 'fixed', tilt, azimuth: 180 } as const;
      const [shj] = compareYear(cells, weather, { mounting, modifier, heat: { model } }).results;
      return shj!.annual.causes.temperature;
    });
    const [miami, greensboro, cold] = parts as [number, number, number];
    expect(miami, model).toBeGreaterThan(greensboro);
    expect(greensboro, model).toBeGreaterThan(0);
    expect(cold, model).toBeLessThan(0);
    const row = new RegExp(`\\| \`${model}\` \\| (.*) %  *\\|`).exec(docs)![1]!;
    row.split(' % | ').forEach((text, i) => {
      expect(Math.abs(Number(text) - parts[i]!), `${model}: ${text}`).toBeLessThan(0.0075);
    });
  }
});
