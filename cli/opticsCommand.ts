import type { Argv, CommandModule } from 'yargs';
import { opticsOptions } from './opticsOptions.ts';
import type { OpticsArguments } from './runOptics.ts';

/** `solarcell optics`; what it calls is loaded when it runs. */
export const opticsCommand: CommandModule<object, OpticsArguments> = {
  command: 'optics <cells..>',
  describe: 'Where the photons of a cell end: reflection, each layer, the budget',
  builder: (args: Argv): Argv<OpticsArguments> => {
    args
      .positional('cells', {
        type: 'string',
        default: [] as string[],
        defaultDescription: 'one at least',
        describe: 'Cells beside each other: names (see solarcell cells), or cell files',
      })
      .options(opticsOptions)
      .group(
        ['spectrum', 'irradiance', 'side', 'rear-irradiance', 'angle', 'depth', 'wavelengths'],
        'Light:',
      )
      .group(['temperature', 'vary', 'set'], 'Cell:')
      .group(['encapsulated', 'glass', 'glass-coating', 'encapsulant', 'backsheet'], 'Module:')
      .group(['plot', 'format', 'output'], 'Output:')
      .example('$0 optics shj', 'photon budget, and shares by wavelength')
      .example('$0 optics shj topcon perc', 'budgets of cells beside each other')
      .example('$0 optics shj --side rear --format csv', 'every layer, lit from behind')
      .example('$0 optics topcon --side both --rear-irradiance 200', 'lit from both sides')
      .example('$0 optics perc --encapsulated --angle 0:80:10', 'response at an angle in a module')
      .example('$0 optics perc --encapsulated --glass-coating 120nm', 'what coated glass gains')
      .example('$0 optics perc --depth --output generation.csv', 'generation profile of the wafer')
      .example('$0 optics shj --vary front.layers.tco.thickness=50nm:110nm', 'the best thickness');
    return args as unknown as Argv<OpticsArguments>;
  },
  handler: async (args) => {
    const { runOptics } = await import('./runOptics.ts');
    await runOptics(args);
  },
};
