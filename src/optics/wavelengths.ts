/** Wavelengths a cell is solved at, nm: 300 to 1200 in steps of 5, the middles of bins. */
export const defaultWavelengths: Float64Array = Float64Array.from(
  { length: 181 },
  (_, i) => 300 + 5 * i,
);

/**
 * Edges of the bins whose middles are given: halfway between neighbours.
 *
 * @param wavelength ascending, at least two, nm
 * @returns one edge more than wavelengths, nm
 */
export function binEdges(wavelength: Float64Array): Float64Array {
  const last = wavelength.length - 1;
  const edges = new Float64Array(last + 2);
  for (let i = 1; i <= last; i++) edges[i] = (wavelength[i - 1] + wavelength[i]) / 2;
  edges[0] = 2 * wavelength[0] - edges[1];
  edges[last + 1] = 2 * wavelength[last] - edges[last];
  return edges;
}
