import { didYouMean } from '../../cell/nearest.ts';
import { DataError } from '../../light/dataError.ts';

/**
 * Puts values into a text that has places for them: `{{name}}`.
 *
 * @param text of the template
 * @param values by the names that may stand in it
 * @param file the template, for messages
 * @throws DataError for a place that has no value, with its line and the nearest name
 * @example fillTemplate('--array={{array}}', { array: '1-8' }, 'slurm.sh') // '--array=1-8'
 */
export function fillTemplate(
  text: string,
  values: Readonly<Record<string, string>>,
  file: string,
): string {
  return text.replace(/\{\{\s*(\w+)\s*\}\}/g, (found, name: string, at: number) => {
    const value = Object.hasOwn(values, name) ? values[name] : undefined;
    if (value !== undefined) return value;
    const names = Object.keys(values);
    const hint = didYouMean(name, names) || `; there are ${names.join(', ')}`;
    const line = text.slice(0, at).split('\n').length;
    throw new DataError(`has a place ${found} for which there is no value${hint}`, { file, line });
  });
}
