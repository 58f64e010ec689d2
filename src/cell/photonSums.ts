import type { CellPhotons } from './cell.ts';

/**
 * A photon budget at another irradiance of the same light.
 *
 * @param photons of the light
 * @param factor new irradiance over the old one
 */
export function scalePhotons(photons: CellPhotons, factor: number): CellPhotons {
  const films: Record<string, number> = {};
  for (const [name, value] of Object.entries(photons.films)) films[name] = value * factor;
  return {
    incident: photons.incident * factor,
    shaded: photons.shaded * factor,
    reflected: photons.reflected * factor,
    escaped: photons.escaped * factor,
    transmitted: photons.transmitted * factor,
    wafer: photons.wafer * factor,
    films,
  };
}

/** Budgets of two lights on the same cell at the same time: photons do not meet. */
export function addPhotons(a: CellPhotons, b: CellPhotons): CellPhotons {
  const films: Record<string, number> = { ...a.films };
  for (const [name, value] of Object.entries(b.films)) films[name] = (films[name] ?? 0) + value;
  return {
    incident: a.incident + b.incident,
    shaded: a.shaded + b.shaded,
    reflected: a.reflected + b.reflected,
    escaped: a.escaped + b.escaped,
    transmitted: a.transmitted + b.transmitted,
    wafer: a.wafer + b.wafer,
    films,
  };
}
