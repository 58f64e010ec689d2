import type { Argv, CommandModule } from 'yargs';
import type { SkinArguments } from './runSkin.ts';
import { skinOptions } from './skinOptions.ts';

/** `solarcell skin`; what it calls is loaded when it runs. */
export const skinCommand: CommandModule<object, SkinArguments> = {
  command: 'skin <cell>',
  describe: 'Sum up each side of a cell: J0, contact and sheet resistance',
  builder: (args: Argv): Argv<SkinArguments> => {
    args
      .positional('cell', {
        type: 'string',
        demandOption: true,
        describe: 'Name of a cell (see solarcell cells), or a cell file',
      })
      .options(skinOptions)
      .group(['irradiance', 'temperature', 'spectrum'], 'Light:')
      .group(['set'], 'Cell:')
      .group(['format', 'output'], 'Output:')
      .example('$0 skin shj', 'both sides at 1000 W/m2 AM1.5G and 25 degC')
      .example('$0 skin perc --set rear.contact.j0=10fA/cm^2', 'with a better rear')
      .example('$0 skin topcon --temperature 60 --format json', 'for a program, at 60 degC');
    return args as unknown as Argv<SkinArguments>;
  },
  handler: async (args) => {
    const { runSkin } = await import('./runSkin.ts');
    await runSkin(args);
  },
};
