import { DataError } from '../../light/dataError.ts';
import { type Decomposition, decompositions, splitLight } from '../sky/splitLight.ts';
import { dayOfYear, extraterrestrial } from '../sun/extraterrestrial.ts';
import { solarZone } from '../sun/solarZone.ts';
import { sunPosition } from '../sun/sunPosition.ts';
import { betterShift } from './closure.ts';
import { fillColumns, type MissingRule } from './fillColumns.ts';
import { parseEpw } from './parseEpw.ts';
import { parseNamedCsv } from './parseNamedCsv.ts';
import { parsePsm } from './parsePsm.ts';
import { parsePvgis } from './parsePvgis.ts';
import { parseTm2 } from './parseTm2.ts';
import { parseTmy3 } from './parseTmy3.ts';
import { type FileFormat, recogniseWeather } from './recogniseWeather.ts';
import { refusePartOfYear, type StampTimes, stampTimes } from './stampTimes.ts';
import type { Place, Weather, WeatherNote } from './weather.ts';
import type { WeatherColumn, WeatherTable } from './weatherTable.ts';

/** Choices of `parseWeather`. */
export interface WeatherOptions {
  /** Recognised from the content when left out. */
  readonly format?: FileFormat;
  /** What is done about missing and impossible values; `refuse` when left out. */
  readonly missing?: MissingRule;
  /** Added to every time, min. */
  readonly timeShift?: number;
  /** All rows are put into this year; typical years into 1990 when left out. */
  readonly year?: number;
  /**
   * Beam and diffuse light from global light alone, also where the file has them; Erbs' model where
   * it has none and this is left out.
   */
  readonly decomposition?: Decomposition;
  /** Goes before what the file says; needed where it says nothing. */
  readonly place?: Partial<Place>;
}

/** Readers by format. */
const readers: Readonly<Record<FileFormat, (text: string, file: string) => WeatherTable>> = {
  tmy3: parseTmy3,
  tm2: parseTm2,
  epw: parseEpw,
  pvgis: parsePvgis,
  psm: parsePsm,
  csv: parseNamedCsv,
};

/** Global light may exceed what falls outside the air by this share and W/m2: clouds mirror. */
const brightest = { share: 1.3, offset: 100 };
/** More of the hours than this share are no slips of a meter, but a wrong place or time. */
const mostBright = 0.005;
const radian = Math.PI / 180;

/**
 * Reads a weather file: EPW, TMY3, TM2, PVGIS (CSV and JSON), NSRDB PSM or a CSV file with named
 * columns.
 *
 * Times follow the convention of each format (the end of the hour, its middle, UTC), and are
 * checked: a note tells when beam, diffuse and global light would agree clearly better at another
 * time.
 *
 * @param text of the file
 * @param source name of the weather and file name for messages
 * @param options choices
 * @returns weather without holes
 * @throws DataError with line and column of what is wrong
 * @example parseWeather(text, { name: 'home', file: 'home.epw' }).place.latitude
 */
export function parseWeather(
  text: string,
  source: { readonly name: string; readonly file: string },
  options: WeatherOptions = {},
): Weather {
  const { file, name } = source;
  const plain = text.replace(/^\uFEFF/, '');
  const format = options.format ?? recogniseWeather(plain, file);
  const whole = readers[format](plain, file);
  const table = options.decomposition === undefined ? whole : withoutSplit(whole);
  const place = wholePlace({ ...table.place, ...options.place }, file);
  const times = stampTimes(table, table.stampZone ?? place.timeZone, file, options);
  const rule = options.missing ?? 'refuse';
  const read = fillColumns(table, times.interval, rule, file);
  const bright = tooBright(read.values.ghi!, times, place);
  const dimmed = bright.length === 0 ? table : withoutLight(table, bright, rule, file);
  const filled = dimmed === table ? read : fillColumns(dimmed, times.interval, rule, file);
  const { ghi, airTemperature, windSpeed, dni, dhi, ...rest } = filled.values;
  const notes: WeatherNote[] = [...times.notes, ...filled.notes];
  const light = wholeLight(ghi!, dni, dhi, times.middle, place, notes, options, rest.dewPoint);
  const weather = { place, middle: times.middle, ...light };
  refusePartOfYear(table, times.interval, file);
  if (dni !== undefined && dhi !== undefined) {
    const better = betterShift(weather);
    if (better !== undefined) notes.push(shiftNote(better));
  }
  const local = place.timeZone * 3_600_000;
  return {
    name,
    format,
    place,
    interval: times.interval,
    start: times.start,
    middle: times.middle,
    month: Uint8Array.from(times.middle, (t) => new Date(t + local).getUTCMonth() + 1),
    ...light,
    airTemperature: airTemperature!,
    windSpeed: windSpeed!,
    ...rest,
    notes,
  };
}

/** A model that is asked for goes before beam and diffuse light of the file, and before holes in them. */
function withoutSplit(table: WeatherTable): WeatherTable {
  const { dni: _, dhi: __, ...columns } = table.columns;
  return { ...table, columns };
}

function wholePlace(place: Partial<Place>, file: string): Place {
  const { latitude, longitude } = place;
  if (latitude === undefined || longitude === undefined) {
    throw new DataError('holds no place: give --latitude and --longitude', { file });
  }
  const timeZone = place.timeZone ?? solarZone(longitude);
  return { ...place, latitude, longitude, altitude: place.altitude ?? 0, timeZone };
}

/** Light in three parts: of those that are missing, what the others or a model say. */
function wholeLight(
  ghi: Float64Array,
  dni: Float64Array | undefined,
  dhi: Float64Array | undefined,
  middle: Float64Array,
  place: Place,
  notes: WeatherNote[],
  options: WeatherOptions,
  dewPoint: Float64Array | undefined,
): Pick<Weather, 'ghi' | 'dni' | 'dhi'> {
  if (dni !== undefined && dhi !== undefined) return { ghi, dni, dhi };
  const { zenith } = sunPosition(middle, place);
  const cosine = zenith.map((angle) => Math.max(Math.cos(radian * angle), 0));
  if (dni !== undefined) {
    notes.push({ text: 'diffuse light is what global light leaves after the beam' });
    return { ghi, dni, dhi: ghi.map((g, i) => Math.max(0, g - dni[i]! * cosine[i]!)) };
  }
  if (dhi !== undefined) {
    notes.push({ text: 'beam light is what global light leaves after the diffuse' });
    const beam = (g: number, i: number) =>
      cosine[i]! > lowSun ? Math.max(0, g - dhi[i]!) / cosine[i]! : 0;
    return { ghi, dni: ghi.map(beam), dhi };
  }
  const model = options.decomposition ?? 'erbs';
  const name = decompositions[model];
  notes.push({ text: `beam and diffuse light are split from global light by ${name} model` });
  return { ghi, ...splitLight(model, { ghi, zenith, time: middle, dewPoint }, place.altitude) };
}

/** With the sun lower than 3 deg a beam cannot be told from what is left. */
const lowSun = Math.cos(radian * 87);

/** An hour with more light than clouds could mirror, and what falls outside the air in it, W/m2. */
interface BrightHour {
  readonly row: number;
  readonly outside: number;
}

/** Hours with more light than clouds could mirror: a fault of the file, of its place or its time. */
function tooBright(
  ghi: Float64Array,
  { middle, interval }: StampTimes,
  place: Place,
): BrightHour[] {
  const zenithAt = (times: ArrayLike<number>) => sunPosition(times, place).zenith;
  const zenith = zenithAt(middle);
  const outsideOf = (i: number, angle: number) =>
    extraterrestrial(dayOfYear(middle[i]!)) * Math.max(Math.cos(radian * angle), 0);
  const isBright = (value: number, outside: number) =>
    value > brightest.share * outside + brightest.offset;
  const found: BrightHour[] = [];
  for (let row = 0; row < ghi.length; row++) {
    if (!isBright(ghi[row]!, outsideOf(row, zenith[row]!))) continue;
    // Within the interval the sun may stand higher than in its middle.
    const half = interval * 500;
    const ends = zenithAt([middle[row]! - half, middle[row]! + half]);
    const outside = outsideOf(row, Math.min(zenith[row]!, ...ends));
    if (isBright(ghi[row]!, outside)) found.push({ row, outside });
  }
  return found;
}

/**
 * The table without the light of hours that are too bright, for those to be filled.
 *
 * @throws DataError where they are not to be filled, or are so many that the place or the time is wrong
 */
function withoutLight(
  table: WeatherTable,
  bright: readonly BrightHour[],
  rule: MissingRule,
  file: string,
): WeatherTable {
  const { ghi, dni, dhi } = table.columns;
  if (rule === 'refuse' || bright.length > mostBright * table.line.length) {
    const { row, outside } = bright[0]!;
    const text = `${ghi!.name}: ${ghi!.values[row]} W/m2, where ${Math.round(outside)} W/m2 fall outside the air: wrong place, zone or time?`;
    throw new DataError(text, { file, line: table.line[row]!, column: ghi!.number });
  }
  const without = (column: WeatherColumn): WeatherColumn => {
    const values = Float64Array.from(column.values);
    for (const { row } of bright) values[row] = Number.NaN;
    return { ...column, values };
  };
  return {
    ...table,
    columns: {
      ...table.columns,
      ghi: without(ghi!),
      ...(dni === undefined ? {} : { dni: without(dni) }),
      ...(dhi === undefined ? {} : { dhi: without(dhi) }),
    },
  };
}

function shiftNote(better: NonNullable<ReturnType<typeof betterShift>>): WeatherNote {
  const { shift, now, shifted } = better;
  const size = Math.abs(shift);
  const length = size % 60 === 0 ? `${size / 60} h` : `${size} min`;
  return {
    text:
      `light closes to ${now.rms.toFixed(1)} W/m2, but to ${shifted.rms.toFixed(1)} with times ` +
      `${length} ${shift > 0 ? 'later' : 'earlier'}: check the zone, or use --time-shift ${shift}`,
  };
}
