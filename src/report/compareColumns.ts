import type { CompareDocument, CompareResult } from './compareDocument.ts';

/** A column of the comparison for people. */
export interface CompareColumn {
  readonly head: string;
  readonly unit: string;
  readonly digits: number;
  readonly value: (result: CompareResult) => number;
  /** The largest value of the column is the best one, and marked. */
  readonly largestIsBest: boolean;
}

/** Key figures in the order of reading: voltage, current, shape, power, energy, gain. */
export function compareColumns(document: CompareDocument): CompareColumn[] {
  const best = { largestIsBest: true };
  const plain = { largestIsBest: false };
  const { irradiance_W_m2, temperature_C } = document.conditions;
  const hasEnergy = document.results.some((result) => result.energy_kWh_m2 !== undefined);
  const columns: CompareColumn[] = [];
  if (irradiance_W_m2.length > 1) {
    const value = (r: CompareResult) => r.irradiance_W_m2;
    columns.push({ head: 'Light', unit: 'W/m2', digits: 0, value, ...plain });
  }
  if (temperature_C.length > 1) {
    const value = (r: CompareResult) => r.temperature_C;
    columns.push({ head: 'Temp.', unit: '°C', digits: 0, value, ...plain });
  }
  columns.push(
    { head: 'Voc', unit: 'V', digits: 4, value: (r) => r.voc_V, ...best },
    { head: 'Jsc', unit: 'mA/cm2', digits: 2, value: (r) => r.jsc_mA_cm2, ...best },
    { head: 'FF', unit: '%', digits: 2, value: (r) => r.ff_pct, ...best },
    { head: 'Efficiency', unit: '%', digits: 2, value: (r) => r.efficiency_pct, ...best },
    { head: 'Pmax', unit: 'W/m2', digits: 1, value: (r) => r.pmax_W_m2, ...best },
  );
  if (hasEnergy) {
    const value = (r: CompareResult) => r.energy_kWh_m2 ?? 0;
    columns.push({ head: 'Energy', unit: 'kWh/m2', digits: 3, value, ...best });
  }
  columns.push({ head: 'Gain', unit: '%', digits: 1, value: (r) => r.gain_pct, ...plain });
  return columns;
}

/** A value as printed: fixed digits, gains with their sign. */
export function printed(column: CompareColumn, result: CompareResult): string {
  const value = column.value(result);
  const text = value.toFixed(Number.isInteger(value) ? column.digits : Math.max(column.digits, 1));
  return column.head === 'Gain' && value > 0 ? `+${text}` : text.replace(/^-(0\.?0*)$/, '$1');
}

/** Results in the same light and at the same temperature, in order. */
export function conditionGroups(document: CompareDocument): CompareResult[][] {
  const groups: CompareResult[][] = [];
  for (const result of document.results) {
    const last = groups[groups.length - 1];
    const same =
      last?.[0]?.irradiance_W_m2 === result.irradiance_W_m2 &&
      last[0].temperature_C === result.temperature_C;
    if (last && same) last.push(result);
    else groups.push([result]);
  }
  return groups;
}

/** What the comparison holds for: name and text of each line. */
export function conditionLines(document: CompareDocument): (readonly [string, string])[] {
  const { conditions } = document;
  const { profile } = conditions;
  const temperature = `${conditions.temperature_C.join(', ')} °C`;
  const spectrum = spectrumTitle(conditions.spectrum);
  const light = `${spectrum} at ${conditions.irradiance_W_m2.join(', ')} W/m2`;
  const lines: [string, string][] = [['Light', `${light}, cells at ${temperature}`]];
  if (conditions.hours !== undefined) lines.push(['Time', `${conditions.hours} h of that light`]);
  if (profile) {
    const heat =
      profile.temperature === 'of the profile' ? 'as in the profile' : `at ${temperature}`;
    const hours = Number(profile.hours.toFixed(2));
    const sum = profile.insolation_kWh_m2.toFixed(3);
    const day = `${profile.name}: ${hours} h, ${sum} kWh/m2 of ${spectrum} light, cells ${heat}`;
    lines.push(['Energy', day]);
  }
  if (conditions.set.length > 0) lines.push(['Set', conditions.set.join(', ')]);
  if (conditions.fidelity) lines.push(['Fidelity', 'lumped: a neutral wafer between skins']);
  lines.push(['Baseline', conditions.baseline]);
  return lines;
}

function spectrumTitle(name: string): string {
  return /^am\d/.test(name) ? name.toUpperCase() : name;
}
