import Papa from 'papaparse';
import { DataError } from '../../light/dataError.ts';
import { numbersOfPlace } from './placeHead.ts';
import { readRows, stampNumber, stampOf, type TextRow } from './rowReader.ts';
import type { ColumnRule, Quantity, WeatherTable } from './weatherTable.ts';

/** Columns of the National Solar Radiation Database; pressure in mbar, water in cm. */
const columns: readonly { quantity: Quantity; name: string; factor?: number; optional?: true }[] = [
  { quantity: 'ghi', name: 'ghi' },
  { quantity: 'dni', name: 'dni' },
  { quantity: 'dhi', name: 'dhi' },
  { quantity: 'airTemperature', name: 'temperature' },
  { quantity: 'windSpeed', name: 'wind speed' },
  { quantity: 'pressure', name: 'pressure', factor: 100, optional: true },
  { quantity: 'albedo', name: 'surface albedo', optional: true },
  { quantity: 'precipitableWater', name: 'precipitable water', optional: true },
  { quantity: 'dewPoint', name: 'dew point', optional: true },
  { quantity: 'relativeHumidity', name: 'relative humidity', optional: true },
];
const stampColumns = ['year', 'month', 'day', 'hour', 'minute'];
const missing = -9999;

/**
 * Reads a file of the Physical Solar Model, with its two lines of head or as a bare table. Stamps
 * are the middle of the interval, in the zone that the head names.
 *
 * @see M. Sengupta et al., Renew. Sustain. Energy Rev. 89, 51 (2018), doi:10.1016/j.rser.2018.03.003
 */
export function parsePsm(text: string, file: string): WeatherTable {
  const { data } = Papa.parse<string[]>(text, { skipEmptyLines: false });
  const lower = (cells: readonly string[] | undefined) =>
    (cells ?? []).map((cell) => cell.trim().toLowerCase());
  const at = data.findIndex((cells) => {
    const names = lower(cells);
    return stampColumns.every((name) => names.includes(name));
  });
  if (at < 0) throw new DataError(`columns ${stampColumns.join(', ')} are missing`, { file });
  const names = lower(data[at]);
  const head = at >= 2 ? lower(data[at - 2]) : [];
  const value = (name: string) =>
    head.includes(name) ? data[at - 1]![head.indexOf(name)] : undefined;
  const rules = columns.flatMap(({ quantity, name, factor, optional }): ColumnRule[] => {
    const place = names.indexOf(name);
    if (place >= 0) {
      return [
        {
          quantity,
          name: data[at]![place]!.trim(),
          at: place,
          missingBelow: missing,
          ...(factor ? { factor } : {}),
        },
      ];
    }
    if (optional) return [];
    throw new DataError(`column "${name}" is missing`, { file, line: at + 1 });
  });
  const rows: TextRow[] = [];
  for (let i = at + 1; i < data.length; i++) {
    const cells = data[i]!;
    if (cells.length > 1 || cells[0]!.trim() !== '') rows.push({ line: i + 1, cells });
  }
  const stampAt = stampColumns.map((name) => names.indexOf(name));
  const zone = value('time zone');
  const local = value('local time zone') ?? zone;
  const numbers = numbersOfPlace(
    {
      latitude: value('latitude'),
      longitude: value('longitude'),
      altitude: value('elevation'),
      timeZone: local,
    },
    file,
    at,
  );
  const stampZone = numbersOfPlace({ timeZone: zone }, file, at).timeZone;
  return {
    format: 'psm',
    place: numbers,
    stampIs: 'middle',
    ...(stampZone === undefined ? {} : { stampZone }),
    ...readRows(
      rows,
      rules,
      ({ cells }) => {
        const [year, month, day, hour, minute] = stampAt.map((place) => stampNumber(cells[place]));
        return stampOf(year!, month!, day!, 60 * hour! + minute!);
      },
      file,
      names.length,
    ),
  };
}
