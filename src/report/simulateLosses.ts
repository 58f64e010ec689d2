import { column, type Section } from './section.ts';
import type { SimulateDocument } from './simulateDocument.ts';

/** Losses below this are shown together, mW/cm2; programs get each. */
const shown = 5e-4;

/** From the limit of the wafer to the cell: every loss, and the two ends. */
export function lossesSection({ limit, losses, figures }: SimulateDocument): Section | undefined {
  if (!limit || !losses) return undefined;
  const large = losses.filter((row) => Math.abs(row.power_mW_cm2) >= shown);
  const small = losses.filter((row) => Math.abs(row.power_mW_cm2) < shown);
  const sum = (key: 'power_mW_cm2' | 'efficiency_pct') =>
    small.reduce((total, row) => total + row[key], 0);
  return {
    title: 'Losses',
    columns: [
      column('path', 'Path', '', 0),
      column('place', 'Place', '', 0),
      column('power_mW_cm2', 'Power', 'mW/cm2', 3),
      column('efficiency_pct', 'Efficiency', '% abs.', 3),
    ],
    rows: [
      ['limit of the absorber', 'wafer', limit.power_mW_cm2, limit.efficiency_pct],
      ...large.map((row) => [row.path, row.place, -row.power_mW_cm2, -row.efficiency_pct]),
      ...(small.length > 0
        ? [[`${small.length} smaller ones`, '', -sum('power_mW_cm2'), -sum('efficiency_pct')]]
        : []),
      ['delivered', 'terminals', figures.pmax_W_m2 / 10, figures.efficiency_pct],
    ],
    records: losses.map((row) => [row.path, row.place, row.power_mW_cm2, row.efficiency_pct]),
    notes: [
      `Limit: no reflection, ${limit.optics} light trapping, radiative and ${limit.auger} Auger recombination only`,
      `(${limit.jsc_mA_cm2.toFixed(2)} mA/cm2, ${limit.voc_V.toFixed(4)} V). All at maximum power.`,
    ],
  };
}
