import {
  type CellTemperature,
  faiman,
  type NoctHeat,
  noctTemperature,
  type PvsystHeat,
  pvsystTemperature,
  sapmMountings,
  sapmTemperature,
} from '../temperature/cellTemperature.ts';
import { energyBalance, faimanHeatLoss } from '../temperature/energyBalance.ts';
import type { FieldCell, FieldPower } from './fieldCell.ts';

/** Models of the cell temperature. */
export const heatModels = ['faiman', 'pvsyst', 'sapm', 'noct', 'balance'] as const;

/** Name of a model. */
export type HeatModel = (typeof heatModels)[number];

/** A model with its coefficients; those left out are the models' own. */
export type HeatSettings =
  | { readonly model: 'faiman' | 'balance'; readonly u0?: number; readonly u1?: number }
  | ({ readonly model: 'pvsyst' } & Pick<PvsystHeat, 'constant' | 'wind'>)
  | { readonly model: 'sapm'; readonly mounting?: keyof typeof sapmMountings }
  | ({ readonly model: 'noct' } & Pick<NoctHeat, 'noct'>);

/** What the models ask of a cell. */
export type HeatedCell = Pick<FieldCell, 'ratedPower' | 'absorptance' | 'noct'>;

/** Faiman's coefficients for an open rack, W/(m2 K) and W s/(m3 K): doi:10.1002/pip.813. */
export const openRack = { u0: 25, u1: 6.84 } as const;

/**
 * Temperature of a cell by the chosen model.
 *
 * PVsyst's model keeps its one efficiency for all; that of the nominal temperature knows the rated
 * efficiency of each cell, the energy balance what it absorbs and gives in each hour.
 *
 * @param settings model and coefficients
 * @param cell the cell
 * @param power its power; the energy balance asks for it
 */
export function heatModelOf(
  settings: HeatSettings,
  cell: HeatedCell,
  power: FieldPower['power'],
): CellTemperature {
  switch (settings.model) {
    case 'faiman':
      return faiman(settings.u0, settings.u1);
    case 'pvsyst':
      return pvsystTemperature(settings);
    case 'sapm':
      return sapmTemperature(sapmMountings[settings.mounting ?? 'open-rack-glass-glass']);
    case 'noct': {
      const noct = settings.noct ?? cell.noct;
      const efficiency = cell.ratedPower / 1000;
      return noctTemperature({ efficiency, ...(noct === undefined ? {} : { noct }) });
    }
    case 'balance': {
      const efficiency = (light: number, heat: number) => power(light, heat) / light;
      return energyBalance({ absorptance: cell.absorptance(), efficiency }, lossOf(settings));
    }
  }
}

/**
 * A temperature that a cell does not exceed: as if it converted nothing. The range of its map must
 * be known before its power is.
 */
export function hottestModelOf(settings: HeatSettings, cell: HeatedCell): CellTemperature {
  return heatModelOf(settings, cell, () => 0);
}

/** Faiman's coefficients are of all light; the balance takes them of the heat. */
function lossOf({ u0, u1 }: { readonly u0?: number; readonly u1?: number }) {
  return {
    u0: ((u0 ?? openRack.u0) * faimanHeatLoss.u0) / openRack.u0,
    u1: ((u1 ?? openRack.u1) * faimanHeatLoss.u1) / openRack.u1,
  };
}
