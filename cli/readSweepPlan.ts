import { readFile } from 'node:fs/promises';
import { dirname, extname } from 'node:path';
import { readCellDocument } from '../src/cell/cellDocument.ts';
import { UsageError } from '../src/cell/errors.ts';
import { decodeText } from '../src/light/decodeText.ts';
import { refuseBinary } from '../src/light/plainText.ts';
import { isStandardInput, readDataFile } from '../src/node/dataFiles.ts';
import { cellFiles } from '../src/node/dataKinds.ts';
import { parsePlan, parseSweepPlan, type WrittenPlan } from '../src/sweep/parsePlan.ts';
import type { SweepPlan } from '../src/sweep/plan.ts';
import { planPaths } from './planPaths.ts';
import { sweepFieldOptions } from './sweepFieldOptions.ts';

/** Options that say what a sweep is. */
export interface SweepPlanArguments {
  readonly what?: readonly string[];
  readonly vary?: readonly string[];
  readonly link?: readonly string[];
  readonly where?: readonly string[];
  readonly let?: readonly string[];
  readonly column?: readonly string[];
  readonly design?: string;
  readonly points?: string;
  readonly seed?: string;
  readonly target?: string;
  readonly fidelity?: string;
  readonly figures?: string;
  readonly spectrum?: string;
  readonly profile?: string;
  readonly irradiance?: string;
  readonly temperature?: string;
  readonly set?: readonly string[];
  /** Options of the field, by their names. */
  readonly [field: string]: unknown;
}

/**
 * The plan of a command line: the file, with the options put over it.
 *
 * @throws UsageError or DataError for what is no plan
 */
export async function readSweepPlan(args: SweepPlanArguments): Promise<SweepPlan> {
  const { plan, cell } = await fromFiles(args.what ?? []);
  const written: Record<string, unknown> = { ...plan };
  const put = (key: string, value: unknown) => {
    if (value !== undefined) written[key] = value;
  };
  put('cell', cell);
  for (const key of ['design', 'target', 'fidelity', 'spectrum', 'profile'] as const) {
    put(key, args[key]);
  }
  for (const key of ['irradiance', 'temperature'] as const) put(key, args[key]);
  for (const key of ['points', 'seed'] as const) {
    const text = args[key];
    if (text === undefined) continue;
    if (!/^\d+(e\d+)?$/i.test(text.trim())) {
      throw new UsageError(`--${key} "${text}": a whole number is expected`);
    }
    written[key] = Number(text);
  }
  put(
    'figures',
    args.figures?.split(',').map((word) => word.trim()),
  );
  put('vary', merged(plan?.vary, args.vary, '--vary', 'wafer.thickness=100um:200um:10um'));
  put('let', merged(plan?.let, args.let, '--let', 'wafer.doping = 1e15 cm^-3 * x'));
  put('columns', merged(plan?.columns, args.column, '--column', 'loss = 26.81 - efficiency'));
  put('set', merged(plan?.set, args.set, '--set', 'wafer.thickness=130um'));
  const given = Object.keys(sweepFieldOptions).flatMap((name) =>
    args[name] === undefined ? [] : [[name, args[name]]],
  );
  if (given.length > 0) written.field = { ...plan?.field, ...Object.fromEntries(given) };
  if (args.where) written.where = [...(plan?.where ?? []), ...args.where];
  if (args.link) {
    const groups = args.link.map((text) => text.split(',').map((word) => word.trim()));
    written.linked = [...(plan?.linked ?? []), ...groups];
  }
  return parseSweepPlan(written as WrittenPlan);
}

/** A plan, a cell, or both in any order. */
async function fromFiles(what: readonly string[]): Promise<{ plan?: WrittenPlan; cell?: string }> {
  let plan: WrittenPlan | undefined;
  let cell: string | undefined;
  for (const word of what) {
    const text = await planText(word);
    if (text === undefined) {
      if (cell !== undefined) {
        throw new UsageError(
          `two cells, "${cell}" and "${word}"; vary them: --vary cell=${cell},${word}`,
        );
      }
      cell = word;
    } else {
      if (plan !== undefined) throw new UsageError(`"${word}" is a second plan`);
      const isInput = isStandardInput(word);
      plan = planPaths(parsePlan(text, isInput ? '-' : word), isInput ? '.' : dirname(word));
    }
  }
  return { ...(plan ? { plan } : {}), ...(cell === undefined ? {} : { cell }) };
}

/** Fields that a cell file has and a plan has not. */
const cellKeys = ['wafer', 'front', 'rear'];

/** Text of a plan; undefined for a cell. */
async function planText(word: string): Promise<string | undefined> {
  if (isStandardInput(word)) return planIn((await readDataFile(word, cellFiles)).text);
  if (!['.yaml', '.yml', '.json'].includes(extname(word).toLowerCase())) return undefined;
  const text = await readFile(word).then(decodeText, () => undefined);
  // A file that is not there is the loader of cells' to complain about.
  if (text === undefined)
    throw new UsageError(`${word}: there is no such file, or it cannot be read`);
  refuseBinary(text, word);
  return planIn(text);
}

/** The text, where it is no cell. */
function planIn(text: string): string | undefined {
  const { document, error } = readCellDocument(text);
  if (error) return text;
  const value: unknown = document.toJS();
  const isCell =
    typeof value === 'object' && value !== null && cellKeys.some((key) => key in value);
  return isCell ? undefined : text;
}

/** `name=value` options over what the file says; the order of the file goes first. */
function merged<Value>(
  file: Readonly<Record<string, Value>> | undefined,
  options: readonly string[] | undefined,
  option: string,
  example: string,
): Record<string, Value | string> | undefined {
  if (options === undefined) return file && { ...file };
  const given: Record<string, string> = {};
  for (const text of options) {
    const equals = text.indexOf('=');
    const name = text.slice(0, Math.max(equals, 0)).trim();
    const value = text.slice(equals + 1).trim();
    if (name === '' || value === '') {
      throw new UsageError(`${option} "${text}": expected ${example}`);
    }
    if (Object.hasOwn(given, name)) throw new UsageError(`${option} ${name} is given twice`);
    given[name] = value;
  }
  return { ...file, ...given };
}
