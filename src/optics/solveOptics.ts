import { diffuseTransmittance } from './exponentialIntegral.ts';
import type { OpticalCell, OpticalFilm, OpticalSurface } from './opticalCell.ts';
import {
  absorptionCoefficient,
  type SampledConstants,
  sampleConstants,
} from './opticalConstants.ts';
import {
  facetAngle,
  hemisphericalResponse,
  pyramidResponse,
  responseBuffers,
  unpolarised,
} from './surfaceResponse.ts';
import type { StackArrays } from './transferMatrix.ts';

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
  readonly passes: WaferPasses;
}

/** Intensities that set out from either face of the wafer, summed over all passes. */
export interface WaferPasses {
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
 * Light enters along the normal, or refracted by a facet; it passes the wafer once, is
 * reflected by the rear, passes again and meets the front from inside. A planar rear keeps the
 * direction, a textured face makes light isotropic; from then on the passes form a geometric
 * series with 2 E3(alpha W) as transmittance and hemispherical means at both faces (P. A.
 * Basore's picture, IEEE Trans. Electron Devices 37, 337 (1990), doi:10.1109/16.46365).
 * `lambertian` trapping makes all light in the wafer isotropic and lets 1/n^2 of it escape.
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
  const frontBounce = new Float64Array(frontCount + 2);
  const rearBounce = new Float64Array(rearCount + 2);
  const rearDiffuse = new Float64Array(rearCount + 2);
  const ideal = cell.front.trapping === 'lambertian';
  const frontTextured = cell.front.texture !== 'planar';
  const rearTextured = cell.rear.texture !== 'planar';
  const thickness = cell.wafer.thickness;
  const passes: WaferPasses = {
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
    const alpha = absorptionCoefficient(silicon.k[w], lambda);
    const depth = alpha * thickness;
    setIndices(inwards, w, n, silicon.k[w]);
    if (frontTextured) pyramidResponse(inwards.stack, lambda, buffers, entry);
    else unpolarised(inwards.stack, 1, 0, lambda, buffers, entry);
    solution.reflected[w] = entry[0];
    for (let j = 0; j < frontCount; j++) solution.frontFilms[j][w] = entry[j + 1];
    const entered = entry[frontCount + 1];

    // Direction of the first pass: along the normal, or refracted by the first facet.
    const tilt = frontTextured ? facetAngle - Math.asin(Math.sin(facetAngle) / n) : 0;
    const slant = 1 / Math.cos(tilt);
    passes.absorption[w] = alpha;
    passes.slant[w] = slant;
    const first = ideal ? diffuseTransmittance(depth) : Math.exp(-depth * slant);
    (ideal ? passes.diffuseDown : passes.directDown)[w] = entered;
    solution.wafer[w] = entered * (1 - first);
    if (depth > opaque) {
      solution.wafer[w] = entered;
      continue;
    }

    // At the rear.
    setIndices(rearInside, w, rearInside.beyond.n[w], rearInside.beyond.k[w]);
    hemisphericalResponse(rearInside.stack, n, lambda, buffers, rearDiffuse);
    const specular = !ideal && !rearTextured;
    if (specular) unpolarised(rearInside.stack, n, Math.sin(tilt), lambda, buffers, rearBounce);
    else rearBounce.set(rearDiffuse);
    const down = entered * first;
    leaveRear(solution, w, down, rearBounce);
    const up = down * rearBounce[0];
    const isotropic = diffuseTransmittance(depth);
    const second = specular ? first : isotropic;
    (specular ? passes.directUp : passes.diffuseUp)[w] = up;
    solution.wafer[w] += up * (1 - second);

    // At the front, from inside.
    const arrives = up * second;
    setIndices(frontInside, w, frontInside.beyond.n[w], frontInside.beyond.k[w]);
    const directed = specular && !frontTextured;
    if (ideal) {
      frontBounce.fill(0);
      frontBounce[0] = 1 - 1 / (n * n);
      frontBounce[frontCount + 1] = 1 / (n * n);
    } else if (directed) {
      unpolarised(frontInside.stack, n, 0, lambda, buffers, frontBounce);
    } else {
      hemisphericalResponse(frontInside.stack, n, lambda, buffers, frontBounce);
    }
    if (directed) {
      // Both faces planar: the same two passes again and again.
      const round = 1 / (1 - second * second * rearBounce[0] * frontBounce[0]);
      passes.directDown[w] *= round;
      passes.directUp[w] *= round;
      solution.wafer[w] *= round;
      solution.transmitted[w] *= round;
      for (const film of solution.rearFilms) film[w] *= round;
      leaveFront(solution, w, arrives * round, frontBounce);
      continue;
    }
    leaveFront(solution, w, arrives, frontBounce);
    const back = rearDiffuse[0];
    const series = (arrives * frontBounce[0]) / (1 - isotropic * isotropic * back * frontBounce[0]);
    passes.diffuseDown[w] += series;
    passes.diffuseUp[w] += series * isotropic * back;
    solution.wafer[w] += series * (1 - isotropic) * (1 + back * isotropic);
    leaveRear(solution, w, series * isotropic, rearDiffuse);
    leaveFront(solution, w, series * isotropic * back * isotropic, frontBounce);
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
