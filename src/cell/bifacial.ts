import type { Spectrum } from '../light/spectrum.ts';
import type { ModuleLayers } from '../optics/module.ts';
import type { SolveOptics } from '../optics/rememberedOptics.ts';
import type { Cell, CellResult } from './cell.ts';
import { type CellSimulator, cellSimulator, type SimulatorOptions } from './simulate.ts';

/** Light on a side where none is told, W/m2. */
const usualIrradiance = 1000;

/** Light that both sides of a cell are compared in. */
export interface BifacialLight {
  readonly spectrum: Spectrum;
  /** On either side, W/m2; 1000 when left out. */
  readonly irradiance?: number;
  /** Of the cell, degC; 25 when left out. */
  readonly temperature?: number;
  /** What the cell is laminated into; it stands in air when left out. */
  readonly module?: ModuleLayers;
  /** How its optics are solved: `rememberedOptics()` for several questions about a cell. */
  readonly solveOptics?: SolveOptics;
}

/** What the rear of a cell gives over what its front gives, in the same light on either alone. */
export interface CellBifaciality {
  /** Short-circuit current. */
  readonly current: number;
  /** Open-circuit voltage. */
  readonly voltage: number;
  /** Maximum power. */
  readonly power: number;
}

/**
 * Bifaciality coefficients from the structure of a cell: the device solved with light on one side,
 * then on the other; 0 where no light comes in behind.
 *
 * @param cell as `loadCell` returns it
 * @param light the same on either side
 * @throws CalculationError when the device does not converge
 * @see IEC TS 60904-1-2:2024 for how they are measured so, the other side dark
 * @example cellBifaciality(await loadCell('perc'), { spectrum }).power // 0.72
 */
export function cellBifaciality(cell: Cell, light: BifacialLight): CellBifaciality {
  const { irradiance = usualIrradiance } = light;
  return coefficients(cell, light, simulator(cell, light, {}).at(irradiance));
}

/** A cell in light from both sides, beside light in front alone. */
export interface BifacialFigures {
  /** Coefficients at the irradiance of the front. */
  readonly bifaciality: CellBifaciality;
  /** Light behind, W/m2. */
  readonly rearIrradiance: number;
  /**
   * Light on the front alone that stands for both, W/m2: front + current's coefficient x rear.
   */
  readonly equivalentIrradiance: number;
  /** Maximum power in light on the front alone, in that light, and in both, W/m2. */
  readonly frontPower: number;
  readonly equivalentPower: number;
  readonly power: number;
}

/**
 * Light on both sides as IEC TS 60904-1-2 rates it.
 *
 * @param cell as `loadCell` returns it
 * @param light on the front
 * @param rearIrradiance of the same spectrum behind, W/m2
 * @throws CalculationError when the device does not converge
 * @see IEC TS 60904-1-2:2024, for the coefficients and the equivalent irradiance; the edition of 2019
 *   took the lesser of the coefficients of current and power for it
 */
export function bifacialFigures(
  cell: Cell,
  light: BifacialLight,
  rearIrradiance: number,
): BifacialFigures {
  const { irradiance = usualIrradiance } = light;
  const alone = simulator(cell, light, {});
  const front = alone.at(irradiance);
  const bifaciality = coefficients(cell, light, front);
  const equivalentIrradiance = irradiance + bifaciality.current * rearIrradiance;
  const both = simulator(cell, light, { otherSide: rearIrradiance / irradiance });
  return {
    bifaciality,
    rearIrradiance,
    equivalentIrradiance,
    frontPower: front.pmax_W_m2,
    equivalentPower: alone.mpp(equivalentIrradiance).pmax_W_m2,
    power: both.mpp(irradiance).pmax_W_m2,
  };
}

function simulator(cell: Cell, light: BifacialLight, options: SimulatorOptions): CellSimulator {
  const { spectrum, temperature = 25, module, solveOptics } = light;
  const given = { ...(module && { module }), ...(solveOptics && { solveOptics }) };
  return cellSimulator(cell, spectrum, temperature, { ...given, ...options });
}

function coefficients(cell: Cell, light: BifacialLight, front: CellResult): CellBifaciality {
  const behind = simulator(cell, light, { side: 'rear' });
  if (behind.generated === 0) return { current: 0, voltage: 0, power: 0 };
  const rear = behind.at(light.irradiance ?? usualIrradiance);
  return {
    current: rear.jsc_mA_cm2 / front.jsc_mA_cm2,
    voltage: rear.voc_V / front.voc_V,
    power: rear.pmax_W_m2 / front.pmax_W_m2,
  };
}
