import Papa from 'papaparse';
import { DataError } from '../../light/dataError.ts';
import { solarZone } from '../sun/solarZone.ts';
import { numbersOfPlace } from './placeHead.ts';
import { readRows, stampOf, type TextRow } from './rowReader.ts';
import type { ColumnRule, Quantity, WeatherTable } from './weatherTable.ts';

/** Columns of PVGIS' typical years; pressure in Pa. */
const columns: readonly { quantity: Quantity; name: string; optional?: true }[] = [
  { quantity: 'ghi', name: 'G(h)' },
  { quantity: 'dni', name: 'Gb(n)' },
  { quantity: 'dhi', name: 'Gd(h)' },
  { quantity: 'airTemperature', name: 'T2m' },
  { quantity: 'windSpeed', name: 'WS10m' },
  { quantity: 'pressure', name: 'SP', optional: true },
  { quantity: 'relativeHumidity', name: 'RH', optional: true },
];
const timeColumn = 'time(UTC)';
const timeForm = /^(\d{4})(\d{2})(\d{2}):(\d{2})(\d{2})$/;

/**
 * Reads a typical year of PVGIS as CSV (with or without its head) or JSON. Stamps are in UTC; the
 * light is that of an instant, later than the stamp by the head's 'Irradiance Time Offset'.
 *
 * @see European Commission, Joint Research Centre, PVGIS user manual, "TMY generator"
 */
export function parsePvgis(text: string, file: string): WeatherTable {
  return text.trimStart().startsWith('{') ? parseJson(text, file) : parseCsv(text, file);
}

function parseCsv(text: string, file: string): WeatherTable {
  const { data } = Papa.parse<string[]>(text, { skipEmptyLines: false });
  const at = data.findIndex((cells) => cells[0]?.trim() === timeColumn);
  if (at < 0) throw new DataError(`a line that begins with ${timeColumn} is missing`, { file });
  const head = data.slice(0, at).map((cells) => cells.join(','));
  const value = (key: string) =>
    head
      .find((line) => line.toLowerCase().startsWith(key))
      ?.split(':')[1]
      ?.trim();
  const rows: TextRow[] = [];
  // The table ends at the first line that does not begin with a stamp: a legend follows.
  for (let i = at + 1; i < data.length && /^\d/.test(data[i]![0]!.trim()); i++) {
    rows.push({ line: i + 1, cells: data[i]! });
  }
  const names = data[at]!.map((name) => name.trim());
  return table(names, rows, file, at + 1, {
    latitude: value('latitude'),
    longitude: value('longitude'),
    altitude: value('elevation'),
    offset: value('irradiance time offset'),
  });
}

function parseJson(text: string, file: string): WeatherTable {
  let document: unknown;
  try {
    document = JSON.parse(text);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new DataError(`is not whole JSON: ${why.split('\n')[0]!.slice(0, 100)}`, { file });
  }
  const member = (from: unknown, ...path: string[]): unknown =>
    path.reduce<unknown>(
      (value, key) =>
        typeof value === 'object' && value !== null
          ? (value as Record<string, unknown>)[key]
          : undefined,
      from,
    );
  const hours: unknown = member(document, 'outputs', 'tmy_hourly');
  if (!Array.isArray(hours) || hours.length === 0) {
    throw new DataError('outputs.tmy_hourly, the hours of a typical year, is missing', { file });
  }
  const place = (key: string) => {
    const value = member(document, 'inputs', 'location', key);
    return value === undefined ? undefined : String(value);
  };
  const names = Object.keys(Object(hours[0]));
  const rows = hours.map(
    (hour, i): TextRow => ({
      line: i + 1,
      cells: names.map((name) => String(member(hour, name) ?? '')),
    }),
  );
  return table(names, rows, file, 1, {
    latitude: place('latitude'),
    longitude: place('longitude'),
    altitude: place('elevation'),
    offset: place('irradiance_time_offset'),
  });
}

/** The head as texts. */
interface PvgisHead {
  readonly latitude: string | undefined;
  readonly longitude: string | undefined;
  readonly altitude: string | undefined;
  /** h. */
  readonly offset: string | undefined;
}

function table(
  names: readonly string[],
  rows: readonly TextRow[],
  file: string,
  line: number,
  { offset, ...place }: PvgisHead,
): WeatherTable {
  const timeAt = names.indexOf(timeColumn);
  if (timeAt < 0) throw new DataError(`column "${timeColumn}" is missing`, { file, line });
  const rules = columns.flatMap(({ quantity, name, optional }): ColumnRule[] => {
    const at = names.indexOf(name);
    if (at >= 0) return [{ quantity, name, at }];
    if (optional) return [];
    throw new DataError(`column "${name}" is missing`, { file, line });
  });
  const hours = offset === undefined ? 0 : Number(offset);
  if (!(Math.abs(hours) <= 1)) {
    throw new DataError(`irradiance time offset "${offset}" is not -1 to 1 h`, { file, line });
  }
  const stamp = ({ cells }: TextRow) => {
    const time = timeForm.exec(cells[timeAt]!.trim());
    if (!time) return `time "${cells[timeAt]}" is not YYYYMMDD:HHMM`;
    const [year, month, day, hour, minute] = time.slice(1).map(Number);
    return stampOf(year!, month!, day!, 60 * hour! + minute!);
  };
  const numbers = numbersOfPlace(place, file, line);
  // The place's own zone is not in the file: that of its longitude, for months and print.
  const zone = numbers.longitude === undefined ? {} : { timeZone: solarZone(numbers.longitude) };
  return {
    format: 'pvgis',
    place: { ...numbers, ...zone },
    stampIs: 'middle',
    stampZone: 0,
    offset: 60 * hours,
    ...readRows(rows, rules, stamp, file, names.length),
  };
}
