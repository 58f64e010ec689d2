import type { Cell } from '../../cell/cell.ts';
import type { Weather } from '../../energy/weather/weather.ts';
import type { Spectrum } from '../../light/spectrum.ts';
import type { ModuleLayers } from '../../optics/module.ts';
import type { DataSource } from './reportDocument.ts';

/** What was loaded for a report. */
interface LoadedData {
  readonly cells: readonly Cell[];
  readonly spectrum: Spectrum;
  readonly weather?: Weather;
  /** What cells are laminated into in the table of modules. */
  readonly module: ModuleLayers;
}

/** Where the spectrum, the optical constants of all cells and the weather come from. */
export function dataSources({ cells, spectrum, weather, module }: LoadedData): DataSource[] {
  const optics = new Map(cells.flatMap((cell) => Object.entries(cell.optics)));
  if (cells.length > 0)
    for (const layer of ['glass', 'encapsulant'] as const)
      optics.set(`${layer} of a module`, module[layer]);
  return [
    { what: `spectrum ${spectrum.name}`, source: spectrum.source ?? notSaid },
    ...(weather === undefined
      ? []
      : [{ what: `weather ${weather.name}`, source: weatherSource(weather) }]),
    ...[...optics]
      .filter(([name]) => name !== 'air')
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, { source }]) => ({
        what: `optical constants ${name}`,
        source: source ?? notSaid,
      })),
  ];
}

const notSaid = 'not said in the file';

function weatherSource({ format, place, start }: Weather): string {
  if (format === 'clear-sky') return 'computed, a sky without clouds';
  return `${place.name ?? 'a place without a name'}, file of format ${format}, ${start.length} intervals`;
}
