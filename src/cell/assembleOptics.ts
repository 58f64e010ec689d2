import type { DrudeCarriers } from '../optics/drude.ts';
import type { DiffusedSkin, FreeCarrierModelName } from '../optics/freeCarriers.ts';
import { mixedConstants } from '../optics/mixedConstants.ts';
import type {
  FilmCarriers,
  OpticalCell,
  OpticalFilm,
  OpticalSurface,
  WaferCarriers,
} from '../optics/opticalCell.ts';
import type { OpticalConstants } from '../optics/opticalConstants.ts';
import { dopingFromResistivity } from '../physics/resistivity.ts';
import { diffused } from './assembleWafer.ts';
import type { Cell } from './cell.ts';
import { fingerShare } from './cellMetal.ts';
import { UsageError } from './errors.ts';
import type { CellDiffusion, CellSide, CellWafer, Layer } from './schema.ts';

/** cm in a um. */
const micrometre = 1e-4;

/** Places at which a diffusion is sampled for its free carriers. */
const skinPlaces = 60;

/**
 * The optical stack of a cell: films on both sides of the wafer with their constants.
 *
 * @param cell description and optical constants
 * @returns what `solveOptics` takes; films are named by side, as `front.tco`
 * @throws UsageError when constants named in the description are missing
 */
export function assembleOptics(cell: Cell): OpticalCell {
  const { front, wafer, rear } = cell.description;
  const carriers = waferCarriers(cell, wafer);
  return {
    front: surface(cell, front, 'front'),
    wafer: {
      constants: constants(cell, wafer.optics),
      thickness: wafer.thickness * micrometre,
      ...(carriers ? { carriers } : {}),
    },
    rear: surface(cell, rear, 'rear'),
  };
}

function surface(cell: Cell, side: CellSide, place: 'front' | 'rear'): OpticalSurface {
  const law = cell.description.wafer.models.free_carriers;
  const films = side.layers.map((layer): OpticalFilm => {
    const carriers = filmCarriers(layer, law);
    return {
      name: `${place}.${layer.name}`,
      constants: filmConstants(cell, layer),
      thickness: layer.thickness,
      ...(carriers ? { carriers } : {}),
    };
  });
  const { base, diffuse, fingers, reflectance, facets } = side;
  return {
    texture: side.texture,
    films,
    outside: constants(cell, side.outside),
    ...(side.trapping ? { trapping: side.trapping } : {}),
    ...(facets ? { facets } : {}),
    ...(base === undefined ? {} : { base: base * 1e-4 }),
    ...(diffuse
      ? {
          diffuse: {
            share: diffuse.share,
            ...(diffuse.exponent === undefined ? {} : { exponent: diffuse.exponent }),
          },
        }
      : {}),
    ...(fingers
      ? { metal: { share: fingerShare(side), constants: constants(cell, fingers.optics) } }
      : {}),
    ...(reflectance === undefined ? {} : { reflectance }),
  };
}

/** Free carriers of a layer beyond its optical constants. */
function filmCarriers(layer: Layer, model: FreeCarrierModelName): FilmCarriers | undefined {
  if (layer.kind === 'crystalline-silicon' && model !== 'none') {
    const { type, density } = layer.doping;
    return {
      kind: 'silicon',
      model,
      electrons: type === 'n' ? density : 0,
      holes: type === 'p' ? density : 0,
    };
  }
  if (layer.kind !== 'coating' || !layer.free_carriers) return undefined;
  const drude = (given: {
    density: number;
    mobility: number;
    effective_mass: number;
  }): DrudeCarriers => ({
    density: given.density,
    mobility: given.mobility,
    effectiveMass: given.effective_mass,
  });
  const { included } = layer.free_carriers;
  return {
    kind: 'drude',
    carriers: drude(layer.free_carriers),
    ...(included ? { included: drude(included) } : {}),
  };
}

/** Majority carriers of the wafer and of its diffusions. */
function waferCarriers(cell: Cell, wafer: CellWafer): WaferCarriers | undefined {
  const model = wafer.models.free_carriers;
  if (model === 'none') return undefined;
  const { type, density, resistivity = 1 } = wafer.doping;
  const bulk = density ?? dopingFromResistivity(resistivity, type);
  const skins = (side: 'front' | 'rear') =>
    wafer.diffusions
      .filter((diffusion) => diffusion.side === side)
      .map((diffusion) => skin(cell, diffusion, wafer.thickness * micrometre));
  return {
    model,
    electrons: type === 'n' ? bulk : 0,
    holes: type === 'p' ? bulk : 0,
    front: skins('front'),
    rear: skins('rear'),
  };
}

/** Depth at which a profile has run out, in units of its own depth. */
const runsOut = { gaussian: 4, erfc: 4, exponential: 15, uniform: 1, table: 1 } as const;

function skin(cell: Cell, diffusion: CellDiffusion, thickness: number): DiffusedSkin {
  const tables = cell.doping ?? {};
  const measured = tables[diffusion.file ?? '']?.depth.at(-1);
  const scale = measured ?? (diffusion.depth ?? 1) * micrometre;
  const end = Math.min(thickness, scale * runsOut[diffusion.profile]);
  const depth = Float64Array.from({ length: skinPlaces + 1 }, (_, i) => (i / skinPlaces) * end);
  const density = depth.map((at, i) => {
    // Just inside the end of a box, which belongs to both sides.
    const place = i === skinPlaces ? at * (1 - 1e-6) : at;
    const below = diffusion.side === 'front' ? place : thickness - place;
    return diffused(diffusion, below, thickness, tables);
  });
  return { type: diffusion.type, depth, density };
}

/** Optical constants of a film: those of its material, or of the mixture it is. */
function filmConstants(cell: Cell, layer: Layer): OpticalConstants {
  const host = constants(cell, layer.optics);
  const grains = layer.mixed_with ?? [];
  if (grains.length === 0) return host;
  const rest = grains.reduce((left, { share }) => left - share, 1);
  const parts = grains.map(({ optics, share }) => ({ share, constants: constants(cell, optics) }));
  return mixedConstants([{ share: rest, constants: host }, ...parts]);
}

function constants(cell: Cell, name: string): OpticalConstants {
  const found = cell.optics[name];
  if (!found) throw new UsageError(`${cell.file}: no optical constants named "${name}"`);
  return found;
}
