/** A polynomial for some years: from `from` on, in (y - origin) / scale. */
interface Span {
  readonly from: number;
  readonly origin: number;
  readonly scale: number;
  readonly coefficients: readonly number[];
}

/** Before -500, and from 2150 on: the parabola of the long term. */
const parabola = { origin: 1820, scale: 100, coefficients: [-20, 0, 32] };

const spans: readonly Span[] = [
  { from: Number.NEGATIVE_INFINITY, ...parabola },
  {
    from: -500,
    origin: 0,
    scale: 100,
    coefficients: [10_583.6, -1014.41, 33.78311, -5.952053, -0.1798452, 0.022174192, 0.0090316521],
  },
  {
    from: 500,
    origin: 1000,
    scale: 100,
    coefficients: [1574.2, -556.01, 71.23472, 0.319781, -0.8503463, -0.005050998, 0.0083572073],
  },
  { from: 1600, origin: 1600, scale: 1, coefficients: [120, -0.9808, -0.01532, 1 / 7129] },
  {
    from: 1700,
    origin: 1700,
    scale: 1,
    coefficients: [8.83, 0.1603, -0.0059285, 0.00013336, -1 / 1_174_000],
  },
  {
    from: 1800,
    origin: 1800,
    scale: 1,
    coefficients: [
      13.72, -0.332447, 0.0068612, 0.0041116, -0.00037436, 0.0000121272, -0.0000001699,
      0.000000000875,
    ],
  },
  {
    from: 1860,
    origin: 1860,
    scale: 1,
    coefficients: [7.62, 0.5737, -0.251754, 0.01680668, -0.0004473624, 1 / 233_174],
  },
  {
    from: 1900,
    origin: 1900,
    scale: 1,
    coefficients: [-2.79, 1.494119, -0.0598939, 0.0061966, -0.000197],
  },
  { from: 1920, origin: 1920, scale: 1, coefficients: [21.2, 0.84493, -0.0761, 0.0020936] },
  { from: 1941, origin: 1950, scale: 1, coefficients: [29.07, 0.407, -1 / 233, 1 / 2547] },
  { from: 1961, origin: 1975, scale: 1, coefficients: [45.45, 1.067, -1 / 260, -1 / 718] },
  {
    from: 1986,
    origin: 2000,
    scale: 1,
    coefficients: [63.86, 0.3345, -0.060374, 0.0017275, 0.000651814, 0.00002373599],
  },
  { from: 2005, origin: 2000, scale: 1, coefficients: [62.92, 0.32217, 0.005589] },
  { from: 2050, ...parabola },
];

/** Between these years the parabola is eased into the measured values, s per year before the end. */
const easing = { from: 2050, until: 2150, slope: -0.5628 };

/**
 * Terrestrial less universal time: how far the earth's turning lags behind a steady clock.
 *
 * @param time Unix time, ms; the middle of its month counts
 * @returns seconds; a prediction from 2005 on, good to some seconds until 2050
 * @see F. Espenak, J. Meeus, Five Millennium Canon of Solar Eclipses, NASA/TP-2006-214141,
 *   https://eclipse.gsfc.nasa.gov/SEcat5/deltatpoly.html
 * @example deltaT(Date.UTC(2000, 0, 1)) // 63.87
 */
export function deltaT(time: number): number {
  const date = new Date(time);
  const year = date.getUTCFullYear();
  const y = year + (date.getUTCMonth() + 0.5) / 12;
  const span = spans.findLast(({ from }) => year >= from)!;
  const x = (y - span.origin) / span.scale;
  const value = span.coefficients.reduceRight((sum, c) => sum * x + c, 0);
  const eased = year >= easing.from && year < easing.until;
  return eased ? value + easing.slope * (easing.until - y) : value;
}
