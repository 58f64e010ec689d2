import { readFileSync } from 'node:fs';
import type { SingleDiode } from '../../../src/circuit/singleDiode/singleDiode.ts';
import { thermalVoltage } from '../../../src/physics/constants.ts';

/** Currents, voltages and power that the curves state. */
export const diodeKeys = ['isc', 'voc', 'imp', 'vmp', 'pmp', 'ix', 'ixx'] as const;

/** A curve of the pvlib project; digits beyond a double are kept as text. */
export interface PreciseCurve extends Record<(typeof diodeKeys)[number], string> {
  readonly photocurrent: number;
  readonly saturationCurrent: number;
  readonly seriesResistance: number;
  readonly shuntResistance: number;
  readonly ideality: number;
  readonly cells: number;
  readonly voltage: readonly string[];
  readonly current: readonly string[];
}

const file = new URL('../../reference/pvlib/precise_iv_curves.json', import.meta.url);
/** The pvlib project's curves of 40 digits. */
export const preciseCurves = JSON.parse(readFileSync(file, 'utf8')) as PreciseCurve[];

/** Its diode. */
export function diodeOf(curve: PreciseCurve): SingleDiode {
  return { ...curve, thermalVoltage: curve.ideality * curve.cells * thermalVoltage(298.15) };
}
