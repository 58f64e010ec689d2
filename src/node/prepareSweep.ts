import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SweepPlan } from '../sweep/plan.ts';
import type { SourcedSweep } from '../sweep/prepare.ts';
import { prepareWith } from '../sweep/prepareWith.ts';
import type { FieldReader } from '../sweep/readFields.ts';
import { dataFolder } from './dataFolder.ts';
import { absolutePaths, loadCell } from './loadCell.ts';
import { loadProfile } from './loadProfile.ts';
import { loadSpectrum } from './loadSpectrum.ts';

/**
 * Reads the files that a plan names and makes it ready to give rows.
 *
 * @param plan as `parseSweepPlan` returns it; paths in it are relative to where the program runs
 * @param field reads its year of weather, where it has one
 * @returns the sweep
 * @throws UsageError or DataError for what the plan asks for and cannot be
 * @example for (const row of (await prepareSweep(plan)).rows(0, 64, 1)) console.log(row.values)
 */
export function prepareSweep(plan: SweepPlan, field?: FieldReader): Promise<SourcedSweep> {
  return prepareWith(plan, {
    cell: (name, settings) =>
      loadCell(name, {
        settings: settings.map((one) => ({ ...one, value: absolutePaths(one.value) })),
      }),
    spectrum: loadSpectrum,
    profile: loadProfile,
    ...(field && { field }),
    hash: (text) => createHash('sha256').update(text).digest('hex'),
    version: version(),
  });
}

function version(): string {
  const text = readFileSync(join(dataFolder(), '..', 'package.json'), 'utf8');
  return (JSON.parse(text) as { version: string }).version;
}
