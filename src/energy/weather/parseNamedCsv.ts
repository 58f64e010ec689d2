import { didYouMean } from '../../cell/nearest.ts';
import { csvRows } from '../../light/csvRows.ts';
import { DataError } from '../../light/dataError.ts';
import { numbersOfPlace } from './placeHead.ts';
import { readRows, stampOf, type TextRow } from './rowReader.ts';
import type { ColumnRule, Quantity, StampPlace, WeatherTable } from './weatherTable.ts';

/** Names that a column may have, and the factor to our unit. */
const columnNames: Readonly<Record<string, { quantity: Quantity; factor?: number }>> = {
  ghi: { quantity: 'ghi' },
  ghi_W_m2: { quantity: 'ghi' },
  dni: { quantity: 'dni' },
  dni_W_m2: { quantity: 'dni' },
  dhi: { quantity: 'dhi' },
  dhi_W_m2: { quantity: 'dhi' },
  temp_air: { quantity: 'airTemperature' },
  temp_air_C: { quantity: 'airTemperature' },
  air_temperature: { quantity: 'airTemperature' },
  air_temperature_C: { quantity: 'airTemperature' },
  wind_speed: { quantity: 'windSpeed' },
  wind_speed_m_s: { quantity: 'windSpeed' },
  pressure: { quantity: 'pressure' },
  pressure_Pa: { quantity: 'pressure' },
  pressure_hPa: { quantity: 'pressure', factor: 100 },
  pressure_mbar: { quantity: 'pressure', factor: 100 },
  albedo: { quantity: 'albedo' },
  precipitable_water: { quantity: 'precipitableWater' },
  precipitable_water_cm: { quantity: 'precipitableWater' },
  dew_point: { quantity: 'dewPoint' },
  dew_point_C: { quantity: 'dewPoint' },
  relative_humidity: { quantity: 'relativeHumidity' },
  relative_humidity_pct: { quantity: 'relativeHumidity' },
};
/** Names that the column of the stamps may have. */
export const timeNames: readonly string[] = ['time', 'timestamp', 'datetime', 'date_time'];
const needed: readonly [Quantity, string][] = [
  ['ghi', 'ghi'],
  ['airTemperature', 'temp_air'],
  ['windSpeed', 'wind_speed'],
];
/** Comment lines that describe the place: `# latitude: 36.1`. */
const remark = /^[ \t]*#[ \t]*([a-z_]+)[ \t]*[:=][ \t]*(.+?)[ \t]*$/gim;
const stampPlaces: readonly StampPlace[] = ['start', 'middle', 'end'];
const timeForm =
  /^(\d{4})-(\d{2})-(\d{2})[T ](\d{1,2}):(\d{2})(?::00(?:\.0+)?)?\s*(Z|[+-]\d{2}:?\d{2})?$/;

/**
 * Reads a CSV file with named columns: time, ghi, temp_air, wind_speed, and where known dni, dhi,
 * albedo, pressure, precipitable_water, dew_point, relative_humidity; a unit may follow the name
 * (ghi_W_m2). Comment lines may give latitude, longitude, altitude, time_zone, name and what the
 * stamps are: `# stamp: start` (when left out), `middle` or `end` of the interval. Stamps are
 * `2026-06-21T12:30`, in standard time of the place where they name no zone of their own.
 *
 * @param text comma, semicolon or tab separated
 */
export function parseNamedCsv(text: string, file: string): WeatherTable {
  const fail = (line: number, message: string): never => {
    throw new DataError(message, { file, line });
  };
  const remarks = new Map<string, string>();
  for (const [, key, value] of text.matchAll(remark)) remarks.set(key!.toLowerCase(), value!);
  const [head, ...body] = csvRows(text);
  if (head === undefined) return fail(1, 'is empty');
  const timeAt = head.cells.findIndex((name) => timeNames.includes(name.toLowerCase()));
  const known = Object.keys(columnNames);
  if (timeAt < 0) {
    // A quotation mark that is never closed makes one cell of the whole file: its first line is enough.
    const found = head.cells.slice(0, 8).map((name) => name.split(/[\r\n]/, 1)[0]!.slice(0, 80));
    return fail(head.line, `column "time" is missing; found ${found.join(', ')}`);
  }
  const rules = head.cells.flatMap((name, at): ColumnRule[] => {
    const wanted = [name, name.toLowerCase()].find((one) => Object.hasOwn(columnNames, one));
    const rule = wanted === undefined ? undefined : columnNames[wanted];
    if (rule !== undefined) return [{ name, at, ...rule }];
    if (at === timeAt) return [];
    const hint = didYouMean(name, known);
    // A name near to one that is known is a slip; anything else is somebody's own column.
    return hint === '' ? [] : fail(head.line, `unknown column "${name}"${hint}`);
  });
  for (const [quantity, name] of needed) {
    if (!rules.some((rule) => rule.quantity === quantity))
      fail(head.line, `column "${name}" is missing`);
  }
  const stampIs = (remarks.get('stamp') ?? 'start') as StampPlace;
  if (!stampPlaces.includes(stampIs))
    fail(1, `stamp "${stampIs}" is not ${stampPlaces.join(', ')}`);
  const zones = new Set<number | undefined>();
  const width = head.cells.length;
  const table = readRows(body, rules, (row) => stamp(row, timeAt, zones), file, width);
  if (zones.size > 1)
    fail(head.line, 'stamps of several zones; summer time is not supported: give all in one');
  const [stampZone] = zones;
  const name = remarks.get('name');
  return {
    format: 'csv',
    place: {
      ...(name === undefined ? {} : { name }),
      ...numbersOfPlace(
        {
          latitude: remarks.get('latitude'),
          longitude: remarks.get('longitude'),
          altitude: remarks.get('altitude'),
          timeZone: remarks.get('time_zone'),
        },
        file,
        1,
      ),
    },
    stampIs,
    ...(stampZone === undefined ? {} : { stampZone }),
    ...table,
  };
}

function stamp({ cells }: TextRow, at: number, zones: Set<number | undefined>) {
  const time = timeForm.exec(cells[at]!);
  if (!time) return `time "${cells[at]}" is not 2026-06-21T12:30`;
  const zone = time[6];
  zones.add(zone === undefined ? undefined : hoursOf(zone));
  const [year, month, day, hour, minute] = time.slice(1, 6).map(Number);
  return stampOf(year!, month!, day!, 60 * hour! + minute!);
}

function hoursOf(zone: string): number {
  if (zone === 'Z') return 0;
  const digits = zone.replace(':', '');
  const size = Number(digits.slice(1, 3)) + Number(digits.slice(3, 5)) / 60;
  return digits.startsWith('-') ? -size : size;
}
