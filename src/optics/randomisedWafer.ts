import { diffuseTransmittance } from './exponentialIntegral.ts';
import { insideResponse, setFace } from './faceStack.ts';
import type { OpticalSolution, WaferBeam } from './opticalSolution.ts';
import type { WaferLoad, WaferModel, WaferSetting } from './waferModel.ts';
import { waferPasses } from './waferPasses.ts';

/**
 * Light trapping in closed form: two directed passes, then isotropic light (`waferPasses`). A
 * planar rear keeps the direction, a textured face makes light isotropic, for which the faces
 * have hemispherical means; with `isotropic` it is so from the start and 1/n^2 of it escapes.
 * Films and metal on pyramids take their share at every facet that such light meets.
 *
 * @param setting the wafer, its faces, and the solution to fill
 */
export function randomisedWafer(setting: WaferSetting): WaferModel {
  const { cell, frontInside, rearInside, entry, solution, buffers, isotropic } = setting;
  const frontCount = frontInside.films.length;
  const rearCount = rearInside.films.length;
  // R, A of each film, T, what metal takes, and free carriers of the diffused region at the face.
  const frontFirst = new Float64Array(frontCount + 4);
  const frontDiffuse = new Float64Array(frontCount + 4);
  const rearFirst = new Float64Array(rearCount + 4);
  const rearDiffuse = new Float64Array(rearCount + 4);
  const frontTextured = cell.front.texture !== 'planar';
  const rearTextured = cell.rear.texture !== 'planar';
  const rearSpecular = !isotropic && !rearTextured;
  // Light that left a textured face, whichever, is isotropic when it meets the front.
  const frontSpecular = rearSpecular && !frontTextured;
  const { passes } = solution;
  const array = () => new Float64Array(solution.wavelength.length);
  const beams = Array.from(
    { length: entry.beams },
    (): WaferBeam => ({ slant: array().fill(1), down: array(), up: array() }),
  );
  (passes.beams as WaferBeam[]).push(...beams);

  const swallow = ({ w }: WaferLoad): void => {
    for (let b = 0; b < entry.beams; b++) {
      beams[b].slant[w] = entry.slant[b];
      if (isotropic) passes.diffuseDown[w] += entry.entered[b];
      else beams[b].down[w] = entry.entered[b];
      solution.wafer[w] += entry.entered[b];
    }
  };

  const trap = (load: WaferLoad): void => {
    const { w, lambda, n, depth, frontSkin, rearSkin } = load;
    const outside = frontInside.beyond;
    setFace(rearInside, w, rearInside.beyond.n[w], rearInside.beyond.k[w]);
    setFace(frontInside, w, outside.n[w], outside.k[w]);
    if (!frontSpecular) {
      insideResponse(rearInside, w, n, 'isotropic', lambda, buffers, rearDiffuse);
      if (rearTextured) meetFacets(rearDiffuse, rearCount);
      behindSkin(rearDiffuse, diffuseTransmittance(rearSkin));
      if (isotropic) {
        frontDiffuse.fill(0);
        frontDiffuse[0] = 1 - (outside.n[w] / n) ** 2;
        frontDiffuse[frontCount + 1] = (outside.n[w] / n) ** 2;
      } else {
        insideResponse(frontInside, w, n, 'isotropic', lambda, buffers, frontDiffuse);
        if (frontTextured) meetFacets(frontDiffuse, frontCount);
      }
      behindSkin(frontDiffuse, diffuseTransmittance(frontSkin));
    }
    for (let b = 0; b < entry.beams; b++) {
      const entered = entry.entered[b];
      const slant = entry.slant[b];
      beams[b].slant[w] = slant;
      if (entered === 0) continue;
      const sine = Math.sqrt(1 - 1 / (slant * slant));
      if (rearSpecular) {
        insideResponse(rearInside, w, n, sine, lambda, buffers, rearFirst);
        behindSkin(rearFirst, Math.exp(-rearSkin * slant));
      } else rearFirst.set(rearDiffuse);
      if (frontSpecular) {
        insideResponse(frontInside, w, n, sine, lambda, buffers, frontFirst);
        behindSkin(frontFirst, Math.exp(-frontSkin * slant));
      } else frontFirst.set(frontDiffuse);
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
      solution.wafer[w] += entered * light.absorbed;
      beams[b].down[w] = entered * light.directDown;
      beams[b].up[w] = entered * light.directUp;
      passes.diffuseDown[w] += entered * light.diffuseDown;
      passes.diffuseUp[w] += entered * light.diffuseUp;
      leaveRear(solution, w, entered * light.atRearFirst, rearFirst);
      leaveRear(solution, w, entered * light.atRear, rearDiffuse);
      leaveFront(solution, w, entered * light.atFrontFirst, frontFirst);
      leaveFront(solution, w, entered * light.atFront, frontDiffuse);
    }
  };
  return { swallow, trap };
}

/**
 * Share of isotropic light that goes on from one facet to a further one: there is sqrt 3 times as
 * much facet as ground, so that light which nothing takes meets sqrt 3 facets each time.
 */
const goesOn = 1 - 1 / Math.sqrt(3);

/**
 * Makes the response of a facet to isotropic light that of the whole textured face. What passes stays:
 * most of what a facet passes beyond the first comes in again through another one, and by
 * reciprocity the face passes 1/n^2 of what it lets in from outside.
 */
function meetFacets(response: Float64Array, films: number): void {
  const meetings = 1 / (1 - goesOn * response[0]);
  let left = 1 - response[films + 1];
  for (let j = 1; j <= films + 2; j++) {
    if (j === films + 1) continue;
    response[j] *= meetings;
    left -= response[j];
  }
  response[0] = left;
}

/** Puts an absorber that passes the share `passed` before a face, crossed there and back. */
function behindSkin(response: Float64Array, passed: number): void {
  const last = response.length - 1;
  const mirrored = response[0] * passed;
  response[last] = (1 - passed) * (1 + mirrored);
  response[0] = mirrored * passed;
  for (let j = 1; j < last; j++) response[j] *= passed;
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
  solution.metal.rear[w] += intensity * response[films.length + 2];
  solution.freeCarriers[w] += intensity * response[films.length + 3];
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
  solution.metal.front[w] += intensity * response[films.length + 2];
  solution.freeCarriers[w] += intensity * response[films.length + 3];
}
