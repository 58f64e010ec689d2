import { type GridResistance, gridResistance } from '../circuit/gridResistance.ts';
import { edgeIdeality } from './edgeIdeality.ts';
import type { CellCircuit } from './schema.ts';

const millimetre = 0.1;
const micrometre = 1e-4;

/**
 * Share of an area under fingers and busbars; nothing of them lies under the other.
 *
 * @param grid distances and widths, each pair in one unit
 * @example metalShare({ spacing: 1.1, width: 0.15 }) // 0.136
 */
export function metalShare(grid: {
  readonly spacing: number;
  readonly width: number;
  readonly busbarSpacing?: number;
  readonly busbarWidth?: number;
}): number {
  const { spacing, width, busbarSpacing = 1, busbarWidth = 0 } = grid;
  return 1 - (1 - width / spacing) * (1 - busbarWidth / busbarSpacing);
}

/**
 * Series resistance and shading of a grid as a cell file gives it.
 *
 * @param grid `circuit.grid` of the file
 * @returns parts of the resistance, ohm cm^2, and the share of the light that fingers and busbars
 *   take
 */
export function cellGrid(grid: NonNullable<CellCircuit['grid']>): GridResistance {
  const fingers = gridResistance({
    spacing: grid.finger_spacing * millimetre,
    width: grid.finger_width * micrometre,
    height: grid.finger_height * micrometre,
    halfLength: (grid.busbar_spacing - grid.busbar_width) * millimetre * 0.5,
    resistivity: grid.finger_resistivity,
    contactResistivity: grid.contact_resistivity,
    sheetResistance: grid.sheet_resistance,
  });
  const shading = metalShare({
    spacing: grid.finger_spacing,
    width: grid.finger_width * (micrometre / millimetre),
    busbarSpacing: grid.busbar_spacing,
    busbarWidth: grid.busbar_width,
  });
  return { ...fingers, shading };
}

/**
 * A circuit with its geometry worked out: `series_resistance` and `shading` hold the grid's too,
 * `second_diode` the edge's.
 *
 * @param circuit as the cell file gives it
 * @returns the circuit per area
 * @see A. Fell et al., IEEE J. Photovoltaics 8, 428 (2018), doi:10.1109/JPHOTOV.2017.2787020, for
 *   the edge as a diode of ideality 2 along its length
 */
export function gridCircuit(circuit: CellCircuit): CellCircuit {
  const { grid, edge, area, second_diode } = circuit;
  const metal = grid && cellGrid(grid);
  const atEdge = edge && area ? (edge.saturation_current * edge.perimeter) / area : 0;
  return {
    ...circuit,
    series_resistance: circuit.series_resistance + (metal?.total ?? 0),
    shading: circuit.shading + (1 - circuit.shading) * (metal?.shading ?? 0),
    ...(atEdge > 0
      ? {
          second_diode: {
            saturation_current: (second_diode?.saturation_current ?? 0) + atEdge,
            ideality: edgeIdeality,
          },
        }
      : {}),
  };
}

/**
 * A circuit as the cell file gave it, from what `gridCircuit` made of it: to change what it was made
 * of.
 */
export function givenCircuit(circuit: CellCircuit): CellCircuit {
  const { grid, edge, area, second_diode } = circuit;
  const metal = grid && cellGrid(grid);
  const atEdge = edge && area ? (edge.saturation_current * edge.perimeter) / area : 0;
  const left = (second_diode?.saturation_current ?? 0) - atEdge;
  return {
    ...circuit,
    series_resistance: circuit.series_resistance - (metal?.total ?? 0),
    shading: 1 - (1 - circuit.shading) / (1 - (metal?.shading ?? 0)),
    ...(second_diode && atEdge > 0
      ? { second_diode: { ...second_diode, saturation_current: Math.max(0, left) } }
      : {}),
  };
}
