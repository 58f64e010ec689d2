import type { Argv } from 'yargs';
import { heatNames, planeOptions, rowNames, weatherOptions } from './fieldOptions.ts';
import { yearOptions } from './yearOptions.ts';

/**
 * What commands that compare cells take alike: the cells, and the headings of the help under which
 * the options of light, cells and the year stand.
 *
 * @param args of the command, which has the options
 */
export function asksForComparison(args: Argv): Argv {
  return args
    .positional('cells', {
      type: 'string',
      array: true,
      default: [] as string[],
      defaultDescription: 'all that ship',
      describe: 'Names of cells (see solarcell cells), or cell files',
    })
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
    );
}
