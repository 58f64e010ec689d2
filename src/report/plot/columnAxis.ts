import { type Axis, axis } from './figure.ts';

/** Endings of names of columns and the units they stand for; the longer ones first. */
const units: readonly (readonly [string, string])[] = [
  ['_mA_cm2', 'mA/cm²'],
  ['_fA_cm2', 'fA/cm²'],
  ['_kWh_m2', 'kWh/m²'],
  ['_kWh_kWp', 'kWh/kWp'],
  ['_ohm_cm2', 'Ω cm²'],
  ['_ohm_cm', 'Ω cm'],
  ['_W_m2', 'W/m²'],
  ['_cm_s', 'cm/s'],
  ['_cm3', 'cm⁻³'],
  ['_cm2', 'cm⁻²'],
  ['_pct', '%'],
  ['_ohm', 'Ω'],
  ['_um', 'µm'],
  ['_nm', 'nm'],
  ['_us', 'µs'],
  ['_ms', 'ms'],
  ['_eV', 'eV'],
  ['_C', '°C'],
  ['_V', 'V'],
  ['_s', 's'],
  ['_h', 'h'],
];

/** Results as people name them. */
const quantities: Readonly<Record<string, string>> = {
  voc: 'Voc',
  jsc: 'Jsc',
  ff: 'Fill factor',
  efficiency: 'Efficiency',
  pmax: 'Maximum power',
  vmp: 'Vmp',
  jmp: 'Jmp',
  energy: 'Energy',
  irradiance: 'Irradiance',
  temperature: 'Cell temperature',
};

/**
 * The axis of a column whose name carries its unit.
 *
 * @example columnAxis('wafer.thickness_um') // quantity wafer.thickness, unit µm
 */
export function columnAxis(name: string, more: Partial<Axis> = {}): Axis {
  const [ending, unit] = units.find(([end]) => name.endsWith(end)) ?? ['', ''];
  const bare = name.slice(0, name.length - ending.length);
  return axis(name, quantities[bare] ?? bare, unit, more);
}
