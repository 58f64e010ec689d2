import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { parseWeather, type WeatherOptions } from '../../../src/energy/weather/parseWeather.ts';
import { DataError } from '../../../src/light/dataError.ts';
import { decodeText } from '../../../src/light/decodeText.ts';
import { runCommand } from '../../cli/runCommand.ts';
import {
  epw,
  namedCsv,
  psm,
  pvgis,
  pvgisJson,
  type SampleHour,
  sampleHours,
  tm2,
  tmy3,
} from './samples.ts';

// What happens to downloaded files, in each format: every one gives one line that says where, and
// no value is taken for zero that is none.

const writers = { csv: namedCsv, psm, epw, tmy3, tm2, pvgis, pvgisJson };
const formats = Object.entries(writers);
const days = sampleHours(3, Date.UTC(2021, 5, 1));
const year = sampleHours(365);
const read = (text: string, options: WeatherOptions = {}) =>
  parseWeather(text, { name: 'sample', file: 'sample.txt' }, options);

/** The one line that refuses a text. */
function refusal(text: string, options: WeatherOptions = {}): string {
  try {
    read(text, options);
  } catch (error) {
    if (!(error instanceof DataError)) throw error;
    expect(error.message).toMatch(/^sample\.txt(:\d+){0,2} {2}\S[^\n]*$/);
    return error.message;
  }
  throw new Error('it was read');
}

/** Light an hour late. */
const late = year.map((hour, i): SampleHour => {
  const { ghi, dni, dhi } = year[Math.max(0, i - 1)]!;
  return { ...hour, ghi, dni, dhi };
});
/** Noon of the second day: its place in the sample. */
const noon = 36;
/** What each format writes for no value; the others leave the place empty. */
const missing: Readonly<Record<string, number>> = { psm: -9999, epw: 9999, tmy3: -9900, tm2: 9999 };

describe.each(formats)('%s', (format, write) => {
  const whole = write(days);

  test('truncated within a row, or after one', () => {
    const half = whole.slice(0, Math.floor(whole.length * 0.61) + 3);
    expect(refusal(half)).toMatch(/cut off|not whole JSON|hours, a whole year|is missing|is not/);
    const cut = write(year.slice(0, 5000));
    if (format === 'csv') expect(read(cut).notes[0]!.text).toBe('holds 5000 hours, not a year');
    else expect(refusal(cut)).toMatch(/holds 5000 hours, a whole year has 8760/);
  });

  test('mis-encoded: sixteen bits without a mark, and letters of another code page', () => {
    const wide = new Uint8Array(new Uint16Array(Array.from(whole, (c) => c.charCodeAt(0))).buffer);
    expect(refusal(decodeText(wide))).toBe(
      'sample.txt  holds zero bytes: is it text in UTF-16 without its mark, or no text at all?',
    );
    const marked = Uint8Array.of(0xff, 0xfe, ...wide);
    const plain = (text: string) => {
      try {
        return [...read(text).ghi];
      } catch (error) {
        return String(error);
      }
    };
    expect(plain(decodeText(marked))).toEqual(plain(whole));
    // Figures of another script are no numbers.
    const arabic = whole.replace(/2021(.?)06(.?)02/, '٢٠٢١$106$202');
    if (arabic !== whole) expect(refusal(arabic)).toMatch(/year|time|date/);
  });

  test('of another separator: read alike, or refused', () => {
    const values = (text: string) => {
      const { ghi, dhi, airTemperature } = read(text);
      return { ghi, dhi, airTemperature };
    };
    if (format !== 'tm2') {
      const changed = write(year).replaceAll(',', ';');
      if (format === 'pvgisJson') expect(refusal(changed)).toMatch(/is not whole JSON/);
      else expect(values(changed)).toEqual(values(write(year)));
      for (const separator of [' ', ':', '']) refusal(whole.replaceAll(',', separator));
    }
    if (format === 'tm2') expect(refusal(whole.replace(/A7/g, ' A7'))).toMatch(/is not/);
  });

  test('with a row of another year', () => {
    const rows = whole.split(format === 'pvgisJson' ? /(?=\{"time)/ : /(?<=\n)/);
    const first = rows.findIndex((row) => /(2021|^ 62)/.test(row) && !/LOCATION/.test(row));
    const changed = rows
      .map((row, i) =>
        i === first + noon ? row.replace(/2021|^ 62/, (y) => (y === ' 62' ? ' 63' : '2019')) : row,
      )
      .join('');
    expect(changed).not.toBe(whole);
    expect(refusal(changed)).toMatch(/is of (2019|1963), the row before of (2021|1962)/);
    const far = whole.replaceAll('2021', '1021');
    if (far !== whole) expect(refusal(far)).toMatch(/year 1021 is not 1900 to 2200/);
  });

  test('shifted by an hour', () => {
    const shifted = year.map((hour, i) => {
      const { ghi, dni, dhi } = year[Math.max(0, i - 1)]!;
      return { ...hour, ghi, dni, dhi };
    });
    expect(
      read(write(shifted))
        .notes.map(({ text }) => text)
        .join(),
    ).toMatch(
      /light closes to \d+\.\d W\/m2, but to \d\.\d with times 1 h earlier: check the zone/,
    );
  });

  test('half empty: no light in half of its rows is not no sun', () => {
    const ghi = missing[format] ?? Number.NaN;
    const holed = (hours: readonly SampleHour[], isHole: (i: number) => boolean) =>
      write(hours.map((hour, i) => (isHole(i) ? { ...hour, ghi } : hour))).replaceAll('NaN', '');
    expect(refusal(holed(days, (i) => i >= noon))).toMatch(
      /^sample\.txt:\d+:\d+ {2}\S.* is missing; --missing fill/,
    );
    // Half a year cannot be filled from days around; every other hour of a day has them.
    const half = holed(year, (i) => i >= 4380);
    expect(refusal(half, { missing: 'fill' })).toMatch(
      /so on too many days around it to be filled/,
    );
    const alternate = read(
      holed(year, (i) => i % 2 === 1 && i % 48 > 24),
      { missing: 'fill' },
    );
    expect(
      alternate.notes.some(({ text }) => /\d+ values were missing or .* filled/.test(text)),
    ).toBe(true);
    const sum = (values: Float64Array) => values.reduce((a, b) => a + b, 0);
    const known = sum(Float64Array.from(year, (hour) => hour.ghi));
    expect(Math.abs(sum(alternate.ghi) / known - 1)).toBeLessThan(1e-3);
  });
});

describe('at the terminal', () => {
  const folder = mkdtempSync(join(tmpdir(), 'solarcell-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const irradiance = (content: string | Uint8Array) => {
    const file = join(folder, 'year.epw');
    writeFileSync(file, content);
    return runCommand('irradiance', file).then((ending) => ({
      ...ending,
      stderr: ending.stderr.replaceAll(`${folder}/`, ''),
    }));
  };
  const text = epw(year);
  const rows = text.split('\n');

  test.each([
    [
      'truncated',
      [...rows.slice(0, 3000), rows[3000]!.slice(0, 50)].join('\n'),
      /^year\.epw:\d+ {2}\d+ values where \d+ are needed/,
    ],
    ['half', rows.slice(0, 4008).join('\n'), /^year\.epw:4008 {2}holds 4000 hours, a whole year/],
    ['mis-encoded', Buffer.from(text, 'utf16le'), /^year\.epw {2}holds zero bytes/],
    ['of another separator', text.replaceAll(',', '|'), /^year\.epw:1 {2}\S/],
    [
      'with commas for points',
      text.replaceAll(',2.5,', ',2,5,'),
      /^year\.epw:9 {2}36 values where 35 belong: a comma for a decimal point\?\n$/,
    ],
    [
      'of another year',
      rows.with(4000, rows[4000]!.replace('2021', '1996')).join('\n'),
      /^year\.epw:4001 {2}is of 1996, the row before of 2021: years change with the month\n$/,
    ],
    [
      'half empty',
      rows.map((row, i) => (i > 3000 ? row.replace(/,2\.5,/, ',,') : row)).join('\n'),
      /^year\.epw:3002:22 {2}wind speed: is missing; --missing fill would fill it\n$/,
    ],
  ])('a file that is %s gives one line', async (_, content, line) => {
    const { exitCode, stdout, stderr } = await irradiance(content);
    expect(stderr).toMatch(/^solarcell: [^\n]*\n$/);
    expect(stderr.replace('solarcell: ', '')).toMatch(line);
    expect([exitCode, stdout]).toEqual([2, '']);
  });

  test('a file whose light is an hour late is read, and says so', async () => {
    const { exitCode, stderr } = await irradiance(epw(late));
    expect(exitCode).toBe(0);
    expect(stderr).toMatch(
      /^year\.epw {2}light closes to .* with times 1 h earlier: check the zone, or use --time-shift -60\n$/,
    );
  });
});
