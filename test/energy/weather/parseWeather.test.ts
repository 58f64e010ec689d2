import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseWeather, type WeatherOptions } from '../../../src/energy/weather/parseWeather.ts';
import { DataError } from '../../../src/light/dataError.ts';
import { decodeText } from '../../../src/light/decodeText.ts';
import {
  closureRms,
  epw,
  namedCsv,
  psm,
  pvgis,
  pvgisEpw,
  pvgisJson,
  sampleHours,
  tm2,
  tmy3,
} from './samples.ts';

const year = sampleHours(365);
const read = (text: string, options: WeatherOptions = {}) =>
  parseWeather(text, { name: 'sample', file: 'sample.txt' }, options);
const sum = (values: Float64Array) => values.reduce((a, b) => a + b, 0);
/** The text with one line, counted from 1, changed. */
const withLine = (text: string, line: number, change: (line: string) => string | undefined) =>
  text
    .split('\n')
    .flatMap((found, i) => (i + 1 === line ? (change(found) ?? []) : [found]))
    .join('\n');

const writers = { csv: namedCsv, psm, epw, tmy3, tm2, pvgis, pvgisJson };

describe.each(Object.entries(writers))('a clear year as %s', (format, write) => {
  test('is recognised, whole and in time', () => {
    const weather = read(write(year));
    expect(weather.format).toBe(format === 'pvgisJson' ? 'pvgis' : format);
    expect(weather.place).toMatchObject({ latitude: 45, longitude: 8, altitude: 250, timeZone: 1 });
    expect(sum(weather.ghi)).toBe(year.reduce((total, hour) => total + hour.ghi, 0));
    expect(weather.interval).toBe(3600);
    expect(weather.airTemperature[5]).toBe(17.5);
    expect(weather.windSpeed[5]).toBe(2.5);
    expect(closureRms(weather)).toBeLessThan(2);
    expect(weather.notes).toEqual([]);
  });
});

test('holes in a beam that a model takes the place of are no matter', () => {
  const text = namedCsv(year);
  const head = text
    .split('\n')
    .find((line) => line.startsWith('time'))!
    .split(',');
  const holed = withLine(text, 2000, (line) =>
    line
      .split(',')
      .map((cell, k) => (head[k] === 'dni' ? '' : cell))
      .join(','),
  );
  expect(() => read(holed)).toThrow(/:2000:\d+ {2}dni: is missing/);
  const split = read(holed, { decomposition: 'erbs' });
  expect(split.dni).toEqual(read(text, { decomposition: 'erbs' }).dni);
});

test('an EPW file of PVGIS is in UTC, as its CSV file is, whatever its head claims', () => {
  const csv = read(pvgis(year));
  const { format, place: found, middle, ghi } = read(pvgisEpw(year));
  expect(format).toBe('epw');
  expect(found.timeZone).toBe(1);
  expect(middle).toEqual(csv.middle);
  expect(ghi).toEqual(csv.ghi);
});

test('line ends, marks and separators of any system are read alike', () => {
  const plain = read(namedCsv(year)).ghi;
  expect(read(`\uFEFF${namedCsv(year).replaceAll('\n', '\r\n')}`).ghi).toEqual(plain);
  expect(read(namedCsv(year).replaceAll(',', ';')).ghi).toEqual(plain);
  expect(read(namedCsv(year).replaceAll(',', '\t')).ghi).toEqual(plain);
  // As a spreadsheet of half of Europe writes it.
  const european = namedCsv(year)
    .replaceAll(',', ';')
    .replaceAll(/(?<=;\d*)\.(?=\d)/g, ',');
  expect(european).toContain(';2,5');
  expect(read(european).windSpeed).toEqual(read(namedCsv(year)).windSpeed);
});

test('bytes of any writer become text', () => {
  const bytes = (text: string) => new TextEncoder().encode(text);
  expect(decodeText(bytes('Zürich'))).toBe('Zürich');
  expect(decodeText(Uint8Array.of(0x5a, 0xfc, 0x72))).toBe('Zür');
  expect(decodeText(Uint8Array.of(0xff, 0xfe, 0x5a, 0, 0xfc, 0))).toBe('Zü');
});

describe('the one clear line', () => {
  const text = namedCsv(year);
  const cases: [string, string, RegExp][] = [
    ['nothing', ' \n', /^sample\.txt {2}is empty$/],
    ['a picture', '\u0089PNG\r\n\u001a', /^sample\.txt:1 {2}is no weather file that is known/],
    ['escape codes', 'a\u001b[2Jb', /^sample\.txt:1 {2}holds the byte 0x1b, which no text/],
    [
      'cut off in a row',
      epw(year).slice(0, -60),
      /^sample\.txt:8768 {2}\d+ values where \d+ are needed: the line is cut off/,
    ],
    [
      'half a year',
      epw(year.slice(0, 4380)),
      /^sample\.txt:4388 {2}holds 4380 hours, a whole year has 8760/,
    ],
    [
      'comma as decimal point',
      epw(year).replaceAll(/,2\.5,/g, ',"2,5",'),
      /^sample\.txt:9:22 {2}wind speed: "2,5" is not a number; write a decimal point: 2\.5$/,
    ],
    [
      'a word',
      withLine(text, 20, (line) => line.replace(/,2\.5$/, ',calm')),
      /^sample\.txt:20:6 {2}wind_speed: "calm" is not a number$/,
    ],
    [
      'no value',
      withLine(text, 20, (line) => line.replace(/,2\.5$/, ',')),
      /^sample\.txt:20:6 {2}wind_speed: is missing; --missing fill would fill it$/,
    ],
    [
      'less than nothing',
      withLine(text, 20, (line) => line.replace(/,[\d.]+,2\.5$/, ',-300,2.5')),
      /^sample\.txt:20:5 {2}temp_air: -300 is not -90 to 70 degC/,
    ],
    [
      'EPW code for missing',
      withLine(epw(year), 20, (line) => line.replace(',2.5,', ',999,')),
      /^sample\.txt:20:22 {2}wind speed: is missing/,
    ],
    [
      'a hole',
      withLine(text, 20, () => undefined),
      /^sample\.txt:20 {2}an hour is missing before it: a gap, or a clock put forward/,
    ],
    [
      'a row twice',
      withLine(text, 20, (line) => `${line}\n${line}`),
      /^sample\.txt:21 {2}has the time of the row before: repeated, or a clock put back/,
    ],
    [
      'a day that is none',
      text.replace('2021-02-28T05', '2021-02-30T05'),
      /^sample\.txt:\d+ {2}day 30 is not in month 2$/,
    ],
    [
      'a column that is missing',
      text.replace('wind_speed', 'windy'),
      /^sample\.txt:5 {2}(unknown column "windy"; did you mean "wind_speed"|column "wind_speed" is missing)/,
    ],
    [
      'a slip in a name',
      text.replace('temp_air', 'temp_iar'),
      /^sample\.txt:5 {2}unknown column "temp_iar"; did you mean "temp_air"\?$/,
    ],
    [
      'a place that is none',
      text.replace('latitude: 45', 'latitude: 450'),
      /latitude "450" is not -90 to 90 deg/,
    ],
    [
      'light from the wrong side of the earth',
      text.replace('longitude: 8', 'longitude: 170'),
      /W\/m2 fall outside the air: wrong place, zone or time\?$/,
    ],
    ['JSON cut off', pvgisJson(year).slice(0, 1000), /^sample\.txt {2}is not whole JSON/],
  ];
  test.each(cases)('%s', (_, broken, line) => {
    let found: unknown;
    try {
      read(broken);
    } catch (error) {
      found = error;
    }
    expect(found).toBeInstanceOf(DataError);
    expect((found as DataError).message).toMatch(line);
  });
});

test('a file shifted by half an hour or an hour says so', () => {
  const shifted = (timeShift: number) => read(namedCsv(year), { timeShift }).notes[0]?.text;
  expect(shifted(30)).toMatch(/30 min earlier: check the zone, or use --time-shift -30$/);
  expect(shifted(-60)).toMatch(/1 h later: check the zone, or use --time-shift 60$/);
  expect(shifted(0)).toBeUndefined();
});

test('light that cannot be is refused, or filled as a hole', () => {
  const dawn = 5 + 24 * 180 + 5;
  const flash = withLine(namedCsv(year), dawn, (line) => line.replace(/:00,\d+/, ':00,1600'));
  expect(() => read(flash)).toThrow(/^sample\.txt:4330:2 {2}ghi: 1600 W\/m2, where \d+ W\/m2 fall/);
  const filled = read(flash, { missing: 'fill' });
  const i = dawn - 6;
  expect(filled.ghi[i]).toBeCloseTo((year[i - 24]!.ghi + year[i + 24]!.ghi) / 2, 9);
  expect(filled.notes[0]).toMatchObject({ line: dawn, column: 'ghi' });
  // A file from the other side of the earth is not filled up.
  const far = namedCsv(year).replace('longitude: 8', 'longitude: 170');
  expect(() => read(far, { missing: 'fill' })).toThrow('wrong place, zone or time?');
});

test('holes are filled from around them when that is asked for, and told', () => {
  const noon = 5 + 24 * 180 + 13;
  const cloudy = withLine(namedCsv(year), noon, (line) => line.replace(/:00,\d+,\d+/, ':00,,'));
  const filled = read(cloudy, { missing: 'fill' });
  const i = noon - 6;
  expect(filled.ghi[i]).toBeCloseTo((year[i - 24]!.ghi + year[i + 24]!.ghi) / 2, 9);
  expect(filled.notes).toEqual([
    { line: noon, column: 'ghi', text: 'one value was missing or impossible, and filled' },
    { line: noon, column: 'dni', text: 'one value was missing or impossible, and filled' },
  ]);
  const calm = withLine(namedCsv(year), 20, (line) => line.replace(/,2\.5$/, ','));
  expect(read(calm, { missing: 'fill' }).windSpeed[14]).toBe(2.5);
});

test('of light that is not given, the rest or a model tells', () => {
  const without = (...columns: number[]) =>
    namedCsv(year)
      .split('\n')
      .map((line) =>
        line.startsWith('#')
          ? line
          : line
              .split(',')
              .filter((_, k) => !columns.includes(k))
              .join(','),
      )
      .join('\n');
  const whole = read(namedCsv(year));
  const noDhi = read(without(3));
  const noDni = read(without(2));
  expect(sum(noDhi.dhi) / sum(whole.dhi)).toBeCloseTo(1, 1);
  expect(sum(noDni.dni) / sum(whole.dni)).toBeCloseTo(1, 1);
  const split = read(without(2, 3));
  expect(split.notes[0]!.text).toContain("Erbs' model");
  expect(Math.abs(closureRms(split))).toBeLessThan(1);
});

/** What can happen to a file: `at` is a share of its length. */
type Mutation =
  | { readonly kind: 'cut'; readonly at: number }
  | { readonly kind: 'digit'; readonly at: number; readonly what: string }
  | { readonly kind: 'put'; readonly at: number; readonly what: string }
  | { readonly kind: 'drop'; readonly at: number; readonly length: number };

const at = fc.double({ min: 0, max: 1, noNaN: true });
const mutation: fc.Arbitrary<Mutation> = fc.oneof(
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('cut' as const), at }) },
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('digit' as const),
      at,
      what: fc.constantFrom(...'0123456789'),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('put' as const),
      at,
      what: fc.oneof(
        fc.string({ maxLength: 6 }),
        fc.constantFrom('-9999', 'NaN', '1e999', '\n', ',', '"', '-', '0'),
      ),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('drop' as const),
      at,
      length: fc.integer({ min: 1, max: 40 }),
    }),
  },
);

function mutated(text: string, change: Mutation): string {
  const place = Math.floor(change.at * text.length);
  const [before, after] = [text.slice(0, place), text.slice(place)];
  if (change.kind === 'cut') return before;
  if (change.kind === 'digit') return before + after.replace(/\d/, change.what);
  if (change.kind === 'drop') return before + after.slice(change.length);
  return before + change.what + after.slice(change.what.length);
}

test('a value over several lines, as between quotes, is told of in one', () => {
  const lines = namedCsv(sampleHours(1, Date.UTC(2021, 5, 1))).split('\n');
  lines[9] = lines[9]!.replace(/,([^,]*)$/, ',"$1');
  lines[10] += '"';
  expect(() => read(lines.join('\n'))).toThrow(/^[^\n]* is not a number[^\n]*$/);
});

test('10,000 mutated files are read without a hole, or refused in one line', () => {
  // Hours of plain CSV are weather; hours of a format of whole years are refused when all else is read.
  const short = sampleHours(1, Date.UTC(2021, 5, 1)).slice(6, 18);
  const texts = Object.values(writers).map((write) => write(short));
  const outcomes = { read: 0, partOfYear: 0, refused: 0 };
  fc.assert(
    fc.property(
      fc.constantFrom(namedCsv(short), ...texts),
      fc.array(mutation, { minLength: 1, maxLength: 3 }),
      fc.constantFrom('refuse' as const, 'fill' as const),
      (text, changes, missing) => {
        try {
          const { ghi, dni, dhi, airTemperature, windSpeed, middle } = read(
            changes.reduce(mutated, text),
            { missing },
          );
          outcomes.read++;
          for (const values of [ghi, dni, dhi, airTemperature, windSpeed, middle]) {
            expect(values.every(Number.isFinite)).toBe(true);
          }
        } catch (error) {
          if (!(error instanceof DataError)) throw error;
          expect(error.message).toMatch(/^sample\.txt(:\d+)* {2}\S/);
          expect(error.message).not.toContain('\n');
          if (error.message.includes('not a year') || error.message.includes('a whole year has')) {
            outcomes.partOfYear++;
          } else outcomes.refused++;
        }
      },
    ),
    { numRuns: 10_000 },
  );
  // All three ways are taken often enough to say something.
  expect(Math.min(outcomes.read, outcomes.partOfYear, outcomes.refused)).toBeGreaterThan(300);
});
