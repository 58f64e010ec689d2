import { crystallineMesh } from '../device/automaticMesh.ts';
import { crystallineSilicon } from '../device/crystallineSilicon.ts';
import type { DeviceLayer, NodeProperties } from '../device/description.ts';
import { thermalVoltage } from '../physics/constants.ts';
import { erfc } from '../physics/erfc.ts';
import { defectLifetimes } from '../physics/knownDefects.ts';
import { dopingFromResistivity } from '../physics/resistivity.ts';
import { type DopingTable, dopingAt } from './dopingTable.ts';
import { UsageError } from './errors.ts';
import type { CellDiffusion, CellWafer } from './schema.ts';

/** cm in a um. */
const micrometre = 1e-4;

/** Name of the wafer among the layers of a device. */
export const waferLayer = 'wafer';

/**
 * The wafer with its diffusions, as a layer of the device.
 *
 * @param given description of the wafer
 * @param temperature lattice temperature, K
 * @param radiative radiative coefficient less photon recycling, cm^3/s
 * @param tables measured doping profiles
 * @param films which faces a semiconducting film lies on
 */
export function assembleWafer(
  given: CellWafer,
  temperature: number,
  radiative: number,
  tables: Readonly<Record<string, DopingTable>>,
  films: { readonly front: boolean; readonly rear: boolean },
): DeviceLayer {
  const thickness = given.thickness * micrometre;
  const bulk =
    given.doping.density ?? dopingFromResistivity(given.doping.resistivity ?? 1, given.doping.type);
  const lifetime = waferLifetime(given);
  const dopants = (depth: number) => {
    let donors = given.doping.type === 'n' ? bulk : 0;
    let acceptors = given.doping.type === 'p' ? bulk : 0;
    for (const diffusion of given.diffusions) {
      const added = diffused(diffusion, depth, thickness, tables);
      if (diffusion.type === 'n') donors += added;
      else acceptors += added;
    }
    return { donors, acceptors };
  };
  const silicon = (donors: number, acceptors: number) =>
    crystallineSilicon({
      temperature,
      donors,
      acceptors,
      electronLifetime: lifetime.electron,
      holeLifetime: lifetime.hole,
      trapLevel: lifetime.level,
      radiative,
      models: given.models,
    });
  // Most depths are doped as the one before.
  let last = { donors: Number.NaN, acceptors: Number.NaN };
  let properties: NodeProperties;
  const at = (depth: number) => {
    const doped = dopants(depth);
    if (doped.donors !== last.donors || doped.acceptors !== last.acceptors) {
      properties = silicon(doped.donors, doped.acceptors);
      last = doped;
    }
    return properties;
  };
  const layer = {
    thickness,
    netDoping: (depth: number) => {
      const { donors, acceptors } = dopants(depth);
      return donors - acceptors;
    },
    steps: uniformEnds(given),
    films,
    diffusionLength: diffusionLength(at(thickness / 2), temperature),
  };
  const spacing = { positions: crystallineMesh(layer) };
  return { name: waferLayer, thickness, spacing, at };
}

/** Depths at which uniform diffusions end, cm. */
function uniformEnds({ diffusions, thickness }: CellWafer): number[] {
  return diffusions
    .filter((diffusion) => diffusion.profile === 'uniform')
    .map(({ side, depth = 0 }) => (side === 'front' ? depth : thickness - depth) * micrometre);
}

/** Way that the slower carrier makes within the shorter lifetime, cm. */
function diffusionLength(bulk: NodeProperties, temperature: number): number {
  const mobility = Math.min(bulk.electronMobility, bulk.holeMobility);
  const lifetime = Math.min(bulk.electronLifetime, bulk.holeLifetime);
  return Math.sqrt(mobility * thermalVoltage(temperature) * lifetime);
}

/** SRH lifetimes as given, or those of a named centre. */
function waferLifetime({ lifetime, doping }: CellWafer): {
  electron: number;
  hole: number;
  level: number;
} {
  const { defect, minority, electron, hole, trap_level } = lifetime;
  if (defect !== undefined && minority !== undefined) {
    return defectLifetimes(defect, minority, doping.type);
  }
  const none = Number.POSITIVE_INFINITY;
  return { electron: electron ?? none, hole: hole ?? none, level: trap_level };
}

/** Dopants of a diffusion at a depth below the wafer's front, cm^-3. */
export function diffused(
  diffusion: CellDiffusion,
  depth: number,
  thickness: number,
  tables: Readonly<Record<string, DopingTable>>,
): number {
  const distance = diffusion.side === 'front' ? depth : thickness - depth;
  const { profile, peak = 0, file = '' } = diffusion;
  if (profile === 'table') {
    const table = tables[file];
    if (!table) throw new UsageError(`wafer.diffusions.${diffusion.name}: no profile "${file}"`);
    return dopingAt(table, distance);
  }
  const u = distance / ((diffusion.depth ?? 1) * micrometre);
  switch (profile) {
    case 'gaussian':
      return peak * Math.exp(-u * u);
    case 'erfc':
      return peak * erfc(u);
    case 'exponential':
      return peak * Math.exp(-u);
    case 'uniform':
      // The node at the end of the box belongs to both sides.
      if (Math.abs(u - 1) < 1e-9) return peak / 2;
      return u < 1 ? peak : 0;
  }
}
