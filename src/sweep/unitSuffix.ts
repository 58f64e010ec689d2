/**
 * What a column's name carries of its unit.
 *
 * @example unitSuffix('mA/cm^2') // '_mA_cm2'
 * @example unitSuffix('cm^-3') // '_cm3'
 */
export function unitSuffix(unit: string): string {
  const word = unit
    .replace(/degC/g, 'C')
    .replace(/%/g, 'pct')
    .replace(/\^-?/g, '')
    .replace(/[\s/()*]+/g, '_')
    .replace(/^_+|_+$/g, '');
  return word === '' ? '' : `_${word}`;
}
