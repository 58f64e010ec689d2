import { UsageError } from '../src/cell/errors.ts';
import { loadModuleLayers, type ModuleChoice } from '../src/node/loadModuleLayers.ts';
import type { ModuleLayers } from '../src/optics/module.ts';
import type { AxisKind } from '../src/sweep/axis.ts';
import { oneValue } from './oneValue.ts';
import { refuseContradictions } from './refuseContradictions.ts';

/** What of a module may be chosen. */
export interface ModuleArguments {
  readonly encapsulated?: boolean;
  readonly glass?: string;
  readonly 'glass-coating'?: string;
  readonly encapsulant?: string;
  readonly backsheet?: string;
}

const kinds = {
  glass: { name: '--glass', unit: 'mm', min: 0.1, max: 20 },
  coating: { name: '--glass-coating', unit: 'nm', min: 1, max: 1000 },
  pores: { name: '--glass-coating', unit: '', min: 0, max: 0.9 },
  backsheet: { name: '--backsheet', unit: '', min: 0, max: 0.999 },
} satisfies Record<string, AxisKind>;

/**
 * The layers that a cell is laminated into.
 *
 * @param args options as typed
 * @returns nothing for a cell in air
 * @throws UsageError for layers without `--encapsulated` and for values out of bounds
 */
export async function readModule(args: ModuleArguments): Promise<ModuleLayers | undefined> {
  const layers = ['glass', 'glass-coating', 'encapsulant', 'backsheet'];
  refuseContradictions({ ...args }, [{ options: layers, needs: 'encapsulated' }]);
  if (!args.encapsulated) return undefined;
  const [glassThickness, coating, backsheet] = await Promise.all([
    oneValue(args.glass, kinds.glass),
    args['glass-coating'] === undefined ? undefined : readCoating(args['glass-coating']),
    oneValue(args.backsheet, kinds.backsheet),
  ]);
  return loadModuleLayers({
    ...(glassThickness === undefined ? {} : { glassThickness }),
    ...(coating === undefined ? {} : { coating }),
    ...(args.encapsulant === undefined ? {} : { encapsulant: args.encapsulant }),
    ...(backsheet === undefined ? {} : { backsheet }),
  });
}

async function readCoating(text: string): Promise<NonNullable<ModuleChoice['coating']>> {
  const [first, second, ...rest] = text.split(',');
  const thickness = await oneValue(first, kinds.coating);
  const pores = await oneValue(second, kinds.pores);
  if (thickness === undefined || rest.length > 0) {
    throw new UsageError(
      `--glass-coating "${text}": expected thickness[,pores], such as 120nm,42%`,
    );
  }
  return { thickness, ...(pores === undefined ? {} : { pores }) };
}
