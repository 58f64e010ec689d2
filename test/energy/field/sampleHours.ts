import { readFileSync } from 'node:fs';
import type { FieldHours } from '../../../src/energy/field/fieldHours.ts';

/** Daylight of six days of weather by pvlib (test/reference/pvlib), 5 % of the light on the rear. */
export function sampleHours(site: 'greensboro' | 'amsterdam'): FieldHours {
  const file = new URL(`../../reference/pvlib/${site}_power.json`, import.meta.url);
  const { quantities } = JSON.parse(readFileSync(file, 'utf8')) as {
    quantities: Record<string, readonly number[]>;
  };
  const front = Float64Array.from(quantities.poa_perez_W_m2!);
  return {
    interval: 1,
    front,
    effective: front.map((light, i) => light * (0.97 - 0.02 * Math.sin(i))),
    rear: front.map((light) => 0.05 * light + 2),
    temperature: Float64Array.from(quantities.temp_faiman_C!),
    month: Uint8Array.from(front, (_, i) => 1 + (i % 3)),
  };
}
