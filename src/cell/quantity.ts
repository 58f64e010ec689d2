import { metricPower } from './metricPrefix.ts';

/** A text that is not a quantity of the wanted dimension; `reason` is a clause for a sentence. */
export class QuantityError extends Error {
  override readonly name = 'QuantityError';
  /** The text as the user wrote it. */
  readonly found: string;
  /** Unit of the field. */
  readonly unit: string;

  constructor(found: string, unit: string, reason: string) {
    super(reason);
    this.found = found;
    this.unit = unit;
  }
}

/** What people write, and what the unit parser reads. The order matters: signs before digits. */
const spellings: readonly (readonly [RegExp, string])[] = [
  [/[µμ]/g, 'u'],
  [/[ΩΩ]/g, 'ohm'],
  [/°\s*C/g, 'degC'],
  [/°\s*F/g, 'degF'],
  [/Å/g, 'angstrom'],
  [/[⁻−]/g, '-'],
  [/¹/g, '1'],
  [/²/g, '2'],
  [/³/g, '3'],
  [/[·⋅*]/g, ' '],
  [/(?<=[A-Za-z])\.(?=[A-Za-z])/g, ' '],
  [/(?<=[A-Za-z])(?=-?\d)/g, '^'],
  [/^1\s*\//, '/'],
  [/\s+/g, ' '],
];

const numberPattern = /^\s*([+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)\s*(.*?)\s*$/su;

/** `cm⁻³` -> `cm^-3`, `µm` -> `um`, `Ω·cm` -> `ohm cm`, `°C` -> `degC`. */
export function normaliseUnit(text: string): string {
  return spellings
    .reduce((unit, [pattern, replacement]) => unit.replace(pattern, replacement), text)
    .trim();
}

/** Units that are no temperature, though their letter is that of one. */
const noTemperature: Readonly<Record<string, { readonly unit: string; readonly means: string }>> = {
  F: { unit: 'degF', means: 'farad' },
  C: { unit: 'degC', means: 'coulomb' },
};

interface UnitValue {
  toNumber(unit: string): number;
  equalBase(other: UnitValue): boolean;
}
type MakeUnit = (text: string) => UnitValue;
let makeUnit: Promise<MakeUnit> | undefined;

/** The unit parser costs a tenth of a second to load: only a text with a foreign unit asks for it. */
function unitParser(): Promise<MakeUnit> {
  makeUnit ??= import('./unitParser.ts').then((module) => module.makeUnit);
  return makeUnit;
}

/** Within rounding of a power of ten: `um` in `cm` is 1e-4, not 0.000099999999999999. */
const powerOfTenTolerance = 1e-12;

/**
 * Value of a text such as `160 um` in a given unit. A text without a unit is taken in that unit.
 *
 * @param text number and unit: `1.5 ohm cm`, `2.5 %`, `1e16 cm⁻³`, `45 °C`
 * @param unit wanted unit, as the unit parser spells it; empty for a plain number or share,
 *   which may then be written in percent
 * @returns the number in `unit`
 * @throws QuantityError for text that is no number, an unknown unit, or a wrong dimension
 * @example await convertQuantity('160 um', 'cm') // 0.016
 */
export async function convertQuantity(text: string, unit: string): Promise<number> {
  const match = numberPattern.exec(text);
  if (match === null) throw new QuantityError(text, unit, 'is not a number');
  const value = Number(match[1]);
  if (!Number.isFinite(value)) throw new QuantityError(text, unit, 'is too large a number');
  const written = match[2] ?? '';
  if (written === '') return value;
  if (unit === '') {
    if (written === '%') return value / 100;
    throw new QuantityError(
      text,
      unit,
      'has a unit, but a plain number or a percentage is expected',
    );
  }
  const given = normaliseUnit(written);
  const power = metricPower(given, normaliseUnit(unit));
  if (power !== undefined) return timesPowerOfTen(value, power);
  if (given === normaliseUnit(unit)) return value;

  const make = await unitParser();
  const parse = (amount: number): UnitValue => {
    try {
      return make(`${amount} ${given}`);
    } catch {
      throw new QuantityError(text, unit, `has the unknown unit "${written}"`);
    }
  };
  if (!parse(1).equalBase(make(`1 ${unit}`))) {
    const scale = noTemperature[given];
    if (scale !== undefined && make(`1 ${unit}`).equalBase(make('1 K'))) {
      const meant = Number(make(`${value} ${scale.unit}`).toNumber('degC').toFixed(2));
      const also = scale.unit === 'degC' ? '' : `, and ${value} ${scale.unit} is ${meant} degC`;
      const reason = `is in ${scale.means}; temperatures are in degC or K${also}`;
      throw new QuantityError(text, unit, reason);
    }
    throw new QuantityError(text, unit, `has the wrong dimension, "${written}" is not a "${unit}"`);
  }
  const zero = parse(0).toNumber(unit);
  // Temperatures have an offset; its rounding is taken off again (300 K is 26.85 degC).
  if (zero !== 0) return Number(parse(value).toNumber(unit).toPrecision(12));
  return scaleExactly(value, parse(1).toNumber(unit));
}

/** value * factor, by an exact power of ten where the factor is one. */
function scaleExactly(value: number, factor: number): number {
  const power = Math.round(Math.log10(factor));
  const isPower = Math.abs(factor / Number(`1e${power}`) - 1) <= powerOfTenTolerance;
  return isPower ? timesPowerOfTen(value, power) : value * factor;
}

/** Divides by whole powers of ten, which are exact where their inverses are not. */
function timesPowerOfTen(value: number, power: number): number {
  return power < 0 ? value / Number(`1e${-power}`) : value * Number(`1e${power}`);
}
