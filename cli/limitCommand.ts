import type { Argv, CommandModule } from 'yargs';
import { limitOptions } from './limitOptions.ts';
import type { LimitArguments } from './runLimit.ts';

/** `solarcell limit`; what it calls is loaded when it runs. */
export const limitCommand: CommandModule<object, LimitArguments> = {
  command: 'limit',
  describe: 'Give the efficiency that no cell of a gap, or of silicon, can exceed',
  builder: (args: Argv): Argv<LimitArguments> => {
    args
      .options(limitOptions)
      .conflicts('gap', ['material', 'thickness', 'auger', 'optics', 'doping', 'type'])
      .group(['gap', 'material', 'thickness', 'auger', 'optics', 'doping', 'type'], 'Cell:')
      .group(['spectrum', 'irradiance', 'temperature'], 'Light:')
      .group(['plot', 'format', 'output'], 'Output:')
      .example('$0 limit --gap 1.34', 'detailed balance of one junction')
      .example('$0 limit --gap 0.7:2.2:0.1 --format csv', 'over the gap')
      .example('$0 limit --material silicon --thickness 110um', 'silicon, 29.43 %')
      .example('$0 limit --material silicon --thickness 60:200:20 --auger niewelt2022', 'a range');
    return args as unknown as Argv<LimitArguments>;
  },
  handler: async (args) => {
    const { runLimit } = await import('./runLimit.ts');
    await runLimit(args);
  },
};
