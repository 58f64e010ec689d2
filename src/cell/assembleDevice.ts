import { amorphousSilicon } from '../device/amorphousSilicon.ts';
import { crystallineSilicon } from '../device/crystallineSilicon.ts';
import type {
  Contact,
  DefectDistribution,
  DeviceDescription,
  DeviceLayer,
  Interface,
} from '../device/description.ts';
import { layerMesh } from '../device/mesh.ts';
import { zeroCelsius } from '../physics/constants.ts';
import { erfc } from '../physics/erfc.ts';
import { defectLifetimes } from '../physics/knownDefects.ts';
import { dopingFromResistivity } from '../physics/resistivity.ts';
import { siliconIntrinsicDensity } from '../physics/siliconStates.ts';
import { type DopingTable, dopingAt } from './dopingTable.ts';
import { UsageError } from './errors.ts';
import type {
  AmorphousSiliconLayer,
  CellContact,
  CellDescription,
  CellDiffusion,
  CellSide,
  CellWafer,
  CrystallineSiliconLayer,
  Layer,
} from './schema.ts';

/** A film that carries current. */
type Semiconductor = AmorphousSiliconLayer | CrystallineSiliconLayer;

/** cm in a nm and in a um. */
const nanometre = 1e-7;
const micrometre = 1e-4;

/** Name of the wafer among the layers of a device. */
export const waferLayer = 'wafer';

/**
 * The one-dimensional device inside a cell: its semiconducting films and the wafer.
 *
 * @param cell description
 * @param temperature lattice temperature, K
 * @param radiative radiative coefficient of the wafer less photon recycling, cm^3/s
 * @param tables measured doping profiles, by the file the description names
 * @returns what the solver takes
 * @throws UsageError when a coating lies between semiconductors
 */
export function assembleDevice(
  cell: CellDescription,
  temperature: number,
  radiative: number,
  tables: Readonly<Record<string, DopingTable>> = {},
): DeviceDescription {
  const front = semiconductors(cell.front, 'front');
  const rear = semiconductors(cell.rear, 'rear');
  const layers = [
    ...front.map((film) => filmLayer(film, cell.wafer, temperature, radiative)),
    wafer(cell.wafer, temperature, radiative, tables),
    ...rear.map((film) => filmLayer(film, cell.wafer, temperature, radiative)),
  ];
  const interfaces: Interface[] = [];
  for (let i = 0; i < layers.length - 1; i++) {
    const before = i < front.length ? front[i] : undefined;
    const after = i + 1 > front.length ? rear[i - front.length] : undefined;
    interfaces.push(
      interfaceBetween(before, after, i + 1 === front.length, i === front.length, cell),
    );
  }
  return {
    temperature,
    layers,
    interfaces,
    front: contact(cell.front.contact, temperature),
    rear: contact(cell.rear.contact, temperature),
  };
}

/** Films that carry current, in the order of the device; coatings must lie outside them. */
function semiconductors(side: CellSide, place: 'front' | 'rear'): Semiconductor[] {
  const films = side.layers.filter(isSemiconductor);
  const inward = place === 'front' ? side.layers.toReversed() : side.layers;
  const firstCoating = inward.findIndex((layer) => !isSemiconductor(layer));
  if (firstCoating >= 0 && inward.slice(firstCoating).some(isSemiconductor)) {
    const name = inward[firstCoating]?.name ?? '';
    throw new UsageError(
      `${place}.layers.${name}: a coating cannot lie between semiconductors; move it outside of them`,
    );
  }
  return films;
}

function isSemiconductor(layer: Layer): layer is Semiconductor {
  return layer.kind !== 'coating';
}

/** Temperature at which a cell file states j0, K. */
const ratedTemperature = 25 + zeroCelsius;

/** A j0 is q S ni^2/N at heart: it follows ni^2 from the temperature at which it is stated. */
function contact(given: CellContact, temperature: number): Contact {
  const growth =
    (siliconIntrinsicDensity(temperature) / siliconIntrinsicDensity(ratedTemperature)) ** 2;
  return {
    model: given.model,
    electronVelocity: given.electron_velocity,
    holeVelocity: given.hole_velocity,
    j0: (given.j0 ?? 0) * growth,
    ...(given.work_function === undefined ? {} : { workFunction: given.work_function }),
  };
}

function interfaceBetween(
  before: Semiconductor | undefined,
  after: Semiconductor | undefined,
  atWaferFront: boolean,
  atWaferRear: boolean,
  cell: CellDescription,
): Interface {
  const film = before ?? after;
  const oxide = film?.kind === 'crystalline-silicon' ? film.oxide : undefined;
  const { front_surface, rear_surface } = cell.wafer;
  const wafer =
    (atWaferFront ? front_surface : undefined) ?? (atWaferRear ? rear_surface : undefined);
  const surface = wafer && {
    electronVelocity: wafer.electron_velocity,
    holeVelocity: wafer.hole_velocity,
  };
  return {
    kind: 'abrupt',
    electronTransmission: oxide?.electron_transmission ?? 1,
    holeTransmission: oxide?.hole_transmission ?? 1,
    charge: wafer?.charge ?? 0,
    dipole: wafer?.dipole ?? 0,
    // The wafer lies behind its front interface and before its rear one.
    ...(atWaferFront && surface ? { rear: surface } : {}),
    ...(atWaferRear && surface ? { front: surface } : {}),
  };
}

function filmLayer(
  film: Semiconductor,
  wafer: CellWafer,
  temperature: number,
  radiative: number,
): DeviceLayer {
  const thickness = film.thickness * nanometre;
  const fine = Math.min(0.15 * nanometre, thickness / 20);
  const spacing = {
    front: fine,
    rear: fine,
    largest: Math.max(0.5 * nanometre, thickness / 25),
    growth: 1.3,
  };
  if (film.kind === 'crystalline-silicon') {
    const silicon = crystallineSilicon({
      temperature,
      donors: film.doping.type === 'n' ? film.doping.density : 0,
      acceptors: film.doping.type === 'p' ? film.doping.density : 0,
      electronLifetime: film.lifetime,
      holeLifetime: film.lifetime,
      trapLevel: 0,
      radiative,
      models: wafer.models,
    });
    return { name: film.name, thickness, spacing, at: () => silicon };
  }
  const amorphous = amorphousSilicon(
    {
      gap: film.band_gap,
      affinity: film.affinity,
      permittivity: film.permittivity,
      conductionStates: film.conduction_states,
      valenceStates: film.valence_states,
      electronMobility: film.electron_mobility,
      holeMobility: film.hole_mobility,
      netDoping: film.doping ? film.doping.density * (film.doping.type === 'n' ? 1 : -1) : 0,
    },
    temperature,
  );
  const states = defects(film);
  return {
    name: film.name,
    thickness,
    spacing,
    at: () => amorphous,
    ...(states ? { defects: states } : {}),
  };
}

function defects(film: AmorphousSiliconLayer): DefectDistribution | undefined {
  if (!film.capture) return undefined;
  const tail = (t: { density: number; urbach_energy: number } | undefined) =>
    t && { density: t.density, urbachEnergy: t.urbach_energy };
  return {
    conductionTail: tail(film.tails?.conduction),
    valenceTail: tail(film.tails?.valence),
    acceptorBonds: film.dangling_bonds?.acceptor,
    donorBonds: film.dangling_bonds?.donor,
    capture: {
      neutral: film.capture.neutral,
      charged: film.capture.charged,
      thermalVelocity: film.capture.thermal_velocity,
    },
  };
}

/** Spacing of the wafer's mesh: fine where charge sits, wide in the neutral bulk. */
const waferSpacing = { front: 3e-8, rear: 3e-8, largest: 1.5e-4, growth: 1.18 };

function wafer(
  given: CellWafer,
  temperature: number,
  radiative: number,
  tables: Readonly<Record<string, DopingTable>>,
): DeviceLayer {
  const thickness = given.thickness * micrometre;
  const bulk =
    given.doping.density ?? dopingFromResistivity(given.doping.resistivity ?? 1, given.doping.type);
  const lifetime = waferLifetime(given);
  return {
    name: waferLayer,
    thickness,
    spacing: { positions: waferMesh(given, thickness) },
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
function waferMesh(given: CellWafer, thickness: number): number[] {
  const ends = given.diffusions
    .filter((diffusion) => diffusion.profile === 'uniform')
    .map(({ side, depth = 0 }) => (side === 'front' ? depth : given.thickness - depth) * micrometre)
    .filter((position) => position > 0 && position < thickness);
  const marks = [...new Set([0, ...ends, thickness])].sort((a, b) => a - b);
  const positions = [0];
  for (let i = 1; i < marks.length; i++) {
    const start = marks[i - 1];
    for (const x of layerMesh(marks[i] - start, waferSpacing).subarray(1))
      positions.push(start + x);
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
function diffused(
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
