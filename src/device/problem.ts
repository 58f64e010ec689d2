import type { EnhancedAuger } from '../physics/auger.ts';
import type { InjectionTable } from '../physics/injectedSilicon.ts';
import type { RelativeEmission } from '../physics/radiativeScreening.ts';
import type { FieldEnhancement } from '../physics/trapAssistedTunnelling.ts';
import type { DefectTable } from './defectTable.ts';
import type { DeviceDescription } from './description.ts';

/** Auger law of a node, as a number for the inner loop. */
export const augerCode = {
  none: 0,
  constant: 1,
  richter2012: 2,
  niewelt2022: 3,
  pc1d: 4,
  altermatt1997: 5,
} as const;

/**
 * A device on its mesh at one temperature: all that does not change while it is solved.
 *
 * Potentials are in kT/q, densities in cm^-3, currents in carriers cm^-2 s^-1.
 * Node arrays have one entry a node, edge arrays one for the edge to the next node.
 */
export interface DeviceProblem {
  readonly temperature: number;
  readonly nodes: number;
  /** Position from the front, cm. The two nodes of an abrupt interface share it. */
  readonly x: Float64Array;
  /** Index ranges of the layers, both ends included. */
  readonly layers: readonly {
    readonly name: string;
    readonly first: number;
    readonly last: number;
  }[];
  /** Box length of a node, cm. */
  readonly box: Float64Array;
  /** n = exp(psi + thetaN - phiN), p = exp(phiP - psi + thetaP), without degeneracy. */
  readonly thetaN: Float64Array;
  readonly thetaP: Float64Array;
  /** 1 where carriers follow Fermi-Dirac statistics; ln Nc and ln Nv of those nodes. */
  readonly degenerate: Uint8Array;
  readonly logStatesN: Float64Array;
  readonly logStatesP: Float64Array;
  /** nie^2 = exp(thetaN + thetaP), cm^-6, without degeneracy. */
  readonly nie2: Float64Array;
  /** 1 where nie^2 moves with the levels: degenerate nodes and those that follow injection. */
  readonly variable: Uint8Array;
  /** Table of a node whose narrowing and mobility follow its injection, -1 where none. */
  readonly injectionOf: Int16Array;
  readonly injections: readonly InjectionTable[];
  readonly doping: Float64Array;
  /** 1 where dopants can hold carriers: how many of either kind, and their g n1, cm^-3. */
  readonly binds: Uint8Array;
  readonly boundN: Float64Array;
  readonly halfN: Float64Array;
  readonly boundP: Float64Array;
  readonly halfP: Float64Array;
  /** Fixed charge of an interface at a node, q cm^-2. */
  readonly sheet: Float64Array;
  /** Edge: potential step of dipoles at an abrupt interface, kT/q. */
  readonly dipole: Float64Array;
  /** Edge: epsilon kT/q^2 / h, cm^-2. */
  readonly displacement: Float64Array;
  /** Edge: diffusion velocity mu kT/q / h, or emission velocity at an abrupt interface, cm/s. */
  readonly electronVelocity: Float64Array;
  readonly holeVelocity: Float64Array;
  /** Edge: 1 where the flux is thermionic emission. */
  readonly emission: Uint8Array;
  /** SRH lifetimes and trap densities; a lifetime product of 0 in `srh` means none. */
  readonly srh: Uint8Array;
  readonly tauN: Float64Array;
  readonly tauP: Float64Array;
  readonly n1: Float64Array;
  readonly p1: Float64Array;
  /** 1 where the field shortens the lifetimes, as `enhancement` says; whether it does anywhere. */
  readonly tunnels: Uint8Array;
  readonly tunnelsAnywhere: boolean;
  readonly enhancement: FieldEnhancement;
  /** B, cm^3/s; where a node `emits`, B ni^2, the light that nie^2 does not change, cm^-3 s^-1. */
  readonly radiative: Float64Array;
  readonly emits: Uint8Array;
  /** 1 where carriers screen B, as `screening` says. */
  readonly screened: Uint8Array;
  readonly screening: RelativeEmission;
  readonly auger: Uint8Array;
  /** Constant: coefficients of n, p. Richter: fixed part, signed injection part. PC1D: Nd, Na. */
  readonly augerA: Float64Array;
  readonly augerB: Float64Array;
  /** What Altermatt's law has at this temperature. */
  readonly enhancedAuger: EnhancedAuger;
  /** 1/S of interface states at a node, s/cm; 0 in `surface` means none. */
  readonly surface: Uint8Array;
  readonly surfaceN: Float64Array;
  readonly surfaceP: Float64Array;
  /** Defect table of a node, -1 where none. */
  readonly defectOf: Int16Array;
  readonly defects: readonly DefectTable[];
  /** What the inner loops read of the above, record by record: `packInputs`. */
  readonly nodeInputs: Float64Array;
  readonly nodeTraits: Uint16Array;
  readonly edgeInputs: Float64Array;
  readonly edgeKinds: Uint8Array;
  readonly description: DeviceDescription;
  /** Equilibrium properties at the nodes, for band diagrams: affinity and gap, eV. */
  readonly affinity: Float64Array;
  readonly gap: Float64Array;
}

/**
 * Where a node lies, for messages.
 *
 * @param problem the device
 * @param i node
 * @returns the layer's name and the depth below the front, cm
 */
export function placeOf(problem: DeviceProblem, i: number): { layer: string; depth: number } {
  const layer = problem.layers.find((range) => i >= range.first && i <= range.last);
  return { layer: layer?.name ?? '', depth: problem.x[i] ?? Number.NaN };
}
