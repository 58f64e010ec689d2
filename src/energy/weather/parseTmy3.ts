import Papa from 'papaparse';
import { DataError } from '../../light/dataError.ts';
import { numbersOfPlace } from './placeHead.ts';
import { readRows, stampOf, type TextRow } from './rowReader.ts';
import type { ColumnRule, Quantity, WeatherTable } from './weatherTable.ts';

/** Columns by the names of the manual, table 1-4; factors to our units. */
const columns: readonly { quantity: Quantity; name: string; factor?: number; optional?: true }[] = [
  { quantity: 'ghi', name: 'GHI (W/m^2)' },
  { quantity: 'dni', name: 'DNI (W/m^2)' },
  { quantity: 'dhi', name: 'DHI (W/m^2)' },
  { quantity: 'airTemperature', name: 'Dry-bulb (C)' },
  { quantity: 'windSpeed', name: 'Wspd (m/s)' },
  { quantity: 'pressure', name: 'Pressure (mbar)', factor: 100, optional: true },
  { quantity: 'albedo', name: 'Alb (unitless)', optional: true },
  { quantity: 'precipitableWater', name: 'Pwat (cm)', optional: true },
  { quantity: 'dewPoint', name: 'Dew-point (C)', optional: true },
  { quantity: 'relativeHumidity', name: 'RHum (%)', optional: true },
];
/** Missing, in every column. */
const missing = -9900;

/**
 * Reads a TMY3 file. Stamps are the end of the hour, in local standard time.
 *
 * @see S. Wilcox, W. Marion, Users Manual for TMY3 Data Sets, NREL/TP-581-43156 (2008)
 */
export function parseTmy3(text: string, file: string): WeatherTable {
  const { data } = Papa.parse<string[]>(text, { skipEmptyLines: false });
  const [place = [], head = [], ...body] = data;
  const names = head.map((name) => name.trim());
  const rules = columns.flatMap(({ quantity, name, factor, optional }): ColumnRule[] => {
    const at = names.indexOf(name);
    if (at >= 0)
      return [{ quantity, name, at, missingBelow: missing, ...(factor ? { factor } : {}) }];
    if (optional) return [];
    throw new DataError(`column "${name}" is missing`, { file, line: 2 });
  });
  const rows: TextRow[] = [];
  body.forEach((cells, i) => {
    if (cells.length > 1 || cells[0]!.trim() !== '') rows.push({ line: i + 3, cells });
  });
  return {
    format: 'tmy3',
    place: {
      name: place[1]?.trim() ?? '',
      ...numbersOfPlace(
        { latitude: place[4], longitude: place[5], altitude: place[6], timeZone: place[3] },
        file,
        1,
      ),
    },
    stampIs: 'end',
    ...readRows(rows, rules, stamp, file, names.length),
  };
}

const date = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/;
const clock = /^(\d{1,2}):(\d{2})$/;

function stamp({ cells }: TextRow) {
  const day = date.exec(cells[0]!.trim());
  const time = clock.exec(cells[1]!.trim());
  if (!day) return `date "${cells[0]}" is not MM/DD/YYYY`;
  if (!time) return `time "${cells[1]}" is not HH:MM`;
  const minute = 60 * Number(time[1]) + Number(time[2]);
  return stampOf(Number(day[3]), Number(day[1]), Number(day[2]), minute);
}
