import type { Options } from 'yargs';
import type { TableCommand } from './commandTable.ts';
import { mannerOptions } from './mannerOptions.ts';

/** What the numbers of the exit codes mean; they do not change between versions. */
export const exitCodes = [
  ['0', 'The result was made; also where its reader closed the pipe early.'],
  ['1', 'The calculation failed.'],
  ['2', 'The request cannot be met as written: an option, a name, a file, a value.'],
] as const;

const environment = [
  ['NO_COLOR', 'No colours, whatever its value.'],
  ['SOLARCELL_CONFIG', 'A config file, where --config names none.'],
] as const;

const files = [
  ['solarcell.config.yaml', 'Defaults, in the working directory or the nearest folder above it.'],
  [
    '~/.config/solarcell/config.yaml',
    'Defaults, where there is none of the former; in XDG_CONFIG_HOME where that is set.',
  ],
] as const;

/**
 * The manual as a page for man(1), from the tables that the commands are made of.
 *
 * @param table commands and their options
 * @param version of solarcell
 */
export function manualPage(table: Readonly<Record<string, TableCommand>>, version: string): string {
  return [
    `.TH SOLARCELL 1 "" "solarcell ${version}" "User Commands"`,
    '.SH NAME',
    roff('solarcell - how much more electricity a heterojunction cell makes from the same light'),
    '.SH SYNOPSIS',
    '.B solarcell',
    roff('command [cells] [options]'),
    '.SH DESCRIPTION',
    roff(
      'Computes solar cells of silicon from their layers: where each photon ends, what the carriers do, what reaches the terminals, and the energy over hours, a day or a year of weather. Where a file is expected, - is the standard input. It never uses the network.',
    ),
    '.SH COMMANDS',
    ...commandLines(table, 'solarcell'),
    '.SH OPTIONS OF EVERY COMMAND',
    ...optionLines(mannerOptions),
    '.SH EXIT STATUS',
    ...exitCodes.flatMap(([code, text]) => ['.TP', `.B ${code}`, roff(text)]),
    '.SH ENVIRONMENT',
    ...environment.flatMap(([name, text]) => ['.TP', `.B ${roff(name)}`, roff(text)]),
    '.SH FILES',
    ...files.flatMap(([name, text]) => ['.TP', `.I ${roff(name)}`, roff(text)]),
    '',
  ].join('\n');
}

/** Each command, and those within it. */
function commandLines(table: Readonly<Record<string, TableCommand>>, before: string): string[] {
  return Object.entries(table).flatMap(([name, { command, options, commands = {} }]) => [
    `.SS ${roff(`${before} ${usageOf(command.command, name)}`)}`,
    roff(`${String(command.describe)}.`),
    ...optionLines(options),
    ...commandLines(commands, `${before} ${name}`),
  ]);
}

function usageOf(usage: string | readonly string[] | undefined, name: string): string {
  return typeof usage === 'string' ? usage : (usage?.[0] ?? name);
}

function optionLines(options: Readonly<Record<string, Options>>): string[] {
  return Object.entries(options).flatMap(([name, { type, choices, describe }]) => {
    const value =
      type === 'boolean' ? '' : ` \\fI${roff(choices ? choices.join('|') : 'value')}\\fR`;
    return ['.TP', `\\fB${roff(`--${name}`)}\\fR${value}`, roff(describe ?? '')];
  });
}

/** A text of roff: what it would read as an instruction stands for itself. */
function roff(text: string): string {
  return text
    .replaceAll('\\', '\\e')
    .replaceAll('-', '\\-')
    .replace(/^([.'])/, '\\&$1');
}
