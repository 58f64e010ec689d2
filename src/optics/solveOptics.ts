import { hemisphericalResponse } from './hemisphericalResponse.ts';
import type { OpticalCell, OpticalFilm, OpticalSurface } from './opticalCell.ts';
import {
  absorptionCoefficient,
  type SampledConstants,
  sampleConstants,
} from './opticalConstants.ts';
import { facetAngle, pyramidResponse, responseBuffers, unpolarised } from './surfaceResponse.ts';
import type { StackArrays } from './transferMatrix.ts';
import { waferPasses } from './waferPasses.ts';

/**
 * Where photons end, over wavelength, as shares of the incident ones. The shares add up to 1.
 */
export interface OpticalSolution {
  /** nm. */
  readonly wavelength: Float64Array;
  /** By the front, without entering the wafer. */
  readonly reflected: Float64Array;
  /** Out of the front after passing the wafer. */
  readonly escaped: Float64Array;
  readonly frontFilms: readonly Float64Array[];
  readonly rearFilms: readonly Float64Array[];
  /** Names of the films, front then rear. */
  readonly filmNames: readonly string[];
  /** Absorbed in the wafer. */
  readonly wafer: Float64Array;
  /** Out of the rear, or into a metal there. */
  readonly transmitted: Float64Array;
  /** How light crosses the wafer: what its depth profile is made of. */
  readonly passes: WaferProfile;
}

/** Intensities that set out from either face of the wafer, summed over all passes. */
export interface WaferProfile {
  /** cm. */
  readonly thickness: number;
  /** cm^-1. */
  readonly absorption: Float64Array;
  /** 1 / cos of the directed light. */
  readonly slant: Float64Array;
  /** Directed light from the front and from the rear. */
  readonly directDown: Float64Array;
  readonly directUp: Float64Array;
  /** Isotropic light from the front and from the rear. */
  readonly diffuseDown: Float64Array;
  readonly diffuseUp: Float64Array;
}

/** Optical depth beyond which nothing arrives at the other face (exp(-34) is 1e-15). */
const opaque = 34;

/** A surface as seen from one side, sampled at all wavelengths. */
interface SurfaceData {
  readonly surface: OpticalSurface;
  readonly films: readonly OpticalFilm[];
  readonly sampled: readonly SampledConstants[];
  readonly beyond: SampledConstants;
  readonly stack: StackArrays;
}

/**
 * Optics of a cell at normal incidence: coherent films on planar or pyramidal faces, an
 * incoherent wafer between them.
 *
 * Light enters along the normal, or refracted by a facet, and passes the wafer as `waferPasses`
 * says: a planar rear keeps the direction, a textured face makes light isotropic, for which the
 * faces have hemispherical means. `lambertian` trapping makes all light in the wafer isotropic
 * and lets 1/n^2 of it escape. The medium in front of the cell is taken as transparent.
 *
 * @param cell surfaces and wafer
 * @param wavelength nm
 * @param temperature K
 * @returns shares of the incident photons, which add up to 1
 * @throws RangeError where optical constants do not reach
 */
export function solveOptics(
  cell: OpticalCell,
  wavelength: Float64Array,
  temperature: number,
): OpticalSolution {
  const count = wavelength.length;
  const array = () => new Float64Array(count);
  const silicon = sampleConstants(cell.wafer.constants, wavelength, temperature);
  const inwards = surfaceData(cell.front, cell.front.films, wavelength, temperature);
  const frontInside = surfaceData(
    cell.front,
    cell.front.films.toReversed(),
    wavelength,
    temperature,
  );
  const rearInside = surfaceData(cell.rear, cell.rear.films, wavelength, temperature);
  const frontCount = cell.front.films.length;
  const rearCount = cell.rear.films.length;
  const buffers = responseBuffers(Math.max(frontCount, rearCount));
  const entry = new Float64Array(frontCount + 2);
  const frontFirst = new Float64Array(frontCount + 2);
  const frontDiffuse = new Float64Array(frontCount + 2);
  const rearFirst = new Float64Array(rearCount + 2);
  const rearDiffuse = new Float64Array(rearCount + 2);
  const isotropic = cell.front.trapping === 'lambertian';
  const frontTextured = cell.front.texture !== 'planar';
  const rearSpecular = !isotropic && cell.rear.texture === 'planar';
  // Light that left a textured face, whichever, is isotropic when it meets the front.
  const frontSpecular = rearSpecular && !frontTextured;
  const thickness = cell.wafer.thickness;
  const passes: WaferProfile = {
    thickness,
    absorption: array(),
    slant: array(),
    directDown: array(),
    directUp: array(),
    diffuseDown: array(),
    diffuseUp: array(),
  };
  const solution: OpticalSolution = {
    wavelength,
    reflected: array(),
    escaped: array(),
    frontFilms: cell.front.films.map(array),
    rearFilms: cell.rear.films.map(array),
    filmNames: [...cell.front.films, ...cell.rear.films].map((film) => film.name),
    wafer: array(),
    transmitted: array(),
    passes,
  };

  for (let w = 0; w < count; w++) {
    const lambda = wavelength[w];
    const n = silicon.n[w];
    const outside = inwards.beyond.n[w];
    setIndices(inwards, w, n, silicon.k[w]);
    if (frontTextured) pyramidResponse(inwards.stack, outside, lambda, buffers, entry);
    else unpolarised(inwards.stack, outside, 0, lambda, buffers, entry);
    solution.reflected[w] = entry[0];
    for (let j = 0; j < frontCount; j++) solution.frontFilms[j][w] = entry[j + 1];
    const entered = entry[frontCount + 1];

    // Direction of the first pass: along the normal, or refracted by the first facet.
    const refracted = Math.min(1, (outside / n) * Math.sin(facetAngle));
    const tilt = frontTextured ? facetAngle - Math.asin(refracted) : 0;
    const slant = 1 / Math.cos(tilt);
    const alpha = absorptionCoefficient(silicon.k[w], lambda);
    const depth = alpha * thickness;
    passes.absorption[w] = alpha;
    passes.slant[w] = slant;
    if (depth > opaque) {
      (isotropic ? passes.diffuseDown : passes.directDown)[w] = entered;
      solution.wafer[w] = entered;
      continue;
    }

    setIndices(rearInside, w, rearInside.beyond.n[w], rearInside.beyond.k[w]);
    if (rearSpecular) {
      unpolarised(rearInside.stack, n, Math.sin(tilt), lambda, buffers, rearFirst);
    }
    if (!frontSpecular) hemisphericalResponse(rearInside.stack, n, lambda, buffers, rearDiffuse);
    if (!rearSpecular) rearFirst.set(rearDiffuse);

    setIndices(frontInside, w, outside, frontInside.beyond.k[w]);
    if (isotropic) {
      frontDiffuse.fill(0);
      frontDiffuse[0] = 1 - (outside / n) ** 2;
      frontDiffuse[frontCount + 1] = (outside / n) ** 2;
    } else if (!frontSpecular) {
      hemisphericalResponse(frontInside.stack, n, lambda, buffers, frontDiffuse);
    }
    if (frontSpecular) unpolarised(frontInside.stack, n, 0, lambda, buffers, frontFirst);
    else frontFirst.set(frontDiffuse);

    const light = waferPasses({
      depth,
      slant,
      isotropic,
      rearSpecular,
      frontSpecular,
      rearFirst: rearFirst[0],
      rear: rearDiffuse[0],
      frontFirst: frontFirst[0],
      front: frontDiffuse[0],
    });
    solution.wafer[w] = entered * light.absorbed;
    passes.directDown[w] = entered * light.directDown;
    passes.directUp[w] = entered * light.directUp;
    passes.diffuseDown[w] = entered * light.diffuseDown;
    passes.diffuseUp[w] = entered * light.diffuseUp;
    leaveRear(solution, w, entered * light.atRearFirst, rearFirst);
    leaveRear(solution, w, entered * light.atRear, rearDiffuse);
    leaveFront(solution, w, entered * light.atFrontFirst, frontFirst);
    leaveFront(solution, w, entered * light.atFront, frontDiffuse);
  }
  return solution;
}

/** Light that meets the rear: its films and what is outside take their shares. */
function leaveRear(
  solution: OpticalSolution,
  w: number,
  intensity: number,
  response: Float64Array,
): void {
  const films = solution.rearFilms;
  for (let j = 0; j < films.length; j++) films[j][w] += intensity * response[j + 1];
  solution.transmitted[w] += intensity * response[films.length + 1];
}

/** Light that meets the front from inside; its films are counted from the wafer there. */
function leaveFront(
  solution: OpticalSolution,
  w: number,
  intensity: number,
  response: Float64Array,
): void {
  const films = solution.frontFilms;
  for (let j = 0; j < films.length; j++) {
    films[films.length - 1 - j][w] += intensity * response[j + 1];
  }
  solution.escaped[w] += intensity * response[films.length + 1];
}

function surfaceData(
  surface: OpticalSurface,
  films: readonly OpticalFilm[],
  wavelength: Float64Array,
  temperature: number,
): SurfaceData {
  return {
    surface,
    films,
    sampled: films.map((film) => sampleConstants(film.constants, wavelength, temperature)),
    beyond: sampleConstants(surface.outside, wavelength, temperature),
    stack: {
      films: films.length,
      n: new Float64Array(films.length + 1),
      k: new Float64Array(films.length + 1),
      thickness: Float64Array.from(films, (film) => film.thickness),
    },
  };
}

/** Puts the indices of one wavelength into the stack's arrays. */
function setIndices(data: SurfaceData, w: number, n: number, k: number): void {
  const { stack, sampled } = data;
  for (let j = 0; j < sampled.length; j++) {
    stack.n[j] = sampled[j].n[w];
    stack.k[j] = sampled[j].k[w];
  }
  stack.n[stack.films] = n;
  stack.k[stack.films] = k;
}
