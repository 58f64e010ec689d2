import { printedUnit, splitColumn } from '../columnUnit.ts';
import { type Axis, axis } from './figure.ts';

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
  const { bare, unit } = splitColumn(name);
  return axis(name, quantities[bare] ?? bare, printedUnit(unit), more);
}
