import type { QuantityRange } from '../cell/quantityRange.ts';
import type { SweepField } from './sweepField.ts';

/** A number of a field that points may move while weather and modules stay as they were read. */
export interface FieldNumber {
  readonly range: QuantityRange;
  /** The field with another value; the setting is there in the field that is given. */
  put(field: SweepField, value: number): SweepField;
}

/** A setting of a field that is read anew for each of its values: a word, a file, a place. */
export interface FieldWord {
  /** Unit and bounds where it is a number. */
  readonly range?: QuantityRange;
  /** What it may be; empty where any text will do. */
  readonly words: readonly string[];
  /** True or false. */
  readonly isSwitch?: boolean;
}

function mounted(field: SweepField, change: object): SweepField {
  const mounting = { ...field.options.mounting, ...change };
  return { ...field, options: { ...field.options, mounting } };
}

function onPlane(field: SweepField, change: object): SweepField {
  const plane = { ...field.options.plane, ...change };
  return { ...field, options: { ...field.options, plane } };
}

function inRows(field: SweepField, change: object): SweepField {
  const rows = field.options.plane?.rows;
  return rows === undefined ? field : onPlane(field, { rows: { ...rows, ...change } });
}

function heated(field: SweepField, change: object): SweepField {
  const { heat = { model: 'faiman' } } = field.options;
  return { ...field, options: { ...field.options, heat: { ...heat, ...change } } };
}

function inverted(field: SweepField, change: object): SweepField {
  const { inverter } = field.options;
  if (inverter === undefined) return field;
  return { ...field, options: { ...field.options, inverter: { ...inverter, ...change } } };
}

/**
 * Numbers of the field by the names of their options: unit, bounds, and where they stand. The one
 * table of them for options, plans and axes.
 */
export const fieldNumbers = {
  tilt: {
    range: { unit: 'deg', min: 0, max: 90, meaning: 'tilt' },
    put: (field, tilt) => mounted(field, { tilt }),
  },
  azimuth: {
    range: { unit: 'deg', min: 0, max: 360, meaning: 'azimuth' },
    put: (field, azimuth) => mounted(field, { azimuth }),
  },
  'axis-tilt': {
    range: { unit: 'deg', min: 0, max: 60, meaning: 'tilt of the axis' },
    put: (field, axisTilt) => mounted(field, { axisTilt }),
  },
  'axis-azimuth': {
    range: { unit: 'deg', min: 0, max: 360, meaning: 'azimuth of the axis' },
    put: (field, axisAzimuth) => mounted(field, { axisAzimuth }),
  },
  'max-angle': {
    range: { unit: 'deg', min: 0, max: 90, meaning: 'greatest rotation' },
    put: (field, maxAngle) => mounted(field, { maxAngle }),
  },
  gcr: {
    range: { unit: '', min: 0.01, max: 1, meaning: 'ground cover' },
    put: (field, groundCover) => {
      const { mounting } = field.options;
      const turned = mounting.kind === 'single-axis' ? mounted(field, { groundCover }) : field;
      return inRows(turned, { groundCover });
    },
  },
  pitch: {
    range: { unit: 'm', min: 0.1, max: 100, meaning: 'pitch of the rows' },
    put: (field, pitch) => inRows(field, { pitch }),
  },
  height: {
    range: { unit: 'm', min: 0.1, max: 50, meaning: 'height of the modules' },
    put: (field, height) => inRows(field, { height }),
  },
  albedo: {
    range: { unit: '', min: 0, max: 1, meaning: 'albedo' },
    put: (field, albedo) => onPlane(field, { albedo }),
  },
  'faiman-u0': {
    range: { unit: 'W/(m^2 K)', min: 1, max: 200, meaning: 'heat loss' },
    put: (field, u0) => heated(field, { u0 }),
  },
  'faiman-u1': {
    range: { unit: 'W s/(m^3 K)', min: 0, max: 100, meaning: 'heat loss by wind' },
    put: (field, u1) => heated(field, { u1 }),
  },
  'pvsyst-uc': {
    range: { unit: 'W/(m^2 K)', min: 1, max: 200, meaning: 'heat loss' },
    put: (field, constant) => heated(field, { constant }),
  },
  'pvsyst-uv': {
    range: { unit: 'W s/(m^3 K)', min: 0, max: 100, meaning: 'heat loss by wind' },
    put: (field, wind) => heated(field, { wind }),
  },
  noct: {
    range: { unit: 'degC', min: 25, max: 90, meaning: 'nominal operating cell temperature' },
    put: (field, noct) => heated(field, { noct }),
  },
  soiling: {
    range: { unit: '', min: 0, max: 1, meaning: 'soiling' },
    put: (field, soiling) => ({ ...field, options: { ...field.options, soiling } }),
  },
  'iam-coefficient': {
    range: { unit: '', min: 1e-3, max: 1, meaning: 'coefficient of the angle model' },
    put: (field, iamCoefficient) => ({ ...field, iamCoefficient }),
  },
  'module-loss': {
    range: { unit: '', min: 0, max: 0.5, meaning: 'loss from cells to a module' },
    put: (field, moduleLoss) => ({ ...field, module: { ...field.module, moduleLoss } }),
  },
  inverter: {
    range: { unit: '', min: 0.5, max: 1, meaning: 'efficiency of the inverter' },
    put: (field, efficiency) => inverted(field, { efficiency }),
  },
  'dc-ac-ratio': {
    range: { unit: '', min: 0.5, max: 3, meaning: 'DC power over AC power' },
    put: (field, dcAcRatio) => inverted(field, { dcAcRatio }),
  },
} as const satisfies Record<string, FieldNumber>;

/** Name of a number of the field. */
export type FieldNumberName = keyof typeof fieldNumbers;

/** A number of the field by the name of its option; undefined for any other name. */
export function fieldNumber(name: string): FieldNumber | undefined {
  return Object.hasOwn(fieldNumbers, name) ? fieldNumbers[name as FieldNumberName] : undefined;
}
