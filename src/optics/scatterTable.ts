import { angleBins } from './angleBins.ts';

/** Steps in azimuth, and angles in a bin, of Phong's integral. */
const azimuths = 90;
const samples = 4;

/**
 * Where a rough mirror sends what it scatters, by bin of the direction that comes.
 *
 * @param exponent Phong's m: light into a solid angle goes as cos^m of the angle from the mirrored
 *   direction; Lambertian when left out
 * @returns [bin that comes, bin that goes], each row adding up to 1
 * @see B. T. Phong, Commun. ACM 18, 311 (1975), doi:10.1145/360825.360839
 */
export function scatterTable(exponent?: number): Float64Array {
  const { count, cosine, share, edges } = angleBins;
  const table = new Float64Array(count * count);
  for (let from = 0; from < count; from++) {
    if (exponent === undefined) {
      table.set(share, from * count);
      continue;
    }
    const c0 = cosine[from];
    const s0 = Math.sqrt(1 - c0 * c0);
    let total = 0;
    for (let to = 0; to < count; to++) {
      let sum = 0;
      for (let i = 0; i < samples; i++) {
        const sine2 = edges[to] + ((i + 0.5) / samples) * (edges[to + 1] - edges[to]);
        const c = Math.sqrt(1 - sine2);
        for (let a = 0; a < azimuths; a++) {
          const angle = ((a + 0.5) / azimuths) * Math.PI;
          const along = c0 * c + s0 * Math.sqrt(sine2) * Math.cos(angle);
          // d(sin^2) = 2 c d(-c): the solid angle of a step in sin^2 goes as 1/c.
          if (along > 0) sum += along ** exponent / c;
        }
      }
      table[from * count + to] = sum * (edges[to + 1] - edges[to]);
      total += table[from * count + to];
    }
    for (let to = 0; to < count; to++) table[from * count + to] /= total;
  }
  return table;
}
