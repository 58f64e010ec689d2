import { crystallineSilicon } from '../device/crystallineSilicon.ts';
import type { DeviceLayer, LayerSpacing } from '../device/description.ts';
import { layerMesh, refined } from '../device/mesh.ts';
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

/** Spacing of the wafer's mesh: fine where charge sits, wide in the neutral bulk. */
const waferSpacing = { front: 3e-8, rear: 3e-8, largest: 1.5e-4, growth: 1.18 };

/**
 * The wafer with its diffusions, as a layer of the device.
 *
 * @param given description of the wafer
 * @param temperature lattice temperature, K
 * @param radiative radiative coefficient less photon recycling, cm^3/s
 * @param tables measured doping profiles
 * @param fineness divides every spacing of the mesh
 */
export function assembleWafer(
  given: CellWafer,
  temperature: number,
  radiative: number,
  tables: Readonly<Record<string, DopingTable>>,
  fineness: number,
): DeviceLayer {
  const thickness = given.thickness * micrometre;
  const bulk =
    given.doping.density ?? dopingFromResistivity(given.doping.resistivity ?? 1, given.doping.type);
  const lifetime = waferLifetime(given);
  return {
    name: waferLayer,
    thickness,
    spacing: { positions: waferMesh(given, thickness, refined(waferSpacing, fineness)) },
    at: (depth) => {
      let donors = given.doping.type === 'n' ? bulk : 0;
      let acceptors = given.doping.type === 'p' ? bulk : 0;
      for (const diffusion of given.diffusions) {
        const added = diffused(diffusion, depth, thickness, tables);
        if (diffusion.type === 'n') donors += added;
        else acceptors += added;
      }
      return crystallineSilicon({
        temperature,
        donors,
        acceptors,
        electronLifetime: lifetime.electron,
        holeLifetime: lifetime.hole,
        trapLevel: lifetime.level,
        radiative,
        models: given.models,
      });
    },
  };
}

/** Mesh of the wafer: fine at its faces and wherever a uniform diffusion ends. */
function waferMesh(given: CellWafer, thickness: number, spacing: LayerSpacing): number[] {
  const ends = given.diffusions
    .filter((diffusion) => diffusion.profile === 'uniform')
    .map(({ side, depth = 0 }) => (side === 'front' ? depth : given.thickness - depth) * micrometre)
    .filter((position) => position > 0 && position < thickness);
  const marks = [...new Set([0, ...ends, thickness])].sort((a, b) => a - b);
  const positions = [0];
  for (let i = 1; i < marks.length; i++) {
    const start = marks[i - 1];
    for (const x of layerMesh(marks[i] - start, spacing).subarray(1)) positions.push(start + x);
  }
  return positions;
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
