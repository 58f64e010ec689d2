import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { planeOfArray } from '../../../src/energy/plane/planeOfArray.ts';
import { bandFactors, bandMeans } from '../../../src/energy/rating/bandFactors.ts';
import { climateRating, profileRating } from '../../../src/energy/rating/climateRating.ts';
import { parseClimateProfile } from '../../../src/energy/rating/parseClimateProfile.ts';
import { ratingMatrix } from '../../../src/energy/rating/ratingMatrix.ts';
import { loadSpectrum } from '../../../src/node/loadSpectrum.ts';
import { loadWeather } from '../../../src/node/loadWeather.ts';
import type { RatingDocument } from '../../../src/report/ratingDocument.ts';
import { runCommand } from '../../cli/runCommand.ts';
import { heterojunction } from '../field/toyCell.ts';

const standard = await loadSpectrum('am1.5g');

/** The standard's bands, nm, and the light of AM1.5G in each, W/m2, as pvpltools has them (A. Driesse, 2020). */
const edges = Float64Array.of(
  ...[306.8, 327.8, 362.5, 407.5, 452, 517.7, 540, 549.5, 566.6, 605, 625, 666.7, 684.2, 704.4],
  ...[742.6, 791.5, 844.5, 889, 974.9, 1045.7, 1194.2, 1515.9, 1613.5, 1964.8, 2153.5, 2275.2],
  ...[3001.9, 3635.4, 3991, 4605.65],
);
const standardBands = [
  ...[3.69618, 16.6069, 34.22227, 56.1348, 101.36658, 33.98919, 14.45719, 25.91979, 56.57334],
  ...[29.05096, 58.35457, 24.5017, 25.22513, 45.0905, 52.9041, 52.42015, 42.28474, 47.29518],
  ...[49.45154, 61.54425, 67.93106, 24.83419, 34.04581, 13.98155, 9.11025, 9.07606, 4.22986],
  ...[3.04112, 0.0647],
];
const whole = standardBands.reduce((a, b) => a + b, 0);

/** Silicon in outline: photons one by one up to 1100 nm, fewer in the blue. */
const wavelength = Float64Array.from({ length: 91 }, (_, i) => 300 + 10 * i);
const silicon = {
  wavelength,
  response: wavelength.map((nm) => {
    const electrons = (nm < 400 ? 0.3 + 0.006 * (nm - 300) : 0.95) * Math.min(1, (1180 - nm) / 80);
    return Math.max(0, electrons) * (nm / 1239.84);
  }),
};

test('the standard spectrum in bands, and means of a response, are those of pvpltools', () => {
  const flat = { wavelength: [200, 5000], response: [1, 1] };
  expect(bandMeans(edges, flat).every((mean) => Math.abs(mean - 1) < 1e-12)).toBe(true);
  const means = bandMeans(edges, silicon);
  expect(means[0]).toBeCloseTo(0.10359972715373414, 12);
  expect(means[13]).toBeCloseTo(0.554365885920764, 12);
  expect(means[19]).toBeCloseTo(0.5330353653213857, 12);
  // The standard's own light in the bands, which are all but 2.6 of its 1000 W/m2.
  const [same] = bandFactors(
    { edges, irradiance: Float64Array.from(standardBands) },
    silicon,
    standard,
  );
  expect(Math.abs((same! * whole) / 1000 - 1)).toBeLessThan(1e-6);
});

test('spectral factors are those of pvpltools, and 1 in the dark', () => {
  const tilted = (from: number, to: number) =>
    standardBands.map((light, b) => light * (from + ((to - from) * b) / 28));
  const irradiance = Float64Array.from([
    ...tilted(0.8, 1.2),
    ...tilted(1.3, 0.7),
    ...standardBands.map(() => 0),
  ]);
  const [red, blue, dark] = bandFactors({ edges, irradiance }, silicon, standard);
  expect(red).toBeCloseTo(0.9967913091577253, 6);
  expect(blue).toBeCloseTo(1.0107933051014484, 6);
  expect(dark).toBe(1);
});

const weather = await loadWeather('greensboro');
const mounting = { kind: 'fixed', tilt: 20, azimuth: 180 } as const;
const light = planeOfArray(weather, mounting);

/** Greensboro's year in the columns of IEC 61853-4, its light shared out as in AM1.5G, times `tint`. */
function profileText(tint: (band: number) => number = () => 1): string {
  const bands = Array.from({ length: 29 }, (_, b) => {
    const name = `${edges[b]}-${edges[b + 1]}nm`;
    return b === 0 ? `"Inclined global spectral irradiance,${name}"` : name;
  });
  const names = [
    ...['Year', 'Month', 'Day', 'Hour solar', 'Ambient temperature (\u00f8C)', 'Wind speed (m/s)'],
    ...['Sun elevation (\u00f8)', 'Sun incidence angle (\u00f8)', 'Gh (W/m2)', 'Bh (W/m2)'],
    ...['G (W/m2)', 'B (W/m2)', ...bands],
  ];
  const rows = Array.from(light.front, (front, i) => {
    const local = new Date(weather.middle[i]! - 5 * 3_600_000);
    const stamp = [1990, local.getUTCMonth() + 1, local.getUTCDate(), local.getUTCHours() + 0.5];
    const air = [weather.airTemperature[i], weather.windSpeed[i], 90 - light.zenith[i]!];
    const sun = [light.incidence[i], weather.ghi[i], weather.ghi[i]! - weather.dhi[i]!];
    const shares = standardBands.map((band, b) => ((front * band) / whole) * tint(b));
    return [...stamp, ...air, ...sun, front, light.beam[i], ...shares].join();
  });
  return `${names.join()}\n${rows.join('\n')}\n`;
}

const text = profileText();
const source = { name: 'greensboro', file: 'climate.csv' };
const matrix = ratingMatrix(heterojunction);

test('a rating in a profile is that in the weather it was made of', () => {
  const profile = parseClimateProfile(text, source);
  const spectralFactor = bandFactors(profile.bands!, silicon, standard);
  const found = profileRating(matrix, profile, { spectralFactor });
  const direct = climateRating(matrix, weather, { mounting });
  expect(Math.abs((found.factors.spectrum * whole) / 1000 - 1)).toBeLessThan(1e-6);
  const plain = profileRating(matrix, profile);
  expect(Math.abs(plain.cser / direct.cser - 1)).toBeLessThan(1e-12);
  expect(Math.abs(found.poa_kWh_m2 / direct.poa_kWh_m2 - 1)).toBeLessThan(1e-12);
  expect(Math.abs(found.factors.angle / direct.factors.angle - 1)).toBeLessThan(1e-12);
});

test('the name of the bands may stand without quotes', () => {
  const bare = parseClimateProfile(text.replaceAll('"', ''), source);
  const sum = bare.bands!.irradiance.reduce((a, b) => a + b, 0);
  const front = bare.front.reduce((a, b) => a + b, 0);
  expect(bare.bands!.edges).toEqual(edges);
  expect(sum / front).toBeCloseTo(1, 12);
});

const lines = text.split('\n');
const days = lines.slice(0, 50).join('\n');
test.each([
  [
    'cut off',
    lines.slice(0, 5000).join('\n'),
    'climate.csv:5000  holds 4999 hours, a climate has 8760',
  ],
  ['in a row', `${lines.slice(0, 99).join('\n')}\n${lines[99]!.slice(0, 40)}`, 'climate.csv:100  '],
  [
    'twice',
    [...lines.slice(0, 9), ...lines.slice(8, 50)].join('\n'),
    'climate.csv:10  does not come after',
  ],
  [
    'no wind',
    days.replace('Wind speed', 'Wind'),
    'climate.csv:1  column "Wind speed (m/s)" is missing',
  ],
  ['empty', days.replace(/(1990,1),1,8.5/, '1990,,1,8.5'), 'climate.csv:10:2  Month: an empty'],
  [
    'a gap',
    text.replace('327.8-362.5nm', '330-362.5nm'),
    'climate.csv:1  band "330-362.5nm" does not begin',
  ],
  ['per nm', profileText((b) => 1 / (edges[b + 1]! - edges[b]!)), 'W/m2 in each band are expected'],
  ['in decimal commas', days.replaceAll(',', ';').replaceAll('.', ','), 'climate.csv:'],
])('a climate that is %s is refused in one line', (_, broken, line) => {
  expect(() => parseClimateProfile(broken, source)).toThrow(line);
});

const folder = mkdtempSync(join(tmpdir(), 'solarcell-'));
afterAll(() => rmSync(folder, { recursive: true }));

test('rate takes a profile with its bands, and a cloudless sky by the hour for other weather', async () => {
  const file = join(folder, 'climate.csv');
  writeFileSync(
    file,
    profileText((b) => (b < 14 ? 1.1 : 0.9)),
  );
  const rate = (...words: string[]) => runCommand('rate', 'al-bsf', ...words);
  const { climate } = JSON.parse(
    (await rate('--climate', file, '--format', 'json')).stdout,
  ) as RatingDocument;
  expect(climate).toMatchObject({ profile: 'climate', settings: { spectral: 'bands' } });
  expect(climate!.factors.spectrum).toBeGreaterThan(1);
  const { angle, spectrum, low_light, temperature } = climate!.factors;
  expect(angle * spectrum * low_light * temperature).toBeCloseTo(climate!.cser, 12);
  const { stdout } = await rate('--site', 'greensboro', '--spectral', 'clear-sky');
  expect(stdout).toMatch(/Angle {2}Spectrum {2}Low light/);
  expect(stdout).toContain('the product of the four factors');
  const both = await rate('--climate', file, '--site', 'miami');
  expect(both.stderr).toBe('solarcell: --climate and --site exclude each other\n');
  const other = await rate('--site', 'miami', '--spectral', 'clear-sky', '--spectrum', 'am0');
  expect(other.stderr).toContain('--spectral clear-sky is for cells rated in am1.5g');
});
