import type { Argv, CommandModule } from 'yargs';
import { asksForComparison } from './comparisonArguments.ts';
import { reportOptions } from './reportOptions.ts';
import type { ReportArguments } from './runReport.ts';

/** `solarcell report`; what it calls is loaded when it runs. */
export const reportCommand: CommandModule<object, ReportArguments> = {
  command: 'report [cells...]',
  describe: 'Write a comparison as one HTML page: figures, tables, methods, inputs',
  builder: (args: Argv): Argv<ReportArguments> => {
    asksForComparison(args.options(reportOptions))
      .group(['rear-irradiance'], 'Light:')
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
