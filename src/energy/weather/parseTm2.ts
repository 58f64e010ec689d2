import { DataError } from '../../light/dataError.ts';
import { numbersOfPlace } from './placeHead.ts';
import { readRows, stampNumber, stampOf, type TextRow } from './rowReader.ts';
import type { ColumnRule, WeatherTable } from './weatherTable.ts';

/** Fields by first and last character, counted from 1 (manual, table 3-2). */
const fields = [
  [2, 3],
  [4, 5],
  [6, 7],
  [8, 9],
  [18, 21],
  [24, 27],
  [30, 33],
  [68, 71],
  [74, 77],
  [80, 82],
  [85, 88],
  [96, 98],
  [124, 126],
] as const;

/** Temperatures and wind are in tenths, pressure in mbar, water in mm. Nines say missing. */
const rules: readonly ColumnRule[] = [
  { quantity: 'ghi', name: 'global horizontal radiation', at: 4, missingFrom: 9999 },
  { quantity: 'dni', name: 'direct normal radiation', at: 5, missingFrom: 9999 },
  { quantity: 'dhi', name: 'diffuse horizontal radiation', at: 6, missingFrom: 9999 },
  {
    quantity: 'airTemperature',
    name: 'dry bulb temperature',
    at: 7,
    factor: 0.1,
    missingFrom: 9999,
  },
  { quantity: 'dewPoint', name: 'dew point temperature', at: 8, factor: 0.1, missingFrom: 9999 },
  { quantity: 'relativeHumidity', name: 'relative humidity', at: 9, missingFrom: 999 },
  { quantity: 'pressure', name: 'atmospheric pressure', at: 10, factor: 100, missingFrom: 9999 },
  { quantity: 'windSpeed', name: 'wind speed', at: 11, factor: 0.1, missingFrom: 999 },
  {
    quantity: 'precipitableWater',
    name: 'precipitable water',
    at: 12,
    factor: 0.1,
    missingFrom: 999,
  },
];

/** Head: station, city, state, zone, latitude, longitude (deg and min), altitude. */
export const tm2Head: RegExp =
  /^ ?\d{5} (.{22}) (..) +(-?\d+) ([NS]) +(\d+) +(\d+) ([EW]) +(\d+) +(\d+) +(-?\d+)\s*$/;

/**
 * Reads a TMY2 file: fixed columns. Hours 1 to 24 are the end of the hour, in standard time.
 *
 * @see W. Marion, K. Urban, User's Manual for TMY2s, NREL/SP-463-7668 (1995)
 */
export function parseTm2(text: string, file: string): WeatherTable {
  const lines = text.split(/\r?\n/);
  const head = tm2Head.exec(lines[0] ?? '');
  if (head === null) throw new DataError('is not the head of a TMY2 file', { file, line: 1 });
  const [, city, state, zone, northSouth, latDeg, latMin, eastWest, lonDeg, lonMin, altitude] =
    head as unknown as string[];
  const angle = (sign: number, degrees: string, minutes: string) =>
    String(sign * (Number(degrees) + Number(minutes) / 60));
  const rows: TextRow[] = [];
  lines.forEach((line, i) => {
    if (i === 0 || line.trim() === '') return;
    if (line.length < fields.at(-1)![1]) {
      const message = `${line.length} characters where ${fields.at(-1)![1]} are needed: the line is cut off`;
      throw new DataError(message, { file, line: i + 1 });
    }
    rows.push({ line: i + 1, cells: fields.map(([from, to]) => line.slice(from - 1, to)) });
  });
  return {
    format: 'tm2',
    place: {
      name: `${city!.trim()} ${state}`,
      ...numbersOfPlace(
        {
          latitude: angle(northSouth === 'N' ? 1 : -1, latDeg!, latMin!),
          longitude: angle(eastWest === 'E' ? 1 : -1, lonDeg!, lonMin!),
          altitude: altitude!,
          timeZone: zone!,
        },
        file,
        1,
      ),
    },
    stampIs: 'end',
    ...readRows(rows, rules, stamp, file),
  };
}

function stamp({ cells }: TextRow) {
  const [year, month, day, hour] = cells.slice(0, 4).map(stampNumber);
  // Two digits: 1961 to 1990.
  return stampOf(1900 + year!, month!, day!, 60 * hour!);
}
