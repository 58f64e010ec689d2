import type { Argv, CommandModule } from 'yargs';
import { type OutputArguments, outputOptions } from './resultOutput.ts';

/** `solarcell models`: what a cell file may choose from, with references. */
export const modelsCommand: CommandModule<object, OutputArguments> = {
  command: 'models',
  describe: 'List the models of silicon that a cell file may choose, with their references',
  builder: (args: Argv): Argv<OutputArguments> => {
    args
      .options(outputOptions)
      .group(['format', 'output'], 'Output:')
      .example('$0 models', 'every selectable model')
      .example('$0 simulate shj --set wafer.models.auger=niewelt2022', 'choose one');
    return args as unknown as Argv<OutputArguments>;
  },
  handler: async (args) => {
    const { runModels } = await import('./runModels.ts');
    await runModels(args);
  },
};
