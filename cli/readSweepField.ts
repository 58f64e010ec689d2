import { UsageError } from '../src/cell/errors.ts';
import { didYouMean } from '../src/cell/nearest.ts';
import { fieldNumber } from '../src/sweep/fieldSettings.ts';
import type { SweepPlan } from '../src/sweep/plan.ts';
import type { FieldReader } from '../src/sweep/readFields.ts';
import type { SweepField } from '../src/sweep/sweepField.ts';
import { numberKind, oneValue } from './oneValue.ts';
import { type ModifierArguments, readModifier, readSoiling } from './readModifier.ts';
import type { ModuleArguments } from './readModule.ts';
import { type PlaneArguments, readPlane } from './readPlane.ts';
import { readWeather, tellNotes, type WeatherArguments, weatherNumbers } from './readWeather.ts';
import { refuseContradictions } from './refuseContradictions.ts';
import { inverterOption, moduleLayers, type YearArguments } from './runYear.ts';
import { refuseOtherRating } from './spectralOption.ts';
import { sweepFieldOptions } from './sweepFieldOptions.ts';

/** Kinds of its settings that are read anew for each value of an axis. */
export const fieldReader: FieldReader = {
  read: readSweepField,
  words: Object.fromEntries(
    Object.entries(sweepFieldOptions).flatMap(([name, { type, choices = [] }]) => {
      if (fieldNumber(name) !== undefined) return [];
      const range = Object.hasOwn(weatherNumbers, name)
        ? weatherNumbers[name as keyof typeof weatherNumbers]
        : undefined;
      const words = choices.map(String);
      return [
        [
          name,
          {
            words,
            ...(type === 'boolean' ? { isSwitch: true } : {}),
            ...(range && { range: { ...range, meaning: name } }),
          },
        ],
      ];
    }),
  ),
};

type FieldArguments = WeatherArguments &
  PlaneArguments &
  Omit<ModifierArguments, 'iam'> &
  ModuleArguments &
  Pick<YearArguments, 'iam' | 'spectral' | 'spectrum' | 'module-loss' | 'inverter' | 'dc-ac-ratio'>;

/**
 * Reads the field of a plan: weather, mounting, modules, by the names of the options.
 *
 * @param words of the plan
 * @param spectrum that the cells are rated in
 * @throws UsageError for a name or a value that is none, with the nearest
 */
export async function readSweepField(
  words: NonNullable<SweepPlan['field']>,
  spectrum: string,
): Promise<SweepField> {
  const args = { ...fieldArguments(words), spectrum };
  refuseContradictions({ ...args }, [{ options: ['dc-ac-ratio'], needs: 'inverter' }]);
  refuseOtherRating(args);
  if ((args.weather ?? args.site ?? args['clear-sky']) === undefined) {
    throw new UsageError('the field of a sweep needs --weather FILE, --site NAME or --clear-sky');
  }
  const iam = args.iam ?? (args.encapsulated ? 'optics' : 'physical');
  // Refuses a coefficient that is not one of the model.
  if (iam !== 'optics') await readModifier(args, iam);
  const iamCoefficient = await oneValue(args['iam-coefficient'], numberKind('iam-coefficient'));
  const weather = await readWeather(args);
  tellNotes(weather, args.site ?? args.weather ?? 'clear sky');
  const laminate = await moduleLayers(args);
  return {
    weather,
    options: {
      ...(await readPlane(args, weather.place)),
      soiling: await readSoiling(args),
      ...(args.spectral === 'clear-sky' ? { spectral: args.spectral } : {}),
      bifacial: args.bifacial ?? false,
      ...(await inverterOption(args)),
    },
    iam,
    ...(iamCoefficient === undefined ? {} : { iamCoefficient }),
    module: {
      moduleLoss: (await oneValue(args['module-loss'], numberKind('module-loss'))) ?? 0,
      ...(args.encapsulated ? { module: laminate! } : {}),
      ...(laminate === undefined ? {} : { heatModule: laminate }),
    },
  };
}

/** The words of a plan as the command line gives them. */
function fieldArguments(words: NonNullable<SweepPlan['field']>): FieldArguments {
  const args: Record<string, string | boolean> = {};
  for (const [name, value] of Object.entries(words)) {
    const option = Object.entries(sweepFieldOptions).find(([known]) => known === name)?.[1];
    if (option === undefined) {
      const names = Object.keys(sweepFieldOptions);
      const hint = didYouMean(name, names) || `; it has ${names.join(', ')}`;
      throw new UsageError(`field ${name}: no such setting${hint}`);
    }
    const choices: readonly string[] = 'choices' in option ? (option.choices as string[]) : [];
    if (option.type === 'boolean') {
      if (typeof value !== 'boolean') throw new UsageError(`field ${name}: expected true or false`);
      if (value) args[name] = true;
      continue;
    }
    const text = String(value);
    if (choices.length > 0 && !choices.includes(text)) {
      const list = choices.join(', ');
      const hint = didYouMean(text, choices);
      throw new UsageError(`field ${name} "${text}" is not one of ${list}${hint}`);
    }
    args[name] = text;
  }
  return args as FieldArguments;
}
