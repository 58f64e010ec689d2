import { UsageError } from '../cell/errors.ts';
import { didYouMean } from '../cell/nearest.ts';
import type { SweepPlan } from './plan.ts';

/** A result that a sweep can keep. */
export interface SweepFigure {
  /** Name of the column, with its unit. */
  readonly name: string;
  /** Short name, for expressions. */
  readonly short: string;
  /** Unit; empty for a plain number and for a percentage, which counts in percent. */
  readonly unit: string;
}

/** Figures that the search for the maximum power alone gives. */
const powerFigures: readonly SweepFigure[] = [
  { name: 'efficiency_pct', short: 'efficiency', unit: '' },
  { name: 'pmax_W_m2', short: 'pmax', unit: 'W/m^2' },
  { name: 'vmp_V', short: 'vmp', unit: 'V' },
  { name: 'jmp_mA_cm2', short: 'jmp', unit: 'mA/cm^2' },
];

const simulateFigures: readonly SweepFigure[] = [
  ...powerFigures,
  { name: 'voc_V', short: 'voc', unit: 'V' },
  { name: 'jsc_mA_cm2', short: 'jsc', unit: 'mA/cm^2' },
  { name: 'ff_pct', short: 'ff', unit: '' },
];

const photonFigures: readonly SweepFigure[] = [
  'incident',
  'shaded',
  'reflected',
  'escaped',
  'transmitted',
  'wafer',
].map(photonFigure);

const energyFigures: readonly SweepFigure[] = [
  { name: 'energy_kWh_m2', short: 'energy', unit: 'kWh/m^2' },
];

/** What a year of weather gives beside it. */
const yearFigures: readonly SweepFigure[] = [
  ...energyFigures,
  { name: 'energy_kWh_kWp', short: 'yield', unit: '' },
  { name: 'performance_ratio', short: 'performance_ratio', unit: '' },
  { name: 'rated_W_m2', short: 'rated', unit: 'W/m^2' },
  { name: 'bifaciality', short: 'bifaciality', unit: '' },
  { name: 'mean_temperature_C', short: 'mean_temperature', unit: 'degC' },
];

/** A share of the photons as a current. */
export function photonFigure(short: string): SweepFigure {
  return { name: `${short}_mA_cm2`, short, unit: 'mA/cm^2' };
}

/** Kept where the plan does not say. */
const usual: Readonly<Record<SweepPlan['target'], readonly string[]>> = {
  simulate: ['efficiency', 'voc', 'jsc', 'ff'],
  optics: photonFigures.map(({ short }) => short),
  energy: ['energy'],
};

/** Whether the maximum-power point says all of them. */
export function needOnlyPower(figures: readonly SweepFigure[]): boolean {
  return figures.every((figure) => powerFigures.includes(figure));
}

/** Every figure of a target; those of the films by the names that the cells give them. */
export function allFigures(
  { target, field }: Pick<SweepPlan, 'target' | 'field'>,
  films: readonly string[],
): readonly SweepFigure[] {
  if (target === 'simulate') return simulateFigures;
  if (target === 'energy') return field === undefined ? energyFigures : yearFigures;
  return [...photonFigures, ...films.map(photonFigure)];
}

/**
 * The figures that a plan keeps.
 *
 * @param films names of the films of the cells, for the optics
 * @throws UsageError for an unknown figure, with the nearest
 */
export function figuresOf(
  plan: Pick<SweepPlan, 'target' | 'figures' | 'field'>,
  films: readonly string[],
): SweepFigure[] {
  const { target } = plan;
  const all = allFigures(plan, films);
  const usually = plan.field === undefined ? usual[target] : ['energy', 'yield'];
  const wanted = plan.figures ?? [...usually, ...(target === 'optics' ? films : [])];
  const names = all.flatMap(({ name, short }) => [short, name]);
  return wanted.map((word) => {
    const figure = all.find(({ name, short }) => name === word || short === word);
    if (figure !== undefined) return figure;
    const hint = didYouMean(word, names) || `; known: ${all.map(({ short }) => short).join(', ')}`;
    throw new UsageError(`figure "${word}" is unknown to the target ${target}${hint}`);
  });
}
