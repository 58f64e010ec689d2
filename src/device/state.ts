/** A contact as the iteration sees it. */
export interface ContactState {
  readonly pinned: boolean;
  /** Carrier of the majority next to it, where that is neutral. */
  readonly majority: 'electrons' | 'holes';
  /** Carrier that is collected here, and not at the other contact. */
  readonly collects: 'electrons' | 'holes';
  /** Pinned potential at the present bias, kT/q. */
  psi: number;
  /** phiN + offsetN is the electrons' quasi-Fermi potential relative to the contact. */
  offsetN: number;
  offsetP: number;
  /** Pinned: S times equilibrium density, carriers cm^-2 s^-1. */
  readonly electronFlux: number;
  readonly holeFlux: number;
  /** Neutral: surface recombination. */
  readonly srh: boolean;
  readonly inverseElectronVelocity: number;
  readonly inverseHoleVelocity: number;
  /** A/cm^2. */
  readonly j0: number;
}

/**
 * The solver's working memory, allocated once for a device.
 *
 * phiN and phiP are kept relative to the contact that collects that carrier (shiftN, shiftP
 * are added back where densities are formed): in the heavily doped regions the differences
 * that carry the current are of order 1e-10, and would drown in the rounding of a bias of 30.
 * Where the levels drop before that contact (a barrier, a resistive film) even this is not
 * enough, so the differences are carried along as numbers of their own: they take each
 * Newton step's difference, which is exact as the steps vanish.
 */
export interface DeviceState {
  readonly psi: Float64Array;
  readonly phiN: Float64Array;
  readonly phiP: Float64Array;
  shiftN: number;
  shiftP: number;
  /** Differences phi(i+1) - phi(i), which the iteration keeps to full relative precision. */
  readonly dPhiN: Float64Array;
  readonly dPhiP: Float64Array;
  readonly electrons: Float64Array;
  readonly holes: Float64Array;
  /** The rest that belongs to the densities, as `carrierRecord` says. */
  readonly carriers: Float64Array;
  /** Generation in each node's box at one sun of `light`, carriers cm^-2 s^-1. */
  readonly generation: Float64Array;
  light: number;
  readonly front: ContactState;
  readonly rear: ContactState;
  /** Matrices of the last elimination, nine a node; the step, three a node. */
  readonly steps: Float64Array;
  readonly update: Float64Array;
  readonly tangentEnd: Float64Array;
  /** Results of all nodes and of all edges, as `nodeResult` and `edgeResult` say. */
  readonly nodeResults: Float64Array;
  readonly edgeResults: Float64Array;
  /**
   * Derivatives of a node's recombination by the steps of psi from its left and to its right
   * neighbour, two a node; none where no node `tunnels`.
   */
  readonly fieldSlopes: Float64Array;
  readonly defectOut: Float64Array;
  readonly surfaceOut: Float64Array;
}
