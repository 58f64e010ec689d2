import type { Argv, CommandModule } from 'yargs';
import { heatNames, planeOptions, rowNames, weatherOptions } from './fieldOptions.ts';
import { irradianceOptions } from './irradianceOptions.ts';
import type { IrradianceArguments } from './runIrradiance.ts';

/** `solarcell irradiance`; what it calls is loaded when it runs. */
export const irradianceCommand: CommandModule<object, IrradianceArguments> = {
  command: 'irradiance [file]',
  describe: 'Sun, light on a plane and cell temperature, hour by hour',
  builder: (args: Argv): Argv<IrradianceArguments> => {
    args
      .positional('file', {
        type: 'string',
        describe: 'A year of weather, as --weather takes it',
      })
      .options(irradianceOptions)
      .group(Object.keys(weatherOptions), 'Weather:')
      .group(
        Object.keys(planeOptions).filter((name) => !rowNames.concat(heatNames).includes(name)),
        'How modules stand in it, and their light:',
      )
      .group([...rowNames], 'In rows, with the light behind:')
      .group([...heatNames], 'How warm cells get in it:')
      .group(['soiling', 'iam', 'iam-coefficient'], 'What counts of the light:')
      .group(['plot', 'format', 'output'], 'Output:')
      .example('$0 irradiance --site miami --tilt 25', 'months of light on a tilted plane')
      .example('$0 irradiance my.epw --tracker single-axis --output hours.csv', 'every hour')
      .example('$0 irradiance my.epw --gcr 0.4 --format json', 'in rows, with the light behind');
    return args as unknown as Argv<IrradianceArguments>;
  },
  handler: async (args) => {
    const { runIrradiance } = await import('./runIrradiance.ts');
    await runIrradiance(args);
  },
};
