import type { Argv, CommandModule } from 'yargs';
import { weatherOptions } from './fieldOptions.ts';
import { climateOptions, rateOptions } from './rateOptions.ts';
import type { RateArguments } from './runRate.ts';

/** `solarcell rate`; what it calls is loaded when it runs. */
export const rateCommand: CommandModule<object, RateArguments> = {
  command: 'rate <cell>',
  describe: 'Rate a cell over irradiance and temperature, and in a climate (IEC 61853-1 and -3)',
  builder: (args: Argv): Argv<RateArguments> => {
    args
      .positional('cell', {
        type: 'string',
        describe: 'Name of a cell (see solarcell cells), or a cell file',
      })
      .options(rateOptions)
      .group(['spectrum'], 'Light:')
      .group(['set'], 'Cell:')
      .group(['climate', ...Object.keys(weatherOptions)], 'A climate to rate it in:')
      .group(
        Object.keys(climateOptions).filter((name) => name !== 'climate'),
        'The module in that climate:',
      )
      .group(['plot', 'format', 'output'], 'Output:')
      .example('$0 rate shj', '22 points from 100 to 1100 W/m2 and 15 to 75 degC')
      .example('$0 rate perc --format csv', 'one line a point')
      .example('$0 rate shj --site miami', 'and the energy rating of IEC 61853-3 in Miami')
      .example(
        '$0 rate shj --climate tropical.csv',
        "in a climate of the standard's own, by the spectrum of each hour",
      );
    return args as unknown as Argv<RateArguments>;
  },
  handler: async (args) => {
    const { runRate } = await import('./runRate.ts');
    await runRate(args);
  },
};
