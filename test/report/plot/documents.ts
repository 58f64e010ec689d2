import type { CompareDocument } from '../../../src/report/compareDocument.ts';
import type { IrradianceDocument } from '../../../src/report/irradianceDocument.ts';
import type { LimitDocument } from '../../../src/report/limitDocument.ts';
import type { RatingDocument } from '../../../src/report/ratingDocument.ts';
import type { SimulateDocument } from '../../../src/report/simulateDocument.ts';
import type { YearDocument } from '../../../src/report/yearDocument.ts';
import { runCommand } from '../../cli/runCommand.ts';

async function json<Document>(...words: string[]): Promise<Document> {
  const { stdout, stderr, exitCode } = await runCommand(...words, '--format', 'json');
  if (exitCode !== 0) throw new Error(stderr);
  return JSON.parse(stdout) as Document;
}

/** A cell with every part there is. */
export const simulated = (): Promise<SimulateDocument> =>
  json(
    ...'simulate shj --jv --eqe --suns-voc --bands --lifetime --losses --temperature 25,45,65'.split(
      ' ',
    ),
  );

export const comparedOver = (): Promise<CompareDocument> =>
  json('compare', 'shj', 'perc', '--irradiance', '200,1000', '--hours', '5');

/** The brightest condition of a comparison alone. */
export function comparedOnce({ conditions, results, ...rest }: CompareDocument): CompareDocument {
  return {
    ...rest,
    conditions: { ...conditions, irradiance_W_m2: [1000] },
    results: results.filter((result) => result.irradiance_W_m2 === 1000),
  };
}

export const limits = (): Promise<LimitDocument> => json('limit', '--gap', '1:1.6:0.1');

/** The corners of a matrix; the values are of no cell. */
export const rating = {
  schema: 'solarcell.rating/1',
  cell: 'shj',
  conditions: { standard: 'IEC 61853-1', spectrum: 'am1.5g', set: [] },
  results: [100, 1000].flatMap((irradiance_W_m2) =>
    [25, 75].map((temperature_C) => ({
      irradiance_W_m2,
      temperature_C,
      pmax_W_m2: irradiance_W_m2 * 0.2,
      efficiency_pct: 20 + irradiance_W_m2 / 500 - temperature_C / 25,
      relative: 0.9 + irradiance_W_m2 / 1e4 - temperature_C / 1e3,
    })),
  ),
  provenance: { version: '0', models: {}, cell: '' },
} as unknown as RatingDocument;

const figures = (energy: number, gain: number) => ({
  energy_kWh_m2: energy,
  gain_pct: gain,
  causes: { rated: gain - 0.5, temperature: 0.8, low_light: -0.3, angle: 0, bifacial: 0 },
});

/** A year of two cells; the values are of no weather. */
export const year = {
  site: { name: 'Somewhere' },
  settings: { baseline: 'perc' },
  light: { poa_kWh_m2: 1778 },
  results: ['shj', 'perc'].map((cell, k) => ({
    cell,
    annual: figures(400 - 30 * k, 8 - 8 * k),
    monthly: Array.from({ length: 12 }, (_, m) => ({ month: m + 1, ...figures(20 + m - k, 8) })),
  })),
} as unknown as YearDocument;

/** Light of two months; the values are of no place. */
export const light = {
  site: { name: 'Somewhere' },
  annual: { ghi_kWh_m2: 230, poa_kWh_m2: 270, effective_kWh_m2: 260, rear_kWh_m2: 0 },
  monthly: [1, 2].map((month) => ({
    month,
    ghi_kWh_m2: 110 + month,
    poa_kWh_m2: 130 + month,
    effective_kWh_m2: 125 + month,
    rear_kWh_m2: 0,
  })),
} as unknown as IrradianceDocument;

const thicknesses = [60, 90, 120, 150];
const efficiency = (t: number, j: number) => 24 + t / 300 - (t / 300) ** 2 - j / 50;

/** Sweeps over one number and a cell, over a grid of two, and over a sample of three. */
export const sweepTables = [
  {
    name: 'sweep-line',
    inputs: ['cell', 'wafer.thickness_um'],
    table: {
      columns: ['cell', 'wafer.thickness_um', 'efficiency_pct'],
      rows: ['shj', 'perc'].flatMap((cell, k) =>
        thicknesses.map((t) => [cell, t, efficiency(t, 50 * k)]),
      ),
    },
  },
  {
    name: 'sweep-map',
    inputs: ['wafer.thickness_um', 'rear.contact.j0_fA_cm2'],
    table: {
      columns: ['wafer.thickness_um', 'rear.contact.j0_fA_cm2', 'efficiency_pct'],
      rows: thicknesses.flatMap((t) => [1, 10, 100].map((j) => [t, j, efficiency(t, j)])),
    },
  },
  {
    name: 'sweep-sample',
    inputs: ['wafer.thickness_um', 'rear.contact.j0_fA_cm2', 'irradiance_W_m2'],
    table: {
      columns: [
        'wafer.thickness_um',
        'rear.contact.j0_fA_cm2',
        'irradiance_W_m2',
        'efficiency_pct',
      ],
      rows: [
        ...Array.from({ length: 30 }, (_, k) => {
          const [t, j] = [60 + ((37 * k) % 100), 10 ** ((k % 13) / 6)];
          return [t, j, 200 + 27 * k, efficiency(t, j)];
        }),
        [100, 10, 500, null],
      ],
    },
  },
];
