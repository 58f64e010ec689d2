import type { Argv, CommandModule } from 'yargs';
import { compareOptions } from './compareOptions.ts';
import { asksForComparison } from './comparisonArguments.ts';
import { planeOptions, weatherOptions } from './fieldOptions.ts';
import { firstGiven } from './refuseContradictions.ts';
import type { CompareArguments } from './runCompare.ts';
import type { YearArguments } from './runYear.ts';
import { yearOptions } from './yearOptions.ts';

/** Options that only mean something in a year of weather. */
const yearNames = Object.keys({ ...weatherOptions, ...planeOptions, ...yearOptions });

/** `solarcell compare`; what it calls is loaded when it runs. */
export const compareCommand: CommandModule<object, CompareArguments & YearArguments> = {
  command: 'compare [cells...]',
  describe: 'Compare cells in the same light',
  builder: (args: Argv): Argv<CompareArguments & YearArguments> => {
    asksForComparison(args.options(compareOptions))
      .group(['plot', 'format', 'output', 'hourly'], 'Output:')
      .example('$0 compare', 'the four cells that ship, at 1000 W/m2 AM1.5G and 25 degC')
      .example(
        '$0 compare shj perc --irradiance 800 --temperature 45 --hours 5',
        'kWh/m2 of two cells',
      )
      .example('$0 compare --irradiance 200:1000:200 --format csv', 'a range of light, as CSV')
      .example('$0 compare --profile day.csv --output day.json', 'over your own day')
      .example('$0 compare --site miami --tilt 25', 'a year in Miami: kWh, and why they differ')
      .example(
        '$0 compare shj perc --weather my.epw --tracker single-axis --bifacial',
        'your weather, on trackers',
      )
      .example('$0 compare shj my.yaml --baseline shj', 'your cell beside one that ships')
      .example('$0 compare --set wafer.thickness=100um', 'all on thinner wafers')
      .epilogue('Gains are of energy, or of power where there is no time, over the baseline cell.');
    return args as Argv<CompareArguments & YearArguments>;
  },
  handler: async (args) => {
    if (firstGiven(args, yearNames) !== undefined) {
      const { runYear } = await import('./runYear.ts');
      await runYear(args);
      return;
    }
    const { runCompare } = await import('./runCompare.ts');
    await runCompare(args);
  },
};
