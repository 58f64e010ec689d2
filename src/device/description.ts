import type { InjectedSilicon } from '../physics/injectedSilicon.ts';
import type { BoundDopants } from '../physics/ionisation.ts';
import type { EmissionModel } from './emissionModels.ts';

/**
 * What the solver needs to know of a device: layers of semiconductor from front to rear,
 * what happens where they meet, and the two contacts. Lengths in cm, densities in cm^-3,
 * energies in eV, times in s, velocities in cm/s.
 */
export interface DeviceDescription {
  /** Lattice temperature, K. */
  readonly temperature: number;
  /** From front to rear; at least one. */
  readonly layers: readonly DeviceLayer[];
  /** One between each pair of neighbouring layers. */
  readonly interfaces: readonly Interface[];
  readonly front: Contact;
  readonly rear: Contact;
  /** How the meshes of the layers are made finer; they stay as given when left out. */
  readonly refinement?: Refinement;
}

/** What makes a mesh finer than its layers say. */
export interface Refinement {
  /** Current that the films are to carry without the mesh being seen, A/cm^2; 0 for any mesh. */
  readonly current: number;
  /** Parts that each interval is divided into after that, a whole number; 1 when left out. */
  readonly fineness?: number;
}

/** A layer of one material, in which properties change smoothly. */
export interface DeviceLayer {
  readonly name: string;
  readonly thickness: number;
  readonly spacing: LayerSpacing | { readonly positions: ArrayLike<number> };
  /** Properties at a depth below the layer's own front. */
  readonly at: (depth: number) => NodeProperties;
  /** Continuous defect distribution of an amorphous layer. */
  readonly defects?: DefectDistribution;
}

/** Node spacing, cm: at the two faces, the largest, and the largest ratio of neighbours. */
export interface LayerSpacing {
  readonly front: number;
  readonly rear: number;
  readonly largest: number;
  readonly growth: number;
}

/** Everything the equations need at one node. */
export interface NodeProperties {
  readonly permittivity: number;
  /** Electron affinity and gap, eV, narrowing included. */
  readonly affinity: number;
  readonly gap: number;
  /** Fermi-Dirac statistics; Boltzmann's where it is left out. */
  readonly degenerate?: boolean;
  /** Effective densities of states, cm^-3. */
  readonly conductionStates: number;
  readonly valenceStates: number;
  /** Donors minus acceptors; ionised, all but those that hold carriers. */
  readonly netDoping: number;
  /** Dopants that can hold a carrier; none where left out. */
  readonly bound?: { readonly donors: BoundDopants; readonly acceptors: BoundDopants };
  /** Ionised donors minus acceptors of a neutral place in equilibrium, if not `netDoping`. */
  readonly ionisedDoping?: number;
  readonly electronMobility: number;
  readonly holeMobility: number;
  /** SRH lifetimes; Infinity where there is no such recombination. */
  readonly electronLifetime: number;
  readonly holeLifetime: number;
  /** Trap level above the intrinsic level. */
  readonly trapLevel: number;
  /** Whether the field shortens the lifetimes (`trapAssistedTunnelling`). */
  readonly tunnels?: boolean;
  /** Radiative coefficient B in R = B (np - nie^2), cm^3/s. */
  readonly radiative: number;
  /** Whether carriers screen it (`relativeEmission`). */
  readonly screened?: boolean;
  readonly auger: AugerLaw;
  /** Silicon whose narrowing and mobility follow its injection. */
  readonly injected?: InjectedSilicon;
}

/**
 * Auger recombination R = C (np - nie^2):
 * constant C = electron n + hole p; richter2012, niewelt2022 and altermatt1997 as published
 * (Richter's equilibrium densities are those of the neutral local doping); pc1d between its low
 * and high injection limits,
 * C = (Cn Nd + Cx p/2) n / (p + Nd) + (Cp Na + Cx n/2) p / (n + Na).
 */
export type AugerLaw =
  | { readonly model: 'none' }
  | { readonly model: 'constant'; readonly electron: number; readonly hole: number }
  | { readonly model: 'richter2012'; readonly n0: number; readonly p0: number }
  | { readonly model: 'niewelt2022' }
  | { readonly model: 'altermatt1997'; readonly temperature: number }
  | { readonly model: 'pc1d'; readonly donors: number; readonly acceptors: number };

/** Density of gap states, cm^-3 eV^-1, and their capture cross-sections, cm^2. */
export interface DefectDistribution {
  readonly conductionTail?: ExponentialTail;
  readonly valenceTail?: ExponentialTail;
  /** Acceptor-like (negative when filled) and donor-like (positive when empty) bonds. */
  readonly acceptorBonds?: GaussianBonds;
  readonly donorBonds?: GaussianBonds;
  /** Bonds with three charge states. */
  readonly amphotericBonds?: AmphotericBonds;
  readonly capture: {
    readonly neutral: number;
    readonly charged: number;
    readonly thermalVelocity: number;
  };
}
/** A band tail: density of states at the edge, which falls by e over the Urbach energy, eV. */
export interface ExponentialTail {
  readonly density: number;
  readonly urbachEnergy: number;
}
/** `energy` is that of the lower level (+/0); the upper (0/-) lies higher by the correlation energy. */
export interface AmphotericBonds extends GaussianBonds {
  readonly correlationEnergy: number;
}
/** Dangling bonds: density of states at the centre of a Gaussian. */
export interface GaussianBonds {
  readonly density: number;
  /** Centre above the valence band edge and standard deviation. */
  readonly energy: number;
  readonly width: number;
}

/**
 * joined: one node; the doping of its box is the mean of both sides (a step of doping in
 * one material). abrupt: two nodes at one place, joined by thermionic emission.
 */
export type Interface =
  | { readonly kind: 'joined' }
  | {
      readonly kind: 'abrupt';
      /** Law of thermionic emission, wu1979 where it is left out. */
      readonly emission?: EmissionModel;
      /** Factors on thermionic emission (a tunnel oxide), 1 for a clean step. */
      readonly electronTransmission?: number;
      readonly holeTransmission?: number;
      /** Fixed charge in the interface, q cm^-2. */
      readonly charge?: number;
      /** Step of the potential from front to rear (a layer of dipoles), V. */
      readonly dipole?: number;
      /** Recombination by midgap states on either side's node. */
      readonly front?: SurfaceRecombination;
      readonly rear?: SurfaceRecombination;
    };

/** Recombination velocities of a face, cm/s. */
export interface SurfaceRecombination {
  readonly electronVelocity: number;
  readonly holeVelocity: number;
}

/**
 * schottky: the potential is that of a metal with the given work function, the densities relax
 * to what that potential allows; velocities left at 0 become the thermal ones.
 * tunnel: the same through a barrier that carriers cross by thermionic field emission. Where the
 * work function depletes the layer at the contact, its bending is the share kT/E0 of the whole
 * (`tunnellingEnergy`): the barrier that decides the current exp(-bending/E0). The space charge
 * inside that share is left out, so that the model is an effective one.
 * pinned: an ohmic contact; the potential is that of local neutrality in equilibrium, the
 * densities relax to their equilibrium values with the given velocities.
 * neutral: the surface stays charge-neutral under injection, the majority level is that of
 * the contact, minorities recombine at the surface (SRH form and j0 form added).
 */
export interface Contact extends SurfaceRecombination {
  readonly model: 'pinned' | 'neutral' | 'schottky' | 'tunnel';
  /** eV; with the schottky and tunnel models. */
  readonly workFunction?: number;
  /** Mass of tunnelling, in masses of a free electron; with the tunnel model. */
  readonly tunnelMass?: number;
  /** Recombination current j0 (np/nie^2 - 1), A/cm^2; with the neutral model only. */
  readonly j0?: number;
}
