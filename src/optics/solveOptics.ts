import { angularWafer } from './angularWafer.ts';
import { coverOptics } from './cover.ts';
import type { Polarisation } from './entry.ts';
import { entryOf } from './entryOf.ts';
import { type InsideFaces, newFace } from './faceMemory.ts';
import { faceStack, setFace } from './faceStack.ts';
import { crossesRidges } from './facetPaths.ts';
import { freeCarrierAbsorption, skinThickness } from './freeCarriers.ts';
import {
  type OpticalCell,
  type OpticalSurface,
  overAngles,
  reversedCell,
  trappingOf,
} from './opticalCell.ts';
import { absorptionCoefficient, isMetal } from './opticalConstants.ts';
import { type OpticalSolution, reversedSolution, type WaferBeam } from './opticalSolution.ts';
import { randomisedWafer } from './randomisedWafer.ts';
import { refuseBeyondReach } from './reach.ts';
import { sampledOnce } from './sampledOnce.ts';
import { responseBuffers } from './surfaceResponse.ts';
import type { WaferLoad } from './waferModel.ts';

export type { OpticalSolution, WaferBeam, WaferProfile } from './opticalSolution.ts';

/** How a cell is lit. */
export interface OpticsOptions {
  /** Side the light comes from; `front` when left out. */
  readonly side?: 'front' | 'rear';
  /** Angle of incidence outside, degrees from the normal, 0 to below 90; 0 when left out. */
  readonly angle?: number;
  /** `unpolarised` when left out; planes of incidence of all azimuths count alike. */
  readonly polarisation?: Polarisation;
}

/** Optical depth beyond which nothing arrives at the other face (exp(-34) is 1e-15). */
const opaque = 34;

/**
 * Optics of a cell: coherent films on planar or pyramidal faces, an incoherent wafer between
 * them, lit from either side at any angle.
 *
 * Light enters along the normal, refracted, or through the facets it meets one after another;
 * how it goes on in the wafer says `cell.trapping`. Free carriers of the wafer absorb on the way,
 * those of diffused regions at the faces. The medium that light comes from is transparent; a
 * face under a metal is reflected from altogether.
 *
 * @param cell surfaces and wafer
 * @param wavelength nm
 * @param temperature K
 * @param options side, angle and polarisation of the light
 * @returns shares of the incident photons, which add up to 1
 * @throws ReachError where the constants of a layer do not reach
 * @throws RangeError for an angle outside 0 to 90
 * @example solveOptics(cell, defaultWavelengths, 298.15, { side: 'rear', angle: 30 }).wafer
 */
export function solveOptics(
  cell: OpticalCell,
  wavelength: Float64Array,
  temperature: number,
  options: OpticsOptions = {},
): OpticalSolution {
  return solveWithFaces(newFace, cell, wavelength, temperature, options);
}

/**
 * The same with faces that may have a memory.
 *
 * @param insideFaces gives faces as seen from inside
 */
export function solveWithFaces(
  insideFaces: InsideFaces,
  cell: OpticalCell,
  wavelength: Float64Array,
  temperature: number,
  options: OpticsOptions = {},
): OpticalSolution {
  const { side = 'front', angle = 0, polarisation = 'unpolarised' } = options;
  if (!(angle >= 0 && angle < 90)) {
    throw new RangeError(`angle of incidence ${angle} degrees is outside 0 to below 90`);
  }
  refuseBeyondReach(cell, wavelength);
  const incidence = { sine: Math.sin((angle * Math.PI) / 180), polarisation, insideFaces };
  if (side === 'front') return solveFromFront(cell, wavelength, temperature, incidence);
  const reversed = reversedCell(cell);
  return reversedSolution(solveFromFront(reversed, wavelength, temperature, incidence));
}

function solveFromFront(
  cell: OpticalCell,
  wavelength: Float64Array,
  temperature: number,
  incidence: {
    readonly sine: number;
    readonly polarisation: Polarisation;
    readonly insideFaces: InsideFaces;
  },
): OpticalSolution {
  const count = wavelength.length;
  const array = () => new Float64Array(count);
  const { front, wafer, rear } = cell;
  const silicon = sampledOnce(wafer.constants, wavelength, temperature);
  const inwards = faceStack(front, front.films, wavelength, temperature);
  const frontCount = front.films.length;
  const trapping = trappingOf(cell);
  if ((front.cover || rear.cover) && !overAngles(trapping)) {
    throw new RangeError(`a cover needs angular light trapping, not ${trapping}`);
  }
  const frontCover = front.cover && coverOptics(front.cover, wavelength, temperature);
  const rearCover = rear.cover && coverOptics(rear.cover, wavelength, temperature);
  // Under a cover light comes at the angle it has in the encapsulant, of middle dispersion.
  const middle = count >> 1;
  const sine = frontCover ? incidence.sine / frontCover.index(middle) : incidence.sine;
  const buffers = responseBuffers(Math.max(frontCount, rear.films.length));
  const entry = entryOf(
    {
      ...incidence,
      sine,
      texture: front.texture,
      classes: !overAngles(trapping),
      ...(front.base === undefined ? {} : { base: front.base }),
    },
    frontCount,
    buffers,
  );
  const solution: OpticalSolution = {
    wavelength,
    side: 'front',
    reflected: array(),
    escaped: array(),
    frontFilms: front.films.map(array),
    rearFilms: rear.films.map(array),
    filmNames: [...front.films, ...rear.films].map((film) => film.name),
    covers: [...coverLayers(front), ...coverLayers(rear)].map((name) => ({
      name,
      absorbed: array(),
    })),
    wafer: array(),
    freeCarriers: array(),
    transmitted: array(),
    metal: { front: array(), rear: array() },
    passes: {
      thickness: wafer.thickness,
      absorption: array(),
      generating: array().fill(1),
      beams: [],
      diffuseDown: array(),
      diffuseUp: array(),
    },
  };
  const inside = (face: OpticalSurface, films: OpticalSurface['films']) =>
    incidence.insideFaces({
      surface: face,
      films,
      wafer: wafer.constants,
      wavelength,
      temperature,
    });
  const makeModel = overAngles(trapping) ? angularWafer : randomisedWafer;
  const model = makeModel({
    cell,
    frontInside: inside(front, front.films.toReversed()),
    rearInside: inside(rear, rear.films),
    solution,
    entry,
    buffers,
    ...(frontCover ? { frontCover } : {}),
    ...(rearCover ? { rearCover } : {}),
    temperature,
    isotropic: trapping === 'lambertian',
  });
  const { passes } = solution;
  // What ridges absorb, as a beam that the wafer absorbs altogether.
  const ridges = { slant: array().fill(1), down: array(), up: array() };
  if (front.texture !== 'planar' && crossesRidges(front.texture)) {
    (passes.beams as WaferBeam[]).push(ridges);
  }
  const { carriers } = wafer;
  const load: WaferLoad = { w: 0, lambda: 0, n: 0, depth: 0, frontSkin: 0, rearSkin: 0 };
  for (let w = 0; w < count; w++) {
    const lambda = wavelength[w];
    if (isMetal(inwards.beyond.n[w], inwards.beyond.k[w])) {
      solution.reflected[w] = 1;
      continue;
    }
    const n = silicon.n[w];
    setFace(inwards, w, n, silicon.k[w]);
    entry.at(inwards.stack, inwards.beyond.n[w], lambda);
    if (frontCover) {
      frontCover.at(w, lambda, incidence.sine);
      const { arrives, reflected, layers } = frontCover.entry;
      for (const list of [entry.shares, entry.entered, entry.away, entry.ridges]) {
        for (let j = 0; j < list.length; j++) list[j] *= arrives;
      }
      // What the cell reflects goes to the cover, whence the model takes it.
      entry.shares[0] = reflected;
      for (let l = 0; l < coverLayers(front).length; l++) {
        solution.covers[l].absorbed[w] = layers[l];
      }
    }
    rearCover?.at(w, lambda, 0);
    solution.reflected[w] = entry.shares[0];
    for (let j = 0; j < frontCount; j++) solution.frontFilms[j][w] = entry.shares[j + 1];

    const pairs = absorptionCoefficient(silicon.k[w], lambda);
    load.w = w;
    load.lambda = lambda;
    load.n = n;
    let alpha = pairs;
    if (carriers) {
      const { model: law, electrons, holes } = carriers;
      alpha += freeCarrierAbsorption(law, electrons, holes, lambda);
      load.frontSkin = skinThickness(law, carriers.front ?? [], pairs, lambda);
      load.rearSkin = skinThickness(law, carriers.rear ?? [], pairs, lambda);
      if (alpha > 0) passes.generating[w] = pairs / alpha;
    }
    load.depth = alpha * wafer.thickness;
    passes.absorption[w] = alpha;
    // Free carriers right below the face take their part before the light sets out.
    for (let b = 0; b < entry.beams; b++) {
      const taken = -entry.entered[b] * Math.expm1(-load.frontSkin * entry.slant[b]);
      entry.entered[b] -= taken;
      solution.freeCarriers[w] += taken;
    }
    if (load.depth > opaque) model.swallow(load);
    else model.trap(load);
    if (entry.ridges[0] > 0) {
      solution.wafer[w] += entry.ridges[0];
      ridges.slant[w] = entry.slant[0];
      ridges.down[w] = -entry.ridges[0] / Math.expm1(-load.depth * entry.slant[0]);
    }
    const absorbed = solution.wafer[w];
    solution.wafer[w] = absorbed * passes.generating[w];
    solution.freeCarriers[w] += absorbed - solution.wafer[w];
  }
  return solution;
}

/** Names of what takes light in a cover: its layers, then its coating. */
function coverLayers({ cover }: OpticalSurface): string[] {
  if (!cover) return [];
  const names = cover.layers.map(({ name }) => name);
  return cover.coating ? [...names, cover.coating.name] : names;
}
