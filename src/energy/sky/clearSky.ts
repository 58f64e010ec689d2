/** Irradiance parts on the horizontal; of the beam for dni. */
export interface SkyIrradiance {
  /** Global horizontal, W/m2. */
  readonly ghi: number;
  /** Direct normal, W/m2. */
  readonly dni: number;
  /** Diffuse horizontal, W/m2. */
  readonly dhi: number;
}

const radian = Math.PI / 180;

/**
 * Light of a cloudless sky by Ineichen and Perez.
 *
 * @param apparentZenith of the sun, with refraction, deg
 * @param absoluteAirmass at the place's pressure; NaN with the sun down, which gives no light
 * @param linkeTurbidity 2 very clean and dry, 3 clean and warm, 4 to 6 hazy
 * @param altitude m above the sea
 * @param extraterrestrial outside the air on a plane that faces the sun, W/m2
 * @returns W/m2
 * @see P. Ineichen, R. Perez, Sol. Energy 73, 151 (2002), doi:10.1016/S0038-092X(02)00045-2;
 *   the beam's lower bound from R. Perez et al., Sol. Energy 73, 307 (2002),
 *   doi:10.1016/S0038-092X(02)00122-6
 * @example ineichen(30, 1.15, 3, 0, 1361).dni // about 900
 */
export function ineichen(
  apparentZenith: number,
  absoluteAirmass: number,
  linkeTurbidity: number,
  altitude: number,
  extraterrestrial: number,
): SkyIrradiance {
  const cosZenith = Math.cos(radian * apparentZenith);
  if (!(cosZenith > 0) || Number.isNaN(absoluteAirmass)) return { ghi: 0, dni: 0, dhi: 0 };
  const fh1 = Math.exp(-altitude / 8000);
  const fh2 = Math.exp(-altitude / 1250);
  const cg1 = 5.09e-5 * altitude + 0.868;
  const cg2 = 3.92e-5 * altitude + 0.0387;
  const extinct = Math.exp(-cg2 * absoluteAirmass * (fh1 + fh2 * (linkeTurbidity - 1)));
  const ghi = cg1 * extraterrestrial * cosZenith * extinct;
  const b = 0.664 + 0.163 / fh1;
  const normal = b * extraterrestrial * Math.exp(-0.09 * absoluteAirmass * (linkeTurbidity - 1));
  const diffuse = (0.1 - 0.2 * Math.exp(-linkeTurbidity)) / (0.1 + 0.882 / fh1);
  const most = ghi * Math.max((1 - diffuse) / cosZenith, 0);
  const dni = Math.min(normal, most);
  return { ghi, dni, dhi: ghi - dni * cosZenith };
}

/**
 * Global light of a cloudless sky by Haurwitz, from the sun's height alone.
 *
 * @param apparentZenith of the sun, deg
 * @returns global horizontal irradiance, W/m2
 * @see B. Haurwitz, J. Meteorol. 2, 154 (1945),
 *   doi:10.1175/1520-0469(1945)002<0154:IIRTCA>2.0.CO;2
 */
export function haurwitz(apparentZenith: number): number {
  const cosZenith = Math.cos(radian * apparentZenith);
  return cosZenith > 0 ? 1098 * cosZenith * Math.exp(-0.059 / cosZenith) : 0;
}
