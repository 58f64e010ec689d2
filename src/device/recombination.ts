import { altermatt1997, niewelt2022, richter } from '../physics/auger.ts';
import { pc1dAuger } from '../physics/pc1d.ts';
import { relativeEmission } from '../physics/radiativeScreening.ts';
import { defectResult, defectSums } from './defectTable.ts';
import { carrierRecord } from './densities.ts';
import type { Device } from './device.ts';
import { fieldEnhancement } from './fieldEnhancement.ts';
import { nodeResult, nodeTerms } from './nodeTerms.ts';
import { augerCode, type DeviceProblem } from './problem.ts';

/** Ways in which an electron and a hole vanish inside a device. */
export const mechanisms = ['srh', 'radiative', 'auger', 'defects', 'surface'] as const;

/** A way in which carriers recombine: `defects` are the gap states of amorphous layers. */
export type Mechanism = (typeof mechanisms)[number];

/** Recombination in each node's box, cm^-2 s^-1, by mechanism; and all of it. */
export type RecombinationRates = Readonly<Record<Mechanism | 'total', Float64Array>>;

/**
 * Recombination by place and mechanism at the present point of a device. `total` is what the
 * equations were solved with; the mechanisms are worked out from the densities and add up to it.
 *
 * @param device solved; it is not changed
 * @returns rates of each node's box; `surface` is that of interface states at the node
 */
export function recombinationRates(device: Device): RecombinationRates {
  const { problem, state } = device;
  const array = () => new Float64Array(problem.nodes);
  const rates = {
    srh: array(),
    radiative: array(),
    auger: array(),
    defects: array(),
    surface: array(),
    total: array(),
  };
  const gap = new Float64Array(defectResult.length);
  nodeTerms(problem, state, 0, problem.nodes);
  const result = (i: number, name: keyof typeof nodeResult) =>
    state.nodeResults[nodeResult.length * i + nodeResult[name]]!;
  for (let i = 0; i < problem.nodes; i++) {
    const n = state.electrons[i]!;
    const p = state.holes[i]!;
    const excess = result(i, 'excess');
    const volume = excess * problem.box[i]!;
    const n1 = problem.n1[i]!;
    const p1 = problem.p1[i]!;
    rates.total[i] = result(i, 'rate');
    rates.radiative[i] =
      problem.emits[i] === 1
        ? problem.radiative[i]! *
          Math.expm1(state.carriers[carrierRecord.length * i + carrierRecord.split]!) *
          problem.box[i]!
        : volume * problem.radiative[i]!;
    if (problem.screened[i] === 1) {
      rates.radiative[i]! *= relativeEmission(n + p, problem.temperature);
    }
    rates.auger[i] = volume * augerCoefficient(problem, i, n, p);
    if (problem.srh[i] === 1) {
      rates.srh[i] = volume / (problem.tauP[i]! * (n + n1) + problem.tauN[i]! * (p + p1));
      if (problem.tunnels[i] === 1) rates.srh[i]! *= 1 + fieldEnhancement(problem, state, i);
    }
    const table = problem.defects[problem.defectOf[i]!];
    if (table) {
      defectSums(table, n, p, gap);
      rates.defects[i] = volume * gap[defectResult.rate]!;
    }
    if (problem.surface[i] === 1) {
      rates.surface[i] =
        excess / (problem.surfaceP[i]! * (n + n1) + problem.surfaceN[i]! * (p + p1));
    }
  }
  return rates;
}

/** C in R = C (np - nie^2), cm^3/s. */
function augerCoefficient(problem: DeviceProblem, i: number, n: number, p: number): number {
  const a = problem.augerA[i]!;
  const b = problem.augerB[i]!;
  switch (problem.auger[i]) {
    case augerCode.constant:
      return a * n + b * p;
    case augerCode.richter2012:
      // The sign tells which carrier is the minority.
      return a + Math.abs(b) * (b > 0 ? p : n) ** richter.exponent;
    case augerCode.niewelt2022:
      return niewelt2022(n, p);
    case augerCode.altermatt1997:
      return altermatt1997(n, p, problem.temperature);
    case augerCode.pc1d: {
      const electrons = (pc1dAuger.electron * a + 0.5 * pc1dAuger.ambipolar * p) / (p + a);
      const holes = (pc1dAuger.hole * b + 0.5 * pc1dAuger.ambipolar * n) / (n + b);
      return electrons * n + holes * p;
    }
    default:
      return 0;
  }
}
