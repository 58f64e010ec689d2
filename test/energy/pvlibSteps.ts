import { readFileSync } from 'node:fs';
import { expect } from 'vitest';
import type { SkyHours } from '../../src/energy/plane/planeOfArray.ts';

/** 144 hours of a year by pvlib (test/reference/pvlib), joined; `null` is its NaN. */
export interface Steps {
  readonly settings: {
    readonly latitude_deg: number;
    readonly longitude_deg: number;
    readonly altitude_m: number;
    readonly pressure_Pa: number;
    readonly albedo: number;
    readonly marion_physical: {
      readonly sky: number;
      readonly horizon: number;
      readonly ground: number;
    };
  };
  readonly yearlySums: Readonly<Record<string, number>>;
  readonly hours: SkyHours;
  readonly column: (name: string) => (number | null)[];
}

export const sites = ['greensboro', 'amsterdam'] as const;

/** Reads the hours of a site. */
export function pvlibSteps(site: (typeof sites)[number]): Steps {
  const url = new URL(`../reference/pvlib/${site}_steps.json`, import.meta.url);
  const file = JSON.parse(readFileSync(url, 'utf8'));
  const days: Record<string, unknown[]>[] = Object.values(file.days);
  const column = (name: string) => days.flatMap((day) => day[name] as (number | null)[]);
  const stamps = days.flatMap((day) => day.time as string[]);
  const numbers = (name: string) => Float64Array.from(column(name), (value) => value ?? Number.NaN);
  return {
    settings: file.settings,
    yearlySums: file.yearly_sums,
    column,
    hours: {
      place: {
        latitude: file.settings.latitude_deg,
        longitude: file.settings.longitude_deg,
        altitude: file.settings.altitude_m,
      },
      interval: 3600,
      middle: Float64Array.from(stamps, (stamp) => Date.parse(stamp)),
      ghi: numbers('ghi_W_m2'),
      dni: numbers('dni_W_m2'),
      dhi: numbers('dhi_W_m2'),
    },
  };
}

/**
 * Light behind a pane of glass, W/m2, of pvlib's own parts and modifiers (those of diffuse light its own
 * where none are given): light from around the sun goes with the beam. Its column
 * `effective_irradiance_perez_physical_W_m2` has the sky's modifier for all that is neither beam nor ground.
 */
export function effectiveByPart(
  { column, settings }: Steps,
  diffuse = settings.marion_physical,
): number[] {
  const [beam, around, rest, low, below] = [
    'beam_poa',
    'perez_circumsolar_part',
    'perez_isotropic_part',
    'perez_horizon_part',
    'ground_poa',
  ].map((name) => column(`${name}_W_m2`));
  return column('iam_physical').map((iam, i) => {
    const sun = ((beam![i] ?? 0) + (around![i] ?? 0)) * (iam ?? 0);
    const sky = (rest![i] ?? 0) * diffuse.sky + (low![i] ?? 0) * diffuse.horizon;
    return sun + sky + (below![i] ?? 0) * diffuse.ground;
  });
}

/** Expects values within a relative distance of pvlib's (absolute below 0.1); its NaN counts as `gap`. */
export function expectColumn(
  actual: ArrayLike<number>,
  steps: Steps,
  name: string,
  tolerance = 1e-6,
  gap = 0,
): void {
  steps.column(name).forEach((value, i) => {
    const expected = value ?? gap;
    const within = tolerance * Math.max(Math.abs(expected), 0.1);
    const found = actual[i]!;
    if (Object.is(expected, Number.NaN)) expect(found, `${name} ${i}`).toBeNaN();
    else
      expect(Math.abs(found - expected), `${name} ${i}: ${found}, ${expected}`).toBeLessThan(
        within,
      );
  });
}

/** Expects angles, deg, within 1e-6 deg of pvlib's: a tenth of what is asked. */
export function expectAngles(actual: ArrayLike<number>, steps: Steps, name: string): void {
  steps.column(name).forEach((expected, i) => {
    if (expected === null) expect(actual[i], `${name} ${i}`).toBeNaN();
    else expect(Math.abs(actual[i]! - expected), `${name} ${i}`).toBeLessThan(1e-6);
  });
}
