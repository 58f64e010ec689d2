import { DataError } from '../../light/dataError.ts';
import { checkedColumn, type NumericTable, parseNumericTable } from '../../light/numericTable.ts';
import type { SpectralBands } from './bandFactors.ts';
import { type ClimateProfile, correctedParts } from './climateProfile.ts';

/** Of the plane in the standard's profiles, deg. */
export const profileTilt = 20;

/** Columns by how their names begin: degrees are written in the letters of one code page or another. */
const columns = {
  month: { name: /^month$/i, min: 1, max: 12 },
  day: { name: /^day$/i, min: 1, max: 31 },
  hour: { name: /^hour\b/i, min: 0, max: 24 },
  front: { name: /^G \(W\/m2\)$/, min: 0, max: 2000 },
  beam: { name: /^B \(W\/m2\)$/, min: 0, max: 1500 },
  incidence: { name: /^sun incidence angle/i, min: 0, max: 180 },
  airTemperature: { name: /^ambient temperature/i, min: -90, max: 70 },
  windSpeed: { name: /^wind speed/i, min: 0, max: 120 },
} as const;
type Quantity = keyof typeof columns;

/** What people call the columns, for messages. */
const usualNames: Readonly<Record<Quantity, string>> = {
  month: 'Month',
  day: 'Day',
  hour: 'Hour solar',
  front: 'G (W/m2)',
  beam: 'B (W/m2)',
  incidence: 'Sun incidence angle (°)',
  airTemperature: 'Ambient temperature (°C)',
  windSpeed: 'Wind speed (m/s)',
};

/** The first of the bands carries the name of all. */
const bandsTitle = /("?)Inclined global spectral irradiance,\s*(?=\d)/i;
const band = /^(\d+(?:\.\d+)?)\s*(?:nm)?\s*-\s*(\d+(?:\.\d+)?)\s*nm$/i;
const bandLimits = { min: 0, max: 1000 };
/** Light in all bands over the light that a pyranometer sees. */
const wholeLight = { least: 0.8, most: 1.1 };
const wholeYears = [8760, 8784];

/**
 * Reads a climate profile of IEC 61853-4: hours of light on a plane at 20 deg toward the equator, and
 * its spectrum in bands. The files of the standard themselves are sold by the IEC and do not ship.
 *
 * Columns, in any order: Month, Day, Hour solar, G (W/m2), B (W/m2), Sun incidence angle, Ambient
 * temperature, Wind speed (m/s), and bands such as 306.8-327.8nm (W/m2 in each); others are left
 * alone.
 *
 * @param text CSV
 * @param source name of the climate and file name for messages
 * @throws DataError with line and column of the first fault
 * @see IEC 61853-4:2018
 */
export function parseClimateProfile(
  text: string,
  source: { readonly name: string; readonly file: string },
): ClimateProfile {
  const { file, name } = source;
  const table = parseNumericTable(text.replace(bandsTitle, '$1'), file);
  const column = (quantity: Quantity) => {
    const { name: pattern, min, max } = columns[quantity];
    const found = [...table.columns.keys()].find((head) => pattern.test(head));
    if (found !== undefined) return checkedColumn(table, { name: found, min, max }, file);
    const known = Object.values(usualNames).join(', ');
    throw new DataError(`column "${usualNames[quantity]}" is missing; a climate has ${known}`, {
      file,
      line: 1,
    });
  };
  const [month, day, hour] = [column('month'), column('day'), column('hour')];
  const [front, beam, incidence] = [column('front'), column('beam'), column('incidence')];
  const [airTemperature, windSpeed] = [column('airTemperature'), column('windSpeed')];
  refuseDisorder(month, day, hour, table, file);
  beam.forEach((light, i) => {
    // Values are rounded one by one.
    if (light <= front[i]! + 1) return;
    const message = `B ${light} W/m2 is more than G ${front[i]} W/m2`;
    throw new DataError(message, { file, line: table.lines[i]! });
  });
  const bands = bandsOf(table, file);
  if (bands !== undefined) refuseOtherUnit(bands, front, file);
  return {
    name,
    interval: 3600,
    front,
    airTemperature,
    windSpeed,
    ...(bands === undefined ? {} : { bands }),
    corrected: (angle) => correctedParts({ tilt: profileTilt, front, beam, incidence }, angle),
  };
}

function refuseDisorder(
  month: Float64Array,
  day: Float64Array,
  hour: Float64Array,
  { lines }: NumericTable,
  file: string,
): void {
  // By days alone: solar hours may begin elsewhere in the day.
  const place = month.map((m, i) => 100 * m + day[i]!);
  const isLate = (i: number) =>
    place[i]! < place[i - 1]! || (place[i] === place[i - 1] && hour[i] === hour[i - 1]);
  const late = place.findIndex((_, i) => i > 0 && isLate(i));
  if (late > 0) {
    const text =
      'does not come after the row before: rows are repeated, out of order, or of two years';
    throw new DataError(text, { file, line: lines[late]! });
  }
  if (wholeYears.includes(lines.length)) return;
  const text = `holds ${lines.length} hours, a climate has 8760`;
  throw new DataError(text, { file, line: lines[lines.length - 1]! });
}

/** Bands in the order of their wavelengths; none where the file has none. */
function bandsOf(table: NumericTable, file: string): SpectralBands | undefined {
  const found = [...table.columns.keys()]
    .flatMap((head) => {
      const ends = band.exec(head);
      return ends ? [{ head, from: Number(ends[1]), to: Number(ends[2]) }] : [];
    })
    .sort((a, b) => a.from - b.from);
  if (found.length === 0) return undefined;
  found.forEach(({ head, from, to }, i) => {
    const isNext = i === 0 || from === found[i - 1]!.to;
    if (to > from && isNext) return;
    const message = isNext
      ? `band "${head}" ends before it begins`
      : `band "${head}" does not begin where "${found[i - 1]!.head}" ends`;
    throw new DataError(message, { file, line: 1 });
  });
  const width = found.length;
  const irradiance = new Float64Array(width * table.lines.length);
  found.forEach(({ head }, b) => {
    checkedColumn(table, { name: head, ...bandLimits }, file).forEach((value, i) => {
      irradiance[i * width + b] = value;
    });
  });
  return {
    edges: Float64Array.from([found[0]!.from, ...found.map(({ to }) => to)]),
    irradiance,
  };
}

/** Light per nanometre, or of another plane, would pass unseen: all bands make the light on the plane. */
function refuseOtherUnit({ irradiance }: SpectralBands, front: Float64Array, file: string): void {
  const sum = (values: Float64Array) => values.reduce((total, value) => total + value, 0);
  const share = sum(irradiance) / sum(front);
  if (share >= wholeLight.least && share <= wholeLight.most) return;
  const text = `all bands sum to ${share.toPrecision(3)} of G: W/m2 in each band are expected`;
  throw new DataError(text, { file, line: 1 });
}
