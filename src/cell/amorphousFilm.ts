import { dopingOfActivation } from '../device/activatedDoping.ts';
import type { AmorphousInput } from '../device/amorphousSilicon.ts';
import type { DefectDistribution } from '../device/description.ts';
import { UsageError } from './errors.ts';
import type { AmorphousSiliconLayer } from './schema.ts';

/** A film of a cell file as the device equations see it. */
export interface AmorphousFilm {
  /** Bands, mobilities and net doping at 300 K. */
  readonly input: AmorphousInput;
  readonly defects: DefectDistribution | undefined;
}

/**
 * What a film is electrically; dopants that are given by an activation energy are worked out.
 *
 * @param film layer of kind `amorphous-silicon`
 * @throws UsageError for an activation energy that no dopants of its type can make
 */
export function amorphousFilm(film: AmorphousSiliconLayer): AmorphousFilm {
  const defects = gapStates(film);
  const bands = {
    gap: film.band_gap,
    affinity: film.affinity,
    permittivity: film.permittivity,
    conductionStates: film.conduction_states,
    valenceStates: film.valence_states,
    electronMobility: film.electron_mobility,
    holeMobility: film.hole_mobility,
  };
  return { input: { ...bands, netDoping: netDoping(film, bands, defects) }, defects };
}

/** Donors minus acceptors, cm^-3. */
function netDoping(
  { name, doping }: AmorphousSiliconLayer,
  bands: Omit<AmorphousInput, 'netDoping'>,
  defects: DefectDistribution | undefined,
): number {
  if (!doping) return 0;
  const sign = doping.type === 'n' ? 1 : -1;
  if (doping.density !== undefined) return sign * doping.density;
  const activation = doping.activation_energy ?? 0;
  const net = dopingOfActivation(doping.type, activation, bands, defects);
  if (sign * net < 0) {
    const stated = activation.toPrecision(3);
    throw new UsageError(
      `${name}: doping.activation_energy ${stated} eV: gap states alone bring the Fermi level nearer to its band`,
    );
  }
  return net;
}

function gapStates({
  capture,
  tails,
  dangling_bonds,
}: AmorphousSiliconLayer): DefectDistribution | undefined {
  if (!capture) return undefined;
  const amphoteric = dangling_bonds?.amphoteric;
  const tail = (t: { density: number; urbach_energy: number } | undefined) =>
    t && { density: t.density, urbachEnergy: t.urbach_energy };
  return {
    conductionTail: tail(tails?.conduction),
    valenceTail: tail(tails?.valence),
    acceptorBonds: dangling_bonds?.acceptor,
    donorBonds: dangling_bonds?.donor,
    ...(amphoteric
      ? { amphotericBonds: { ...amphoteric, correlationEnergy: amphoteric.correlation_energy } }
      : {}),
    capture: {
      neutral: capture.neutral,
      charged: capture.charged,
      thermalVelocity: capture.thermal_velocity,
    },
  };
}
