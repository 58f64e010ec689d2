import { assembleOptics } from '../cell/assembleOptics.ts';
import type { Cell } from '../cell/cell.ts';
import type { TerminalSimulator } from '../cell/fidelity.ts';
import {
  type LumpedCell,
  type LumpedSimulator,
  lumpedCell,
  lumpedTerminals,
} from '../cell/lumped.ts';
import { type CellSimulator, cellPhotons, cellSimulator } from '../cell/simulate.ts';
import type { SimulatorTrail } from '../cell/simulatorTrail.ts';
import type { Skins } from '../cell/skin.ts';
import { computeSkins } from '../cell/skins.ts';
import { unitIrradiance } from '../cell/terminalFigures.ts';
import { CalculationError } from '../device/errors.ts';
import { profileEnergy } from '../energy/operatingMap.ts';
import type { Profile } from '../energy/profile.ts';
import { photonFluxInBins } from '../light/photonFlux.ts';
import { type Spectrum, scaleSpectrum } from '../light/spectrum.ts';
import { rememberedOptics, type SolveOptics } from '../optics/rememberedOptics.ts';
import { binEdges, wavelengthsFor } from '../optics/wavelengths.ts';
import { zeroCelsius } from '../physics/constants.ts';
import type { analysisFigures } from './analysisFigures.ts';
import { analysesOf, needOnlyPower, type SweepFigure } from './figures.ts';
import type { SweepPlan } from './plan.ts';
import type { FieldSolver, SweepField } from './sweepField.ts';

/** What is solved at a point. */
export interface PointInput {
  /** The same object as long as the cell is the same. */
  readonly cell: Cell;
  /** The cell that its skins are computed of: the same object as long as they are the same. */
  readonly skinCell: Cell;
  /** The cell without its circuit: the same object as long as that is all that moves. */
  readonly waferCell: Cell;
  readonly temperature: number;
  readonly irradiance: number;
  /** For a year of weather: the same object as long as it is the same. */
  readonly field?: SweepField;
}

/** Solves points one after the other; each starts from the last. */
export interface PointSolver {
  /** Figures in the order that was asked for; undefined for one that this cell does not have. */
  solve(input: PointInput): (number | undefined)[];
  /** Forgets the last point, so that the next starts as the first did. */
  restart(): void;
}

/** What all points have in common. */
export interface PointSetting {
  readonly plan: Pick<SweepPlan, 'target' | 'fidelity'>;
  readonly figures: readonly SweepFigure[];
  readonly spectrum: Spectrum;
  readonly profile?: Profile;
  /** For figures that are more than key figures. */
  readonly analyse?: typeof analysisFigures;
  /** For a year of weather. */
  readonly year?: FieldSolver;
}

/** Skins that are kept: pure functions of their cell. */
const keptSkins = 256;
/** Temperature at which skins are computed; they drift from there, degC. */
const skinTemperature = 25;

/**
 * Solvers for the points of a sweep. All share what changes no digit: optics, skins, and the solution
 * of a first point, from which blocks begin. Within a block the search for a point starts from the
 * one before, which changes digits below the tolerance of the search and is why blocks restart.
 *
 * @param setting what all points have in common
 * @param first a cell of the sweep and its usual conditions
 * @returns makes a solver; each is for points one after the other
 */
export function pointSolvers(setting: PointSetting, first: PointInput): () => PointSolver {
  const { plan, spectrum } = setting;
  const solveOptics = rememberedOptics();
  const skins = new Map<Cell, Skins>();
  const skinsOf = (cell: Cell): Skins => {
    const known = skins.get(cell);
    if (known !== undefined) return known;
    const made = computeSkins(cell, spectrum, skinTemperature);
    if (skins.size >= keptSkins) skins.clear();
    skins.set(cell, made);
    return made;
  };
  let reference: { readonly trail: SimulatorTrail | undefined } | undefined;
  const beginning = () => {
    reference ??= { trail: firstTrail(setting, first, solveOptics) };
    return reference.trail;
  };
  if (plan.fidelity === 'lumped') {
    const lumpedOf = rememberedLumped(({ waferCell, skinCell }, temperature) =>
      lumpedCell(waferCell, skinsOf(skinCell), spectrum, temperature, { solveOptics }),
    );
    return () => {
      let before: LumpedSimulator | undefined;
      const make: MakeSimulator = (input, temperature) => {
        const { circuit } = input.cell.description;
        before = lumpedTerminals(lumpedOf(input, temperature), circuit, before?.trail());
        return before;
      };
      return pointSolver(setting, solveOptics, make, () => {
        before = undefined;
      });
    };
  }
  return () => {
    // Whatever moved, the next cell is like the last: its searches start where those ended.
    let before: CellSimulator | undefined;
    const make: MakeSimulator = ({ cell }, temperature) => {
      const trail = before?.trail() ?? beginning();
      before = undefined;
      before = cellSimulator(cell, spectrum, temperature, { solveOptics, ...(trail && { trail }) });
      return before;
    };
    return pointSolver(setting, solveOptics, make, () => {
      before = undefined;
    });
  };
}

/** Wafers that are kept: pure functions of their cell and temperature, a few kilobytes each. */
const keptLumped = 4096;

function rememberedLumped(
  make: (input: PointInput, temperature: number) => LumpedCell,
): (input: PointInput, temperature: number) => LumpedCell {
  let known = new WeakMap<Cell, Map<number, LumpedCell>>();
  let count = 0;
  return (input, temperature) => {
    const found = known.get(input.waferCell)?.get(temperature);
    if (found !== undefined) return found;
    const made = make(input, temperature);
    if (++count > keptLumped) {
      known = new WeakMap();
      count = 0;
    }
    const own = known.get(input.waferCell) ?? new Map<number, LumpedCell>();
    known.set(input.waferCell, own.set(temperature, made));
    return made;
  };
}

/** What the search of the first point leaves; undefined where it fails. */
function firstTrail(
  { figures, spectrum, plan }: PointSetting,
  { cell, temperature, irradiance }: PointInput,
  solveOptics: SolveOptics,
): SimulatorTrail | undefined {
  try {
    const simulator = cellSimulator(cell, spectrum, temperature, { solveOptics });
    if (plan.target === 'simulate' && !needOnlyPower(figures)) simulator.at(irradiance);
    else simulator.mpp(irradiance);
    return simulator.trail();
  } catch (error) {
    if (!(error instanceof CalculationError || error instanceof RangeError)) throw error;
    return undefined;
  }
}

/** A cell at a temperature, degC. */
type MakeSimulator = (input: PointInput, temperature: number) => PointSimulator;

/** What solves a point, of either fidelity. */
type PointSimulator = TerminalSimulator & { trail(): unknown };

function pointSolver(
  setting: PointSetting,
  solveOptics: SolveOptics,
  make: MakeSimulator,
  restart: () => void,
): PointSolver {
  const { plan, figures, spectrum } = setting;
  let last: { readonly input: PointInput; readonly simulator: PointSimulator } | undefined;

  function simulator(input: PointInput): PointSimulator {
    if (last?.input.cell === input.cell && last.input.temperature === input.temperature) {
      return last.simulator;
    }
    last = undefined;
    const made = make(input, input.temperature);
    last = { input, simulator: made };
    return made;
  }

  const analysed = analysesOf(figures);
  const pick = (found: Readonly<Record<string, number | undefined>>) =>
    figures.map(({ name }) => found[name]);
  const solvers: Record<SweepPlan['target'], (input: PointInput) => (number | undefined)[]> = {
    simulate: (input) => {
      const at = simulator(input);
      const { irradiance } = input;
      if (!needOnlyPower(figures)) {
        const result = at.at(irradiance);
        const { photons: _, ...found } = result;
        if (setting.analyse === undefined) return pick(found);
        // What is left to the next point is left before the device is led elsewhere.
        at.trail();
        const { cell, temperature } = input;
        const simulators = (_: Cell, __: Spectrum, warm: number) => make(input, warm);
        const point = {
          cell,
          spectrum,
          irradiance,
          temperature,
          result,
          simulator: at,
          simulators,
        };
        return pick({ ...found, ...setting.analyse(analysed, point) });
      }
      const best = at.mpp(irradiance);
      return pick({ ...best, efficiency_pct: (100 * best.pmax_W_m2) / irradiance });
    },
    optics: ({ cell, temperature, irradiance }) => {
      const wavelength = wavelengthsFor(spectrum.wavelength);
      const optics = solveOptics(assembleOptics(cell), wavelength, temperature + zeroCelsius);
      const flux = photonFluxInBins(scaleSpectrum(spectrum, unitIrradiance), binEdges(wavelength));
      const { films, ...ends } = cellPhotons(cell, optics, flux);
      const found: Record<string, number> = {};
      for (const [name, value] of Object.entries({ ...ends, ...films })) {
        found[`${name}_mA_cm2`] = (value * irradiance) / unitIrradiance;
      }
      return pick(found);
    },
    energy: (input) => {
      if (setting.year !== undefined) return pick(setting.year(input.cell, input.field!));
      const at = (temperature: number) => {
        const held = make(input, temperature);
        return (irradiance: number) => held.mpp(irradiance).pmax_W_m2;
      };
      return pick({ energy_kWh_m2: profileEnergy(at, setting.profile!, input.temperature) });
    },
  };
  const solve = solvers[plan.target];
  const forget = () => {
    last = undefined;
    restart();
  };
  return {
    solve: (input) => {
      try {
        return solve(input);
      } catch (error) {
        forget();
        throw error;
      }
    },
    restart: forget,
  };
}
