import { amorphousSilicon } from '../device/amorphousSilicon.ts';
import { filmSpacing } from '../device/automaticMesh.ts';
import { crystallineSilicon } from '../device/crystallineSilicon.ts';
import type { Contact, DeviceDescription, DeviceLayer, Interface } from '../device/description.ts';
import { thermalTransmission } from '../physics/barrierTransmission.ts';
import { zeroCelsius } from '../physics/constants.ts';
import { siliconIntrinsicDensity } from '../physics/siliconStates.ts';
import { amorphousFilm } from './amorphousFilm.ts';
import { assembleWafer } from './assembleWafer.ts';
import type { DopingTable } from './dopingTable.ts';
import { UsageError } from './errors.ts';
import type {
  AmorphousSiliconLayer,
  CellContact,
  CellDescription,
  CellSide,
  CellWafer,
  CrystallineSiliconLayer,
  Layer,
} from './schema.ts';

/** A film that carries current. */
type Semiconductor = AmorphousSiliconLayer | CrystallineSiliconLayer;

/** cm in a nm. */
const nanometre = 1e-7;
/** Current that films carry in full sunlight, A/cm^2; only the mesh sees it. */
const fullSun = 0.04;

/** What an assembly may be told besides the description. */
export interface AssemblyOptions {
  /** Measured doping profiles, by the file the description names. */
  readonly tables?: Readonly<Record<string, DopingTable>>;
  /** Parts that each interval of the mesh is divided into, a whole number. */
  readonly fineness?: number;
}

/**
 * The one-dimensional device inside a cell: its semiconducting films and the wafer.
 *
 * @param cell description
 * @param temperature lattice temperature, K
 * @param radiative radiative coefficient of the wafer less photon recycling, cm^3/s
 * @param options measured doping profiles, fineness of the mesh
 * @returns what the solver takes
 * @throws UsageError when a coating lies between semiconductors
 */
export function assembleDevice(
  cell: CellDescription,
  temperature: number,
  radiative: number,
  options: AssemblyOptions = {},
): DeviceDescription {
  const { tables = {}, fineness = 1 } = options;
  const front = semiconductors(cell.front, 'front');
  const rear = semiconductors(cell.rear, 'rear');
  const films = { front: front.length > 0, rear: rear.length > 0 };
  const layers = [
    ...front.map((film) => filmLayer(film, cell.wafer, temperature, radiative)),
    assembleWafer(cell.wafer, temperature, radiative, tables, films),
    ...rear.map((film) => filmLayer(film, cell.wafer, temperature, radiative)),
  ];
  const interfaces: Interface[] = [];
  for (let i = 0; i < layers.length - 1; i++) {
    const before = i < front.length ? front[i] : undefined;
    const after = i + 1 > front.length ? rear[i - front.length] : undefined;
    interfaces.push(
      interfaceBetween(
        before,
        after,
        i + 1 === front.length,
        i === front.length,
        cell,
        temperature,
      ),
    );
  }
  return {
    temperature,
    layers,
    interfaces,
    front: contact(cell.front.contact, temperature),
    rear: contact(cell.rear.contact, temperature),
    refinement: { current: fullSun, fineness },
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
    ...(given.tunnel_mass === undefined ? {} : { tunnelMass: given.tunnel_mass }),
  };
}

function interfaceBetween(
  before: Semiconductor | undefined,
  after: Semiconductor | undefined,
  atWaferFront: boolean,
  atWaferRear: boolean,
  cell: CellDescription,
  temperature: number,
): Interface {
  const film = before ?? after;
  const oxide = film?.kind === 'crystalline-silicon' ? film.oxide : undefined;
  const transmission = (oxide && oxideTransmission(oxide, temperature)) ?? { electron: 1, hole: 1 };
  const { front_surface, rear_surface } = cell.wafer;
  const wafer =
    (atWaferFront ? front_surface : undefined) ?? (atWaferRear ? rear_surface : undefined);
  const surface = wafer && {
    electronVelocity: wafer.electron_velocity,
    holeVelocity: wafer.hole_velocity,
  };
  return {
    kind: 'abrupt',
    emission: cell.wafer.models.emission,
    electronTransmission: transmission.electron,
    holeTransmission: transmission.hole,
    charge: wafer?.charge ?? 0,
    dipole: wafer?.dipole ?? 0,
    // The wafer lies behind its front interface and before its rear one.
    ...(atWaferFront && surface ? { rear: surface } : {}),
    ...(atWaferRear && surface ? { front: surface } : {}),
  };
}

/**
 * Barriers and masses of SiO2: 3.15 eV (as COMSOL has it, after Jin) and 0.5 (Z. A. Weinberg, J. Appl.
 * Phys. 53, 5052 (1982), doi:10.1063/1.331336) for electrons; 4.6 eV and 0.58 for holes (R. K. Chanana,
 * IOSR J. Appl. Phys. 6, 1 (2014)).
 */
const silica = { electron: { barrier: 3.15, mass: 0.5 }, hole: { barrier: 4.6, mass: 0.58 } };

/** Factors of an oxide on the thermionic emission of both carriers; its bands count as flat. */
function oxideTransmission(
  oxide: NonNullable<CrystallineSiliconLayer['oxide']>,
  temperature: number,
): { electron: number; hole: number } {
  if (oxide.thickness === undefined) {
    const { electron_transmission: electron = 1, hole_transmission: hole = 1 } = oxide;
    return { electron, hole };
  }
  const thickness = oxide.thickness * nanometre;
  const through = (carrier: 'electron' | 'hole') => {
    const height = oxide[`${carrier}_barrier`] ?? silica[carrier].barrier;
    const mass = oxide[`${carrier}_mass`] ?? silica[carrier].mass;
    return thermalTransmission({ front: height, rear: height, thickness, mass }, temperature);
  };
  return { electron: through('electron'), hole: through('hole') };
}

function filmLayer(
  film: Semiconductor,
  wafer: CellWafer,
  temperature: number,
  radiative: number,
): DeviceLayer {
  const thickness = film.thickness * nanometre;
  const spacing = filmSpacing(thickness);
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
  const { input, defects } = amorphousFilm(film);
  const amorphous = amorphousSilicon(input, temperature);
  return {
    name: film.name,
    thickness,
    spacing,
    at: () => amorphous,
    ...(defects ? { defects } : {}),
  };
}
