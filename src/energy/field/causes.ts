import { checkFieldHours, equivalentIrradiance, type FieldHours } from './fieldHours.ts';

/** Why a cell gives what it gives in the field. */
export const causeNames = [
  'rated',
  'temperature',
  'low_light',
  'spectrum',
  'angle',
  'bifacial',
  'inverter',
] as const;

/** A cause of a difference in energy. */
export type Cause = (typeof causeNames)[number];

/** For each cause the natural logarithm of the factor it puts on the energy. */
export type EnergyFactors = Readonly<Record<Cause, number>>;

/** A cell as the causes need it. */
export interface MappedCell {
  /**
   * Maximum power, W/m2, at irradiance W/m2 and cell temperature degC: of the hours, and of
   * standard test conditions (`fieldRange` covers both).
   */
  power(irradiance: number, temperature: number): number;
  /** Rear over front maximum power in the same light, 0 to 1. */
  readonly bifaciality: number;
}

/** Sums of power over the hours, W/m2, that are known by other means than the cell's map. */
export interface KnownSums {
  /** Of the cell with all causes on: of solved hours. By the map when left out. */
  readonly direct?: number;
  /** Behind an inverter; there is none when left out. */
  readonly delivered?: number;
}

const rated = { irradiance: 1000, temperature: 25 };
/** Causes that can be switched off; without all of them a cell works at its rated efficiency. */
const switches = ['temperature', 'low_light', 'spectrum', 'angle', 'bifacial'] as const;
type Switch = (typeof switches)[number];

/**
 * Splits the energy of a cell into factors: E = H x rated efficiency x the factors of temperature,
 * low light, spectrum, angle (and dirt), rear light and inverter, H being the light on its plane.
 *
 * Causes act on each other (the rear light makes low light brighter), so each counts by the mean of
 * its effect over all orders in which the causes can be switched on: Shapley's value of ln E. The
 * factors multiply to the energy in whatever order they are read. The inverter comes last in every
 * order: it only sees what the cell gives.
 *
 * @param cell the cell
 * @param hours light and temperature
 * @param known sums of power that the map does not give
 * @returns logarithms; they sum to ln(E / H)
 * @throws RangeError where there is no energy to explain, and for hours that give no number
 * @see L. S. Shapley, Contributions to the Theory of Games II, 307 (1953)
 */
export function energyFactors(
  cell: MappedCell,
  hours: FieldHours,
  known: KnownSums = {},
): EnergyFactors {
  checkFieldHours(hours);
  const { effective, front, spectral, rear } = hours;
  // A cause that changes nothing has the value 0, and doubles the sums to be made.
  const without: readonly Switch[] = [
    ...(spectral === undefined ? (['spectrum'] as const) : []),
    ...(effective === front && hours.effectiveRear === undefined ? (['angle'] as const) : []),
    ...(rear === undefined || cell.bifaciality === 0 ? (['bifacial'] as const) : []),
  ];
  const active = switches.filter((name) => !without.includes(name));
  const all = 2 ** active.length - 1;
  const sums = Float64Array.from({ length: all + 1 }, (_, on) =>
    on === all && known.direct !== undefined
      ? known.direct
      : powerWith(cell, hours, (name) => (on & (1 << active.indexOf(name))) !== 0),
  );
  const logs = sums.map(Math.log);
  const delivered = known.delivered ?? sums[all]!;
  if (!logs.every(Number.isFinite) || !(delivered > 0)) {
    throw new RangeError('there is no energy to explain');
  }
  const light = front.reduce((sum, value) => sum + value, 0);
  const factors = Object.fromEntries(causeNames.map((name) => [name, 0])) as Record<Cause, number>;
  factors.rated = logs[0]! - Math.log(light);
  active.forEach((name, k) => {
    factors[name] = shapley(logs, active.length, k);
  });
  factors.inverter = Math.log(delivered / sums[all]!);
  return factors;
}

/** Sum of power over the hours with some of the causes switched on. */
function powerWith(cell: MappedCell, hours: FieldHours, isOn: (name: Switch) => boolean): number {
  const { spectral, effectiveRear, ...plain } = hours;
  const light = {
    ...plain,
    ...(isOn('spectrum') && spectral ? { spectral } : {}),
    ...(isOn('angle') && effectiveRear ? { effectiveRear } : {}),
    effective: isOn('angle') ? hours.effective : hours.front,
  };
  const irradiance = equivalentIrradiance(light, isOn('bifacial') ? cell.bifaciality : 0);
  const [warms, dims] = [isOn('temperature'), isOn('low_light')];
  const standard = cell.power(rated.irradiance, rated.temperature);
  let sum = 0;
  for (let i = 0; i < irradiance.length; i++) {
    if (!(irradiance[i]! > 0)) continue;
    const temperature = warms ? hours.temperature[i]! : rated.temperature;
    if (dims) sum += cell.power(irradiance[i]!, temperature);
    else {
      const bright = warms ? cell.power(rated.irradiance, temperature) : standard;
      sum += (bright * irradiance[i]!) / rated.irradiance;
    }
  }
  return sum;
}

/**
 * Mean effect of a switch over all orders, from the values of all sets of n switches.
 *
 * @param values by set, a bit for each switch
 */
function shapley(values: Float64Array, n: number, k: number): number {
  let mean = 0;
  for (let set = 0; set < values.length; set++) {
    if ((set & (1 << k)) !== 0) continue;
    let size = 0;
    for (let rest = set; rest > 0; rest >>= 1) size += rest & 1;
    mean += (values[set | (1 << k)]! - values[set]!) / (n * binomial(n - 1, size));
  }
  return mean;
}

function binomial(n: number, k: number): number {
  let result = 1;
  for (let i = 0; i < k; i++) result = (result * (n - i)) / (i + 1);
  return result;
}

/**
 * Splits the gain of a cell over another into the causes' parts, %; they sum to the gain.
 *
 * Each part is the difference of the two logarithmic factors times the logarithmic mean of the two
 * energies (logarithmic mean Divisia index): nothing is left over, and swapping the cells turns
 * each part of the difference round.
 *
 * @param cell its factors
 * @param baseline those of the other, in the same hours
 * @returns parts, % of the baseline's energy
 * @see B. W. Ang, Energy Policy 32, 1131 (2004), doi:10.1016/S0301-4215(03)00076-4
 */
export function gainCauses(
  cell: EnergyFactors,
  baseline: EnergyFactors,
): Readonly<Record<Cause, number>> {
  const steps = causeNames.map((name) => cell[name] - baseline[name]);
  const whole = steps.reduce((sum, step) => sum + step, 0);
  // (e^x - 1) / x, which is 1 for equal energies.
  const mean = whole === 0 ? 1 : Math.expm1(whole) / whole;
  return Object.fromEntries(causeNames.map((name, k) => [name, 100 * mean * steps[k]!])) as Record<
    Cause,
    number
  >;
}
