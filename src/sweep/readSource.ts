import { UsageError } from '../cell/errors.ts';
import { convertQuantity, QuantityError } from '../cell/quantity.ts';
import { outOfRange, type QuantityRange } from '../cell/quantityRange.ts';
import type { Profile } from '../energy/profile.ts';
import type { Spectrum } from '../light/spectrum.ts';
import { irradianceRange, temperatureRange } from './conditionRanges.ts';
import { namesUsed } from './expression/namesUsed.ts';
import type { SweepPlan } from './plan.ts';
import { readAxes } from './readAxes.ts';
import { type FieldReader, readFields } from './readFields.ts';
import { readLets } from './readLets.ts';
import { firstCell, fixedSettings, type LoadCell, readVariants } from './readVariants.ts';
import type { SweepSource } from './sweepSource.ts';

/** Where a plan's files come from, and what the hash of a sweep is made with. */
export interface SweepLoader {
  readonly cell: LoadCell;
  readonly spectrum: (name: string) => Promise<Spectrum>;
  readonly profile: (name: string) => Promise<Profile>;
  /** Reads a year of weather and how modules stand in it; a plan without them needs none. */
  readonly field?: FieldReader;
  /** SHA-256 of a text, hexadecimal. */
  readonly hash: (text: string) => string;
  /** Of the program. */
  readonly version: string;
}

/**
 * Reads what a plan names: cells, light, axes.
 *
 * @param plan as checked
 * @param loader where files come from
 * @returns all of it as plain data
 * @throws UsageError or DataError for what the plan asks for and cannot be
 */
export async function readSource(written: SweepPlan, loader: SweepLoader): Promise<SweepSource> {
  const plan = withField(written, loader.field);
  const first = firstCell(plan);
  const fixed = fixedSettings(plan);
  const load = remembered(loader.cell);
  checkTarget(plan);
  const [spectrum, profile, cell] = await Promise.all([
    loader.spectrum(plan.spectrum),
    plan.profile === undefined ? undefined : loader.profile(plan.profile),
    load(first, fixed),
  ]);
  if (plan.field !== undefined && loader.field === undefined) {
    throw new UsageError('the plan has a field, and nobody to read its weather');
  }
  const reader = plan.field && loader.field;
  const names = { cell, used: namesUsed(plan), ...(reader && { fieldWords: reader.words }) };
  const axes = await readAxes(plan, names);
  const lets = readLets(plan, names, axes);
  const fields = reader && (await readFields(plan, reader, axes, lets));
  const variants = await readVariants(plan, load, fixed, axes, lets);
  const conditions = {
    irradiance: await condition(plan.irradiance, irradianceRange),
    temperature: await condition(plan.temperature, temperatureRange),
  };
  const { title: _title, cell: _cell, spectrum: _spectrum, profile: _profile, ...kept } = plan;
  const cells = [...variants.values()].flatMap((one) => ('cell' in one ? [one.cell] : []));
  const decisive = [
    loader.version,
    kept,
    cells.map((one) => [one.sha256, one.optics, one.doping]),
    spectrum,
    profile,
    fields && [...fields],
  ];
  return {
    plan,
    version: loader.version,
    hash: loader.hash(JSON.stringify(decisive, plainArrays)),
    spectrum,
    ...(profile === undefined ? {} : { profile }),
    ...(fields === undefined ? {} : { fields }),
    cell: first,
    axes,
    lets,
    variants,
    conditions,
  };
}

/** A plan whose axes alone say a field has one. */
function withField(plan: SweepPlan, reader: FieldReader | undefined): SweepPlan {
  if (plan.target !== 'energy' || plan.field !== undefined || plan.profile !== undefined)
    return plan;
  const names = Object.keys(plan.vary);
  return names.some((name) => reader && Object.hasOwn(reader.words, name))
    ? { ...plan, field: {} }
    : plan;
}

/** Most plans ask for one cell again and again with the same values. */
function remembered(load: LoadCell): LoadCell {
  const known = new Map<string, ReturnType<LoadCell>>();
  return (name, settings) => {
    const key = JSON.stringify([name, settings]);
    const found = known.get(key) ?? load(name, settings);
    known.set(key, found);
    return found;
  };
}

function checkTarget({ target, fidelity, profile, field, vary, let: lets }: SweepPlan): void {
  const light = profile ?? field;
  if (target === 'energy' && light === undefined) {
    throw new UsageError('the target energy needs a profile of light, or a year of weather');
  }
  if (target !== 'energy' && light !== undefined) {
    const what = profile === undefined ? 'a year of weather' : 'a profile of light';
    throw new UsageError(`${what} is for the target energy, not ${target}`);
  }
  if (profile !== undefined && field !== undefined) {
    throw new UsageError('a profile of light and a year of weather exclude each other');
  }
  if (field !== undefined && fidelity === 'lumped') {
    throw new UsageError('a year of weather is solved with the whole stack, not lumped');
  }
  const given = field === undefined ? ['irradiance'] : ['irradiance', 'temperature'];
  const moved = given.find((name) => name in vary || name in lets);
  if (target === 'energy' && moved !== undefined) {
    const source = field === undefined ? 'its profile' : 'its weather';
    throw new UsageError(`an energy takes its ${moved} from ${source}; it cannot be varied too`);
  }
}

/** Typed arrays as lists: a hash needs their numbers. */
function plainArrays(_key: string, value: unknown): unknown {
  return value instanceof Float64Array || value instanceof Uint8Array ? Array.from(value) : value;
}

async function condition(written: string | number, range: QuantityRange): Promise<number> {
  const name = range.meaning;
  try {
    const value =
      typeof written === 'number' ? written : await convertQuantity(written, range.unit);
    const reason = outOfRange(value, range);
    if (reason !== undefined) throw new UsageError(`${name} ${written} ${reason}`);
    return value;
  } catch (error) {
    if (!(error instanceof QuantityError)) throw error;
    throw new UsageError(`${name} "${written}" ${error.message}; the unit is ${range.unit}`);
  }
}
