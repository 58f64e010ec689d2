import type { Argv, CommandModule } from 'yargs';
import { plotOption } from './plotOutput.ts';
import { outputOptions } from './resultOutput.ts';
import type { MaterialsArguments } from './runMaterials.ts';

/** Options of `solarcell materials`. */
export const materialsOptions = { ...plotOption, ...outputOptions };

/** `solarcell materials`; what it calls is loaded when it runs. */
export const materialsCommand: CommandModule<object, MaterialsArguments> = {
  command: 'materials [names...]',
  describe: 'Optical constants: what ships, with sources and ranges, and their data',
  builder: (args: Argv): Argv<MaterialsArguments> => {
    args
      .positional('names', {
        type: 'string',
        array: true,
        default: [] as string[],
        defaultDescription: 'a list of all',
        describe: 'Materials whose n and k are shown: names, or CSV files',
      })
      .options(materialsOptions)
      .group(['plot', 'format', 'output'], 'Output:')
      .example('$0 materials', 'names, ranges and sources')
      .example('$0 materials izo --format csv', 'wavelength, n, k and absorption')
      .example('$0 materials izo ito --plot', 'n and k as a picture')
      .example('$0 materials my-tco.csv', 'whether a file of your own is read as meant');
    return args as Argv<MaterialsArguments>;
  },
  handler: async (args) => {
    const { runMaterials } = await import('./runMaterials.ts');
    await runMaterials(args);
  },
};
