import type { Argv, CommandModule } from 'yargs';
import { chosen } from './chosenCommand.ts';
import type { TableCommand } from './commandTable.ts';
import { plotOption } from './plotOutput.ts';
import { setOption } from './textOption.ts';

interface CellArguments {
  readonly cell: string;
  readonly set?: string[];
}

const list: CommandModule = {
  command: ['list', '$0'],
  describe: 'List the cells that ship',
  handler: async () => (await import('./runCells.ts')).listAll(),
};

const show: CommandModule<object, CellArguments & { readonly plot?: string }> = {
  command: 'show <cell>',
  describe: 'Print a cell file, with its sources',
  builder: (args: Argv) =>
    args
      .positional('cell', { type: 'string', demandOption: true, describe: 'Name or file' })
      .options(plotOption)
      .group(['plot'], 'Output:')
      .example('$0 cells show shj > my.yaml', 'a cell file to start from')
      .example('$0 cells show shj --plot', 'its layers, drawn to scale'),
  handler: async (args) => (await import('./runCells.ts')).showCell(args.cell, args.plot),
};

const checkOptions = { set: setOption };

const check: CommandModule<object, CellArguments> = {
  command: 'check <cell>',
  describe: 'Check a cell file and name everything that is wrong with it',
  builder: (args: Argv) =>
    args
      .positional('cell', { type: 'string', demandOption: true, describe: 'File or name' })
      .options(checkOptions)
      .group(['set'], 'Cell:')
      .example('$0 cells check my.yaml', 'fields, units, bounds and the files it names'),
  handler: async (args) => (await import('./runCells.ts')).checkCell(args.cell, args.set ?? []),
};

const schema: CommandModule = {
  command: 'schema',
  describe: 'Print the JSON Schema of cell files',
  builder: (args: Argv) =>
    args.example('$0 cells schema > cell.schema.json', 'for completion in an editor'),
  handler: async () => (await import('./runCells.ts')).printSchema(),
};

const fields: CommandModule = {
  command: 'fields',
  describe: 'Print every field of a cell file: unit, bounds, meaning',
  builder: (args: Argv) => args.example('$0 cells fields', 'as Markdown tables'),
  handler: async () => (await import('./runCells.ts')).printFields(),
};

/** Commands of `solarcell cells`, in the order of its help. */
export const cellsCommands: Readonly<Record<string, TableCommand>> = {
  list: { command: list, options: {} },
  show: { command: show as CommandModule, options: plotOption },
  check: { command: check as CommandModule, options: checkOptions },
  fields: { command: fields, options: {} },
  schema: { command: schema, options: {} },
};

/** `solarcell cells`: what ships, what is in it, and whether a file is right. */
export const cellsCommand: CommandModule = {
  command: 'cells',
  describe: 'List, show and check cell files',
  builder: (args: Argv) =>
    args
      .command(chosen(list))
      .command(chosen(show))
      .command(chosen(check))
      .command(chosen(fields))
      .command(chosen(schema))
      .example('$0 cells', 'the cells that ship')
      .example('$0 cells show shj', 'its file, with sources')
      .example('$0 cells check my.yaml', 'is it right?'),
  handler: () => {},
};
