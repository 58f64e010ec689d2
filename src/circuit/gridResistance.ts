/** Fingers of a printed or plated grid on one face; cm, ohm. */
export interface GridGeometry {
  /** Distance from finger to finger, cm. */
  readonly spacing: number;
  /** Width and height of a finger, cm. */
  readonly width: number;
  readonly height: number;
  /** Length from a busbar (or wire) to the middle between two of them, cm. */
  readonly halfLength: number;
  /** Resistivity of the finger, ohm cm. */
  readonly resistivity: number;
  /** Contact resistivity between finger and layer, ohm cm^2. */
  readonly contactResistivity: number;
  /** Sheet resistance of the layer between the fingers (emitter, TCO, with the wafer in parallel), ohm. */
  readonly sheetResistance: number;
}

/** Parts of a series resistance, ohm cm^2, and the share of the light that the fingers take. */
export interface GridResistance {
  readonly sheet: number;
  readonly finger: number;
  readonly contact: number;
  readonly total: number;
  readonly shading: number;
}

/**
 * Series resistance and shading of a grid of parallel fingers: lateral current in the layer,
 * contact with current crowding under the finger, current along the finger.
 *
 *     sheet = R s^2/12,  finger = rho L^2 s / (3 w t),
 *     contact = sqrt(rho_c R) coth(w / 2 LT) s/2,  LT = sqrt(rho_c / R)
 *
 * @param grid geometry and materials
 * @returns the parts, ohm cm^2, and the shading
 * @throws RangeError when a length is not positive or a finger is wider than its spacing
 * @see A. Mette, dissertation, University of Freiburg (2007); H. H. Berger, J. Electrochem. Soc.
 *   119, 507 (1972), doi:10.1149/1.2404240, for the transfer length
 * @example gridResistance({ spacing: 0.12, width: 30e-4, height: 15e-4, halfLength: 0.9,
 *   resistivity: 3e-6, contactResistivity: 2e-3, sheetResistance: 45 }).total // 0.157
 */
export function gridResistance(grid: GridGeometry): GridResistance {
  const { spacing, width, height, halfLength, resistivity, contactResistivity, sheetResistance } =
    grid;
  for (const [name, value] of Object.entries(grid)) {
    const least = name.endsWith('esistivity') || name === 'sheetResistance' ? 0 : Number.MIN_VALUE;
    if (!(value >= least)) throw new RangeError(`grid: ${name} ${value} is not positive`);
  }
  if (width >= spacing)
    throw new RangeError(`grid: fingers ${width} cm wide do not fit ${spacing} cm`);
  const sheet = (sheetResistance * spacing ** 2) / 12;
  const finger = (resistivity * halfLength ** 2 * spacing) / (3 * width * height);
  const contact = contactPart(contactResistivity, sheetResistance, width, spacing);
  return { sheet, finger, contact, total: sheet + finger + contact, shading: width / spacing };
}

function contactPart(
  contactResistivity: number,
  sheet: number,
  width: number,
  spacing: number,
): number {
  if (contactResistivity === 0) return 0;
  // Without a sheet resistance the whole width carries: rho_c / w for each s.
  if (sheet === 0) return (contactResistivity * spacing) / width;
  const transferLength = Math.sqrt(contactResistivity / sheet);
  const crowding = 1 / Math.tanh(width / (2 * transferLength));
  return (Math.sqrt(contactResistivity * sheet) * crowding * spacing) / 2;
}
