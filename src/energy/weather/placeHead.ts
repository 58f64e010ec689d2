import { DataError } from '../../light/dataError.ts';
import type { Place } from './weather.ts';

/** Numbers of a place and what they may be. */
const ranges = {
  latitude: [-90, 90, 'deg'],
  longitude: [-180, 180, 'deg'],
  altitude: [-500, 9000, 'm'],
  timeZone: [-12, 14, 'h'],
} as const;

type PlaceNumber = keyof typeof ranges;

/**
 * Reads the place in the head of a file.
 *
 * @param texts as written; what is undefined is left out
 * @throws DataError for text that is no number, or no place on earth
 */
export function numbersOfPlace(
  texts: Readonly<Partial<Record<PlaceNumber, string | undefined>>>,
  file: string,
  line: number,
): Partial<Omit<Place, 'name'>> {
  const found = Object.entries(texts).flatMap(([name, text]) => {
    if (text === undefined || text.trim() === '') return [];
    const [low, high, unit] = ranges[name as PlaceNumber];
    const value = Number(text);
    if (value >= low && value <= high) return [[name, value] as const];
    const message = `${name} "${text.trim()}" is not ${low} to ${high} ${unit}`;
    throw new DataError(message, { file, line, found: text });
  });
  return Object.fromEntries(found);
}
