import { boltzmann } from '../physics/constants.ts';
import { degeneracyFactor } from '../physics/fermiDirac.ts';
import { followsInjection } from '../physics/injectedSilicon.ts';
import { boundDopants, neutralDopants, neutralElectrons } from '../physics/ionisation.ts';
import {
  densityModels,
  gapModels,
  type LocalSilicon,
  mobilityModels,
  narrowingModels,
  type SiliconModels,
} from '../physics/siliconModels.ts';
import { siliconStates } from '../physics/siliconStates.ts';
import type { AugerLaw, NodeProperties } from './description.ts';

/** Electron affinity of silicon, eV (S. M. Sze, Physics of Semiconductor Devices, app. G). */
const affinity = 4.05;
/** Relative permittivity of silicon (Sze, app. G: 11.9; 11.7 by Krupka 2006 at 300 K). */
export const siliconPermittivity = 11.7;

/** Degeneracy factor of the doping below which a node follows Fermi-Dirac statistics. */
const nearlyBoltzmann = 0.9995;

/** What is known of the silicon at a place. */
export interface SiliconInput {
  /** Lattice temperature, K. */
  readonly temperature: number;
  /** Ionised dopants, cm^-3. */
  readonly donors: number;
  readonly acceptors: number;
  /** SRH lifetimes, s. */
  readonly electronLifetime: number;
  readonly holeLifetime: number;
  /** Trap level above the intrinsic level, eV. */
  readonly trapLevel: number;
  /** Radiative coefficient of the intrinsic crystal less photon recycling, cm^3/s. */
  readonly radiative: number;
  readonly models: SiliconModels;
}

/**
 * Properties of crystalline silicon at a node: gap and densities of states, narrowing at the
 * neutral equilibrium density of the local doping, mobility, lifetimes. Heavily doped nodes
 * follow Fermi-Dirac statistics.
 *
 * Narrowing and mobility are those of equilibrium; with the model `injection: quasi-neutral` the
 * device moves both with the splitting of its quasi-Fermi levels (`injectionTable`).
 *
 * Radiative recombination is B (ni^2/nie^2) (np - nie^2) with the model `screening: fell2021`:
 * narrowing moves the levels but emits no extra light. With the others it is B (np - nie^2), B
 * falling with the carriers with `altermatt2005`.
 *
 * @param input doping, lifetimes, temperature and the choice of laws
 * @returns the node's properties
 * @throws RangeError when the temperature is outside 150 to 450 K
 */
export function crystallineSilicon(input: SiliconInput): NodeProperties {
  const { temperature, donors, acceptors, models } = input;
  if (!(temperature >= 150 && temperature <= 450)) {
    throw new RangeError(`silicon laws hold from 150 to 450 K, not at ${temperature} K`);
  }
  const ni = densityModels[models.density].law(temperature);
  const wideGap = gapModels[models.gap ?? 'paessler2002'].law(temperature);
  const states = siliconStates(temperature, ni, wideGap);
  const partly =
    models.ionisation === 'altermatt2006' ? partlyIonised(input, states, ni) : undefined;
  const { net, n0, p0 } = partly?.ionised ?? neutralDensities(donors - acceptors, ni);
  const local = { donors, acceptors, electrons: n0, holes: p0, temperature };
  const shift = narrowingModels[models.narrowing].law({ ...local, ...partly?.ionised });
  // Apparent narrowing has degeneracy in it.
  const boltzmannOnly = models.narrowing === 'yan2014-apparent';
  const gammaN = boltzmannOnly ? 1 : degeneracyFactor(n0, states.conduction);
  const gammaP = boltzmannOnly ? 1 : degeneracyFactor(p0, states.valence);
  const gap = wideGap - shift.conduction - shift.valence;
  const nie2 =
    states.conduction *
    gammaN *
    states.valence *
    gammaP *
    Math.exp(-gap / (boltzmann * temperature));
  const { screening = 'fell2021' } = models;
  const thermodynamic = screening === 'fell2021';
  const injected = {
    ...{ donors, acceptors, temperature, models },
    ...(partly ? { ionised: partly.ionised } : {}),
    ...(thermodynamic ? { emission: input.radiative * ni * ni } : {}),
  };
  const mobility = mobilityModels[models.mobility].law(local);
  return {
    permittivity: siliconPermittivity,
    affinity: affinity + shift.conduction,
    gap,
    degenerate: Math.min(gammaN, gammaP) < nearlyBoltzmann,
    conductionStates: states.conduction,
    valenceStates: states.valence,
    netDoping: donors - acceptors,
    ...(partly ? { bound: partly.bound, ionisedDoping: net } : {}),
    electronMobility: mobility.electron,
    holeMobility: mobility.hole,
    electronLifetime: input.electronLifetime,
    holeLifetime: input.holeLifetime,
    trapLevel: input.trapLevel,
    ...(models.tunnelling === 'hurkx1992' ? { tunnels: true } : {}),
    radiative: thermodynamic ? (input.radiative * ni * ni) / nie2 : input.radiative,
    ...(screening === 'altermatt2005' ? { screened: true } : {}),
    auger: augerLaw(models.auger, local),
    ...(followsInjection(injected) ? { injected } : {}),
  };
}

/** Carriers of neutral silicon in equilibrium. */
interface NeutralDensities {
  /** Ionised donors minus acceptors. */
  readonly net: number;
  readonly n0: number;
  readonly p0: number;
}

function neutralDensities(net: number, ni: number): NeutralDensities {
  const majority = (Math.abs(net) + Math.hypot(net, 2 * ni)) / 2;
  const minority = (ni * ni) / majority;
  return net >= 0 ? { net, n0: majority, p0: minority } : { net, n0: minority, p0: majority };
}

/** Dopants that can hold carriers, and what is ionised where nothing disturbs them. */
function partlyIonised(
  { donors, acceptors, temperature }: SiliconInput,
  states: { readonly conduction: number; readonly valence: number },
  ni: number,
) {
  const bound = {
    donors: boundDopants('donors', donors, states.conduction, temperature),
    acceptors: boundDopants('acceptors', acceptors, states.valence, temperature),
  };
  const doping = { donors, acceptors, boundDonors: bound.donors, boundAcceptors: bound.acceptors };
  const n = neutralElectrons(doping, ni);
  const charged = {
    donors: donors - neutralDopants(bound.donors, n),
    acceptors: acceptors - neutralDopants(bound.acceptors, (ni * ni) / n),
  };
  return {
    bound,
    ionised: { ...neutralDensities(charged.donors - charged.acceptors, ni), ...charged },
  };
}

function augerLaw(model: SiliconModels['auger'], at: LocalSilicon): AugerLaw {
  if (model === 'richter2012') return { model, n0: at.electrons, p0: at.holes };
  if (model === 'altermatt1997') return { model, temperature: at.temperature };
  if (model === 'pc1d') return { model, donors: at.donors, acceptors: at.acceptors };
  return { model };
}
