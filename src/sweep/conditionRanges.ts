import type { QuantityRange } from '../cell/quantityRange.ts';
import type { AxisKind } from './axis.ts';

/** Light that the models hold for: from moonlit clouds to ten suns. */
export const irradianceRange = {
  unit: 'W/m^2',
  min: 0.1,
  max: 10_000,
  meaning: 'irradiance',
} as const satisfies QuantityRange;

/** Cell temperatures within the range of the silicon models. */
export const temperatureRange = {
  unit: 'degC',
  min: -40,
  max: 120,
  meaning: 'temperature',
} as const satisfies QuantityRange;

/** `--irradiance` of the commands that take a value or a list of them. */
export const irradianceAxis: AxisKind = { ...irradianceRange, name: '--irradiance' };

/** `--temperature` of those commands. */
export const temperatureAxis: AxisKind = { ...temperatureRange, name: '--temperature' };

/** `--rear-irradiance`: light behind as well, down to none. */
export const rearIrradianceAxis: AxisKind = {
  ...irradianceRange,
  min: 0,
  name: '--rear-irradiance',
};
