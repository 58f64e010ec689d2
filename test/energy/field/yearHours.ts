import { readFileSync } from 'node:fs';
import type { FieldHours } from '../../../src/energy/field/fieldHours.ts';

/** Every hour with light of a year of weather by pvlib (test/reference/pvlib); no rear light. */
export function yearHours(site: 'greensboro' | 'amsterdam'): FieldHours {
  const file = new URL(`../../reference/pvlib/${site}_hours.csv`, import.meta.url);
  const [, ...lines] = readFileSync(file, 'utf8').trimEnd().split('\n');
  const rows = lines.map((line) => line.split(',').map(Number));
  const front = Float64Array.from(rows, ([, light]) => light!);
  return {
    interval: 1,
    front,
    effective: front,
    temperature: Float64Array.from(rows, ([, , temperature]) => temperature!),
    month: Uint8Array.from(rows, ([month]) => month!),
  };
}
