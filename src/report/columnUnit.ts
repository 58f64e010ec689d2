/** Endings of names of columns and the units they stand for; the longer ones first. */
const units: readonly (readonly [string, string])[] = [
  ['_mA_cm2', 'mA/cm2'],
  ['_fA_cm2', 'fA/cm2'],
  ['_kWh_m2', 'kWh/m2'],
  ['_kWh_kWp', 'kWh/kWp'],
  ['_ohm_cm2', 'ohm cm2'],
  ['_mW_cm2', 'mW/cm2'],
  ['_ohm_cm', 'ohm cm'],
  ['_A_cm2', 'A/cm2'],
  ['_W_m2', 'W/m2'],
  ['_cm_s', 'cm/s'],
  ['_deg', 'deg'],
  ['_cm3', 'cm-3'],
  ['_cm2', 'cm-2'],
  ['_pct_K', '%/K'],
  ['_pct', '%'],
  ['_ohm', 'ohm'],
  ['_um', 'um'],
  ['_nm', 'nm'],
  ['_us', 'us'],
  ['_ms', 'ms'],
  ['_eV', 'eV'],
  ['_C', 'degC'],
  ['_V', 'V'],
  ['_s', 's'],
  ['_h', 'h'],
  ['_m', 'm'],
];

/** A column's name without the unit in it, and the unit in plain letters. */
export interface ColumnName {
  readonly bare: string;
  readonly unit: string;
}

/**
 * Takes the unit out of a column's name.
 *
 * @example splitColumn('wafer.thickness_um') // { bare: 'wafer.thickness', unit: 'um' }
 */
export function splitColumn(name: string): ColumnName {
  const [ending, unit] = units.find(([end]) => name.endsWith(end)) ?? ['', ''];
  return { bare: name.slice(0, name.length - ending.length), unit };
}

/**
 * A unit as it is set in print.
 *
 * @example printedUnit('ohm cm2') // 'Ω cm²'
 */
export function printedUnit(unit: string): string {
  return unit
    .replace('ohm', 'Ω')
    .replace(/^u(?=[ms]$)/, 'µ')
    .replace('degC', '°C')
    .replace('-3', '⁻³')
    .replace('-2', '⁻²')
    .replace(/2$/, '²');
}
