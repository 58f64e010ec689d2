import type { Options } from 'yargs';
import { textOption } from './textOption.ts';

/** What cells are laminated into, of every command that takes modules. */
export const moduleOptions = {
  encapsulated: { type: 'boolean', describe: 'Under glass and an encapsulant; else in air' },
  glass: textOption('glass', 'Of a module: thickness of its glass, mm [default: 3.2]'),
  'glass-coating': textOption(
    'glass-coating',
    'Porous silica on it, thickness in nm and share of pores: 120nm,42% [default: none]',
  ),
  encapsulant: textOption('encapsulant', 'eva, eva-uv or a CSV file of n and k [default: eva-uv]'),
  backsheet: textOption(
    'backsheet',
    'Reflectance of a white sheet behind, such as 85% [default: none, glass as in front]',
  ),
} satisfies Record<string, Options>;
