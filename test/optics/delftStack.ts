import { photonCurrent, photonFluxInBins } from '../../src/light/photonFlux.ts';
import { loadSpectrum } from '../../src/node/loadSpectrum.ts';
import type { LightTrapping, OpticalFilm, Texture } from '../../src/optics/opticalCell.ts';
import { air, type OpticalConstants } from '../../src/optics/opticalConstants.ts';
import { solveOptics } from '../../src/optics/solveOptics.ts';
import { binEdges, defaultWavelengths } from '../../src/optics/wavelengths.ts';

/** Optical constants of each material of the cell. */
export type DelftMaterials = Readonly<
  Record<'ito' | 'p' | 'i' | 'n' | 'wafer' | 'silver', OpticalConstants>
>;

/**
 * Where the photons of the heterojunction cell end that the manual of GenPro4 has as its second and third example:
 * ITO 80 nm, a-Si:H p 5, i 5, wafer 200 um, i 5, n 5, silver; the same texture on both faces. AM1.5G, 300 to 1200 nm.
 *
 * @param materials optical constants
 * @param texture of both faces
 * @param trapping the default when left out
 * @returns mA/cm2 by material
 * @see R. Santbergen, GenPro4 manual (TU Delft, January 2022), figures 2b and 3c; the model: R. Santbergen et al.,
 *   IEEE J. Photovolt. 7, 919 (2017), doi:10.1109/JPHOTOV.2017.2669640
 */
export async function delftBudget(
  materials: DelftMaterials,
  texture: Texture,
  trapping?: LightTrapping,
) {
  const film = (name: keyof DelftMaterials, thickness: number): OpticalFilm => ({
    name,
    constants: materials[name],
    thickness,
  });
  const cell = {
    ...(trapping ? { trapping } : {}),
    front: { texture, films: [film('ito', 80), film('p', 5), film('i', 5)], outside: air },
    wafer: { constants: materials.wafer, thickness: 0.02 },
    rear: { texture, films: [film('i', 5), film('n', 5)], outside: materials.silver },
  };
  const solved = solveOptics(cell, defaultWavelengths, 298.15);
  const edges = binEdges(defaultWavelengths).map((edge) => Math.min(1200, Math.max(300, edge)));
  const photons = photonFluxInBins(await loadSpectrum('am1.5g'), edges);
  const current = (share: Float64Array) =>
    photonCurrent(photons.reduce((sum, flux, w) => sum + flux * share[w]!, 0));
  const [ito, p, i] = solved.frontFilms;
  const [rearI, n] = solved.rearFilms;
  return {
    reflected: current(solved.reflected) + current(solved.escaped),
    ito: current(ito!),
    p: current(p!),
    i: current(i!) + current(rearI!),
    n: current(n!),
    silver: current(solved.metal.rear),
    wafer: current(solved.wafer),
  };
}
