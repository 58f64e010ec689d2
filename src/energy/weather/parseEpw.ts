import Papa from 'papaparse';
import { DataError } from '../../light/dataError.ts';
import { numbersOfPlace } from './placeHead.ts';
import { readRows, stampNumber, stampOf, type TextRow } from './rowReader.ts';
import type { ColumnRule, WeatherTable } from './weatherTable.ts';

/** Columns and their codes for missing; water is in mm. */
const rules: readonly ColumnRule[] = [
  { quantity: 'airTemperature', name: 'dry bulb temperature', at: 6, missingFrom: 99.9 },
  { quantity: 'dewPoint', name: 'dew point temperature', at: 7, missingFrom: 99.9 },
  { quantity: 'relativeHumidity', name: 'relative humidity', at: 8, missingFrom: 999 },
  { quantity: 'pressure', name: 'atmospheric station pressure', at: 9, missingFrom: 999_999 },
  { quantity: 'ghi', name: 'global horizontal radiation', at: 13, missingFrom: 9999 },
  { quantity: 'dni', name: 'direct normal radiation', at: 14, missingFrom: 9999 },
  { quantity: 'dhi', name: 'diffuse horizontal radiation', at: 15, missingFrom: 9999 },
  { quantity: 'windSpeed', name: 'wind speed', at: 21, missingFrom: 999 },
];
const optionalRules: readonly ColumnRule[] = [
  {
    quantity: 'precipitableWater',
    name: 'precipitable water',
    at: 28,
    factor: 0.1,
    missingFrom: 999,
  },
  { quantity: 'albedo', name: 'albedo', at: 32, missingFrom: 999 },
];
/** Of a row, as the dictionary has them. */
const columnCount = 35;
/** Lines before the data, at most; the eighth is usual. */
const headEnd = 'DATA PERIODS';

/** The source that PVGIS names in the head of its EPW files, and its name where it gives that. */
const pvgisSource = /PVGIS|^ECMWF\/ERA$/i;
const pvgisOffset = /irradiance time offset[^:]*:\s*(-?\d*\.?\d+)/i;

/**
 * Reads an EPW file. Hours 1 to 24 are the end of the hour, in standard time.
 *
 * Those of PVGIS differ: hour 1 is 00:00 UTC whatever zone the head claims, and the light is that of
 * an instant, later than the hour by the 'Irradiance Time Offset' where a comment gives it.
 *
 * @see EnergyPlus Auxiliary Programs, "EnergyPlus Weather File (EPW) Data Dictionary"
 */
export function parseEpw(text: string, file: string): WeatherTable {
  const { data } = Papa.parse<string[]>(text, { skipEmptyLines: false });
  const place = data[0] ?? [];
  const last = data.findIndex((cells) => cells[0]?.trim().toUpperCase() === headEnd);
  if (last < 0) throw new DataError(`line "${headEnd}" is missing in the head`, { file, line: 1 });
  const isPvgis = pvgisSource.test(place[4]?.trim() ?? '');
  const perHour = Number(data[last]![2] ?? 1);
  const rows: TextRow[] = [];
  data.forEach((cells, i) => {
    if (i > last && (cells.length > 1 || cells[0]!.trim() !== ''))
      rows.push({ line: i + 1, cells });
  });
  const width = Math.min(...rows.map((row) => row.cells.length));
  return {
    format: 'epw',
    place: {
      name: place[1]?.trim() ?? '',
      ...numbersOfPlace(
        { latitude: place[6], longitude: place[7], altitude: place[9], timeZone: place[8] },
        file,
        1,
      ),
    },
    ...(isPvgis ? pvgisClock(data.slice(0, last)) : { stampIs: 'end' as const }),
    ...readRows(
      rows,
      [...rules, ...optionalRules.filter((rule) => rule.at < width)],
      stamp,
      file,
      columnCount,
    ),
  };

  function stamp({ cells }: TextRow) {
    if (isPvgis) return pvgisStamp(cells);
    const [year, month, day, hour, minute] = cells.slice(0, 5).map(stampNumber);
    // In a file of whole hours the minute says 0 or 60, and means the end of the hour.
    const end = perHour === 1 ? 60 * hour! : 60 * (hour! - 1) + (minute === 0 ? 60 : minute!);
    return stampOf(year!, month!, day!, end);
  }
}

/** Instants in UTC. */
function pvgisClock(
  head: readonly (readonly string[])[],
): Pick<WeatherTable, 'stampIs' | 'stampZone' | 'offset'> {
  const offset = pvgisOffset.exec(head.map((cells) => cells.join(',')).join('\n'))?.[1];
  return { stampIs: 'middle', stampZone: 0, offset: 60 * Number(offset ?? 0) };
}

function pvgisStamp(cells: readonly string[]) {
  const [year, month, day, hour] = cells.slice(0, 4).map(stampNumber);
  return stampOf(year!, month!, day!, 60 * (hour! - 1));
}
