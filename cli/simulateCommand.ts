import type { Argv, CommandModule } from 'yargs';
import type { SimulateArguments } from './runSimulate.ts';
import { simulateOptions } from './simulateOptions.ts';

/** `solarcell simulate`; what it calls is loaded when it runs. */
export const simulateCommand: CommandModule<object, SimulateArguments> = {
  command: 'simulate <cell>',
  describe: 'Show what happens inside a cell',
  builder: (args: Argv): Argv<SimulateArguments> => {
    args
      .positional('cell', {
        type: 'string',
        demandOption: true,
        describe: 'Name of a cell (see solarcell cells), or a cell file',
      })
      .options(simulateOptions)
      .group(['irradiance', 'rear-irradiance', 'temperature', 'spectrum'], 'Light:')
      .group(['set', 'fidelity'], 'Cell:')
      .group(
        ['jv', 'eqe', 'suns-voc', 'bands', 'bias', 'lifetime', 'losses', 'mesh', 'mismatch'],
        'Parts:',
      )
      .group(['plot', 'format', 'output'], 'Output:')
      .example('$0 simulate shj', 'key figures at 1000 W/m2 AM1.5G and 25 degC')
      .example('$0 simulate shj --jv --format csv', 'its curve, light and dark')
      .example('$0 simulate shj --losses', 'where the power goes')
      .example('$0 simulate shj --bands --bias oc --output bands.csv', 'its band diagram')
      .example('$0 simulate topcon --rear-irradiance 200', 'lit from both sides')
      .example('$0 simulate perc --temperature', 'temperature coefficients, 15 to 75 degC');
    return args as unknown as Argv<SimulateArguments>;
  },
  handler: async (args) => {
    const { runSimulate } = await import('./runSimulate.ts');
    await runSimulate(args);
  },
};
