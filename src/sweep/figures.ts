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
  /** Part of `simulate` that gives it, where it is more than a key figure. */
  readonly analysis?: AnalysisName;
}

/** Parts of `simulate` that figures are taken of; each is worked out where one of its is asked for. */
export type AnalysisName =
  | 'open'
  | 'photons'
  | 'circuit'
  | 'coefficients'
  | 'bifaciality'
  | 'lifetime'
  | 'losses';

/** Parts that a wafer between skins does not have. */
const ofTheStack: readonly AnalysisName[] = ['bifaciality', 'lifetime', 'losses'];

/** Temperatures that coefficients are taken over, degC: those of `simulate --temperature`. */
export const coefficientTemperatures: readonly number[] = [15, 25, 35, 45, 55, 65, 75];

/** Paths of power that `simulate --losses` tells apart. */
export const lossPaths = [
  'shading',
  'reflection',
  'escape',
  'parasitic absorption',
  'free-carrier absorption',
  'other absorption',
  'Shockley-Read-Hall recombination',
  'radiative recombination',
  'Auger recombination',
  'gap-state recombination',
  'interface recombination',
  'contact recombination',
  'transport of electrons',
  'transport of holes',
  'contact resistance',
  'contact resistivity',
  'second diode',
  'shunt',
  'series resistance',
] as const;

/** Short name of what a path takes: `loss_auger_recombination`. */
export function lossName(path: string): string {
  return `loss_${path.toLowerCase().replace(/[ -]/g, '_')}`;
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

/** `name: unit` of the columns that each part gives; the short name is the column's without its unit. */
const analysed: readonly SweepFigure[] = [
  ...part('open', [
    ['pseudo_ff', '_pct', ''],
    ['implied_voc', '_V', 'V'],
  ]),
  ...part('circuit', [['series_resistance', '_ohm_cm2', 'ohm cm^2']]),
  ...part('coefficients', [
    ['voc_pct_K', '', ''],
    ['jsc_pct_K', '', ''],
    ['ff_pct_K', '', ''],
    ['pmax_pct_K', '', ''],
  ]),
  ...part('bifaciality', [
    ['phi_isc', '', ''],
    ['phi_voc', '', ''],
    ['phi_pmax', '', ''],
  ]),
  ...part('lifetime', [
    ['injection', '_cm3', 'cm^-3'],
    ['lifetime', '_s', 's'],
    ['bulk_lifetime', '_s', 's'],
    ['j0', '_fA_cm2', ''],
    ['j0_front', '_fA_cm2', ''],
    ['j0_rear', '_fA_cm2', ''],
  ]),
  ...part('losses', [
    ['limit_efficiency', '_pct', ''],
    ...lossPaths.map((path): [string, string, string] => [lossName(path), '_pct', '']),
  ]),
];

function part(
  analysis: AnalysisName,
  figures: readonly (readonly [short: string, suffix: string, unit: string])[],
): SweepFigure[] {
  return figures.map(([short, suffix, unit]) => ({
    name: `${short}${suffix}`,
    short,
    unit,
    analysis,
  }));
}

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

/** The parts of `simulate` that figures need. */
export function analysesOf(figures: readonly SweepFigure[]): AnalysisName[] {
  return [...new Set(figures.flatMap(({ analysis }) => analysis ?? []))];
}

/** Every figure of a target; those of the films by the names that the cells give them. */
export function allFigures(
  { target, field }: Pick<SweepPlan, 'target' | 'field'>,
  films: readonly string[],
): readonly SweepFigure[] {
  if (target === 'simulate') {
    const photons = photonFigures.map((figure) => ({ ...figure, analysis: 'photons' as const }));
    return [...simulateFigures, ...photons, ...analysed];
  }
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
  plan: Pick<SweepPlan, 'target' | 'figures' | 'field' | 'fidelity'>,
  films: readonly string[],
): SweepFigure[] {
  const { target } = plan;
  const all = allFigures(plan, films);
  const usually = plan.field === undefined ? usual[target] : ['energy', 'yield'];
  const wanted = plan.figures ?? [...usually, ...(target === 'optics' ? films : [])];
  const names = all.flatMap(({ name, short }) => [short, name]);
  return wanted.map((word) => {
    const figure = all.find(({ name, short }) => name === word || short === word);
    if (figure?.analysis && ofTheStack.includes(figure.analysis) && plan.fidelity === 'lumped') {
      throw new UsageError(`figure "${word}" needs the fidelity "detailed"`);
    }
    if (figure !== undefined) return figure;
    const hint = didYouMean(word, names) || `; known: ${all.map(({ short }) => short).join(', ')}`;
    throw new UsageError(`figure "${word}" is unknown to the target ${target}${hint}`);
  });
}
