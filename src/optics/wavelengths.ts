/** Wavelengths a cell is solved at, nm: 300 to 1200 in steps of 5, the middles of bins. */
export const defaultWavelengths: Float64Array = Float64Array.from(
  { length: 181 },
  (_, i) => 300 + 5 * i,
);

/** Light whose table spans less than this is resolved by wavelengths of its own, nm. */
const narrow = 50;
/** Wavelengths across narrow light. */
const across = 17;

/**
 * Wavelengths to solve a cell at in some light: the usual ones, and some across light so narrow
 * that it falls between them, such as a laser's.
 *
 * @param light nm, ascending: the table of a spectrum
 * @returns nm, ascending
 */
export function wavelengthsFor(light: Float64Array): Float64Array {
  const [from, to] = [light[0], light[light.length - 1]];
  const usual = defaultWavelengths;
  if (to - from > narrow || to > usual[usual.length - 1] || from < usual[0]) return usual;
  const line = Array.from({ length: across }, (_, i) => from + ((to - from) * i) / (across - 1));
  const around = usual.filter((nm) => nm < from || nm > to);
  return Float64Array.from([...around, ...line]).sort();
}

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
