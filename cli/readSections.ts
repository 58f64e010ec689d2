import { readFileSync } from 'node:fs';
import { isMap, isScalar, LineCounter, parseDocument } from 'yaml';
import type { Options } from 'yargs';
import { UsageError } from '../src/cell/errors.ts';
import { didYouMean } from '../src/cell/nearest.ts';
import { DataError, type DataPlace } from '../src/light/dataError.ts';
import type { TableCommand } from './commandTable.ts';
import { type ConfigSections, type ConfigValue, everyCommand } from './configSections.ts';

/** Options that a file may not set: what to read and write is said at the shell. */
const neverSet = ['output', 'plot', 'hourly'];

/**
 * Reads the sections of a config file.
 *
 * @param file its path
 * @param table commands and their options
 * @throws UsageError where the file cannot be read, DataError for a fault in it
 */
export function readSections(
  file: string,
  table: Readonly<Record<string, TableCommand>>,
): ConfigSections {
  const lines = new LineCounter();
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    throw new UsageError(`config file ${file}: cannot be read`);
  }
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const at = (offset: number): DataPlace => {
    const { line, col } = lines.linePos(offset);
    return { file, line, column: col };
  };
  const [fault] = [...document.errors, ...document.warnings];
  if (fault) throw new DataError(fault.message, at(fault.pos[0]));
  const everything = Object.assign(
    {},
    ...Object.values(table).map(({ options }) => options),
  ) as Record<string, Options>;
  const root = document.contents;
  if (root === null) return {};
  if (!isMap(root)) throw new DataError('sections are expected: defaults, compare, ...', { file });
  const sections: Record<string, Record<string, ConfigValue>> = {};
  for (const { key, value } of root.items) {
    if (!isScalar(key)) continue;
    const name = String(key.value);
    const place = at(key.range![0]);
    const known = [everyCommand, ...Object.keys(table)];
    if (!known.includes(name)) {
      throw new DataError(
        `unknown section "${name}"${didYouMean(name, known) || `; one of ${known.join(', ')}`}`,
        place,
      );
    }
    if (!isMap(value)) throw new DataError(`"${name}" holds options, one a line`, place);
    const options = name === everyCommand ? everything : table[name]!.options;
    const section: Record<string, ConfigValue> = {};
    for (const pair of value.items) {
      if (!isScalar(pair.key)) continue;
      const option = String(pair.key.value);
      const where = at(pair.key.range![0]);
      const names = Object.keys(options).filter((one) => !neverSet.includes(one));
      if (!names.includes(option)) {
        const why = neverSet.includes(option)
          ? 'is given on the command line only'
          : `is no option of ${name}${didYouMean(option, names)}`;
        throw new DataError(`"${option}" ${why}`, where);
      }
      section[option] = checkedValue(option, plainValue(pair.value), options[option]!, where);
    }
    sections[name] = section;
  }
  return sections;
}

/** A node of YAML as the value it stands for; what the user wrote, where it is a number. */
function plainValue(node: unknown): unknown {
  return node !== null && typeof node === 'object' && 'toJSON' in node
    ? (node.toJSON as () => unknown)()
    : node;
}

function checkedValue(
  option: string,
  value: unknown,
  kind: Options,
  where: DataPlace,
): ConfigValue {
  if (kind.type === 'boolean') {
    if (typeof value === 'boolean') return value;
    throw new DataError(`"${option}" is true or false`, where);
  }
  const isPlain = (one: unknown) => typeof one === 'string' || typeof one === 'number';
  if (kind.array && Array.isArray(value) && value.every(isPlain)) return value as ConfigValue;
  if (isPlain(value)) return value as ConfigValue;
  throw new DataError(`"${option}" is a text or a number${kind.array ? ', or a list' : ''}`, where);
}
