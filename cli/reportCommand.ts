import type { Argv, CommandModule } from 'yargs';
import { heatNames, planeOptions, rowNames, weatherOptions } from './fieldOptions.ts';
import { reportOptions } from './reportOptions.ts';
import type { ReportArguments } from './runReport.ts';
import { yearOptions } from './yearOptions.ts';

/** `solarcell report`; what it calls is loaded when it runs. */
export const reportCommand: CommandModule<object, ReportArguments> = {
  command: 'report [cells...]',
  describe: 'Write a comparison as one HTML page: figures, tables, methods, inputs',
  builder: (args: Argv): Argv<ReportArguments> => {
    args
      .positional('cells', {
        type: 'string',
        array: true,
        default: [] as string[],
        defaultDescription: 'all that ship',
        describe: 'Names of cells (see solarcell cells), or cell files',
      })
      .options(reportOptions)
      .conflicts('profile', ['hours', 'irradiance'])
      .group(['irradiance', 'temperature', 'hours', 'profile', 'spectrum'], 'Light:')
      .group(['baseline', 'set', 'fidelity'], 'Cells:')
      .group(Object.keys(weatherOptions), 'A year of weather:')
      .group(
        Object.keys(planeOptions).filter((name) => !rowNames.concat(heatNames).includes(name)),
        'How modules stand in it, and their light:',
      )
      .group([...rowNames, 'bifacial'], 'In rows:')
      .group([...heatNames], 'How warm cells get in it:')
      .group(
        Object.keys(yearOptions).filter((name) => !['bifacial', 'hourly'].includes(name)),
        'What stands in it:',
      )
      .group(['output'], 'Output:')
      .example('$0 report --output report.html', 'the four cells that ship, over a summer day')
      .example(
        '$0 report shj perc --weather my.epw --tilt 30 --output report.html',
        'two cells over your year of weather',
      )
      .example('$0 report my.yaml shj --baseline shj --output mine.html', 'your cell from inside')
      .epilogue('Without light or weather: the profile summer-day. The page loads nothing.');
    return args as Argv<ReportArguments>;
  },
  handler: async (args) => {
    const { runReport } = await import('./runReport.ts');
    await runReport(args);
  },
};
