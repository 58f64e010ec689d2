/** A contact as the iteration sees it. */
export interface ContactState {
  readonly pinned: boolean;
  readonly majority: 'electrons' | 'holes';
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
  /** Logarithm of the degeneracy factors, and d ln n / d eta. */
  readonly gammaN: Float64Array;
  readonly gammaP: Float64Array;
  readonly slopeN: Float64Array;
  readonly slopeP: Float64Array;
  /**
   * Where a node follows its injection: shift of both band edges, kT, derivatives of ln n and
   * ln p by the splitting at fixed own levels, root of the factor on both mobilities and the
   * derivative of its logarithm by the splitting. Elsewhere 0, 0, 1 and 0.
   */
  readonly narrowN: Float64Array;
  readonly narrowP: Float64Array;
  readonly bySplitN: Float64Array;
  readonly bySplitP: Float64Array;
  readonly rootN: Float64Array;
  readonly rootP: Float64Array;
  readonly rootNBySplit: Float64Array;
  readonly rootPBySplit: Float64Array;
  /** Generation in each node's box at one sun of `light`, carriers cm^-2 s^-1. */
  readonly generation: Float64Array;
  light: number;
  readonly front: ContactState;
  readonly rear: ContactState;
  /** Matrices of the last elimination, nine a node; the step, three a node. */
  readonly steps: Float64Array;
  readonly update: Float64Array;
  readonly tangentEnd: Float64Array;
  readonly defectOut: Float64Array;
  readonly edgeOut: Float64Array;
  readonly nodeOut: Float64Array;
  readonly surfaceOut: Float64Array;
  readonly injectionOut: Float64Array;
}
