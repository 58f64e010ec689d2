import type { CommandModule, Options } from 'yargs';
import { bestCommand } from './bestCommand.ts';
import { bestOptions } from './bestOptions.ts';
import { cellsCommand, cellsCommands } from './cellsCommand.ts';
import { compareCommand } from './compareCommand.ts';
import { compareOptions } from './compareOptions.ts';
import { completionCommand } from './completionCommand.ts';
import { planeOptions, weatherOptions } from './fieldOptions.ts';
import { irradianceCommand } from './irradianceCommand.ts';
import { irradianceOptions } from './irradianceOptions.ts';
import { limitCommand } from './limitCommand.ts';
import { limitOptions } from './limitOptions.ts';
import { materialsCommand, materialsOptions } from './materialsCommand.ts';
import { mergeCommand } from './mergeCommand.ts';
import { mergeOptions } from './mergeOptions.ts';
import { modelsCommand } from './modelsCommand.ts';
import { opticsCommand } from './opticsCommand.ts';
import { opticsOptions } from './opticsOptions.ts';
import { rateCommand } from './rateCommand.ts';
import { rateOptions } from './rateOptions.ts';
import { reportCommand } from './reportCommand.ts';
import { reportOptions } from './reportOptions.ts';
import { outputOptions } from './resultOutput.ts';
import { simulateCommand } from './simulateCommand.ts';
import { simulateOptions } from './simulateOptions.ts';
import { skinCommand } from './skinCommand.ts';
import { skinOptions } from './skinOptions.ts';
import { spectraCommand, spectraOptions } from './spectraCommand.ts';
import { sweepCommand } from './sweepCommand.ts';
import { sweepOptions } from './sweepOptions.ts';
import { yearOptions } from './yearOptions.ts';

/** What the manual, the config file and the hints need of a command. */
export interface TableCommand {
  readonly command: Pick<CommandModule, 'command' | 'describe'>;
  /** By name; those of every command are not among them. */
  readonly options: Readonly<Record<string, Options>>;
  /** Commands of its own, by name. */
  readonly commands?: Readonly<Record<string, TableCommand>>;
}

/**
 * Every command with its options, in the order of the help. Without a prototype: what is typed is
 * looked up in it, and `constructor` is no command.
 */
export const commandTable: Readonly<Record<string, TableCommand>> = Object.assign(
  Object.create(null),
  {
    compare: {
      command: compareCommand,
      options: { ...compareOptions, ...weatherOptions, ...planeOptions, ...yearOptions },
    },
    simulate: { command: simulateCommand, options: simulateOptions },
    report: { command: reportCommand, options: reportOptions },
    optics: { command: opticsCommand, options: opticsOptions },
    skin: { command: skinCommand, options: skinOptions },
    limit: { command: limitCommand, options: limitOptions },
    sweep: { command: sweepCommand, options: sweepOptions },
    rate: { command: rateCommand, options: rateOptions },
    irradiance: { command: irradianceCommand, options: irradianceOptions },
    materials: { command: materialsCommand, options: materialsOptions },
    spectra: { command: spectraCommand, options: spectraOptions },
    best: { command: bestCommand, options: bestOptions },
    merge: { command: mergeCommand, options: mergeOptions },
    models: { command: modelsCommand, options: outputOptions },
    cells: { command: cellsCommand, options: {}, commands: cellsCommands },
    completion: { command: completionCommand, options: {} },
  } satisfies Record<string, TableCommand>,
);

/**
 * The command that words of a command line name, with the one within it where there is one.
 *
 * @param words a command line, without the program's name
 */
export function commandOf(words: readonly string[]): TableCommand | undefined {
  const [name, within] = words.filter((word) => !word.startsWith('-'));
  const command = commandTable[name ?? ''];
  return command?.commands?.[within ?? ''] ?? command;
}
