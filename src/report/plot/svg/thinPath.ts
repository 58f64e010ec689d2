/** How far a line may move where points are left out, px: less than a screen can show. */
const tolerance = 0.12;

type Point = readonly [number, number];

/**
 * The same polygon with fewer points: those that lie on the line between their neighbours are left
 * out. A spectrum drawn a few hundred px wide needs a third of its points.
 *
 * @param path the `d` of a path; one that is not of straight lines alone comes back as it is
 * @see D. Douglas, T. Peucker, Cartographica 10, 112 (1973), doi:10.3138/FM57-6770-U75U-7727
 */
export function thinPath(path: string): string {
  if (!/^M-?[\d.]+,-?[\d.]+(L-?[\d.]+,-?[\d.]+){3,}Z?$/.test(path)) return path;
  const closed = path.endsWith('Z');
  const texts = path.slice(1, closed ? -1 : undefined).split('L');
  const points = texts.map((text) => text.split(',').map(Number) as unknown as Point);
  const kept = new Uint8Array(points.length);
  const spans: [number, number][] = [[0, points.length - 1]];
  kept[0] = kept[points.length - 1] = 1;
  for (let span = spans.pop(); span !== undefined; span = spans.pop()) {
    const [from, to] = span;
    let [farthest, most] = [-1, tolerance];
    for (let k = from + 1; k < to; k++) {
      const off = distance(points[k]!, points[from]!, points[to]!);
      if (off > most) [farthest, most] = [k, off];
    }
    if (farthest < 0) continue;
    kept[farthest] = 1;
    spans.push([from, farthest], [farthest, to]);
  }
  return `M${texts.filter((_, k) => kept[k]).join('L')}${closed ? 'Z' : ''}`;
}

/** Of a point from the line between two others, px. */
function distance([x, y]: Point, [x1, y1]: Point, [x2, y2]: Point): number {
  const [dx, dy] = [x2 - x1, y2 - y1];
  const length = dx * dx + dy * dy;
  const along = length === 0 ? 0 : ((x - x1) * dx + (y - y1) * dy) / length;
  const share = Math.max(0, Math.min(1, along));
  return Math.hypot(x - x1 - share * dx, y - y1 - share * dy);
}
