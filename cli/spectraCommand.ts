import type { Argv, CommandModule } from 'yargs';
import { plotOption } from './plotOutput.ts';
import { outputOptions } from './resultOutput.ts';
import type { SpectraArguments } from './runSpectra.ts';

/** Options of `solarcell spectra`. */
export const spectraOptions = { ...plotOption, ...outputOptions };

/** `solarcell spectra`; what it calls is loaded when it runs. */
export const spectraCommand: CommandModule<object, SpectraArguments> = {
  command: 'spectra [names...]',
  describe: 'Light: the spectra that ship, and the data of these or of your own',
  builder: (args: Argv): Argv<SpectraArguments> => {
    args
      .positional('names', {
        type: 'string',
        array: true,
        default: [] as string[],
        defaultDescription: 'a list of all that ship',
        describe: 'Spectra whose data are shown, as --spectrum takes them',
      })
      .options(spectraOptions)
      .group(['plot', 'format', 'output'], 'Output:')
      .example('$0 spectra', 'names, power and photons')
      .example('$0 spectra clear-sky:airmass=3 --format csv', 'a computed sky as a table')
      .example('$0 spectra am1.5g am0 --plot light.svg', 'a picture')
      .example('$0 spectra my-lamp.csv', 'whether a file of your own is read as meant');
    return args as Argv<SpectraArguments>;
  },
  handler: async (args) => {
    const { runSpectra } = await import('./runSpectra.ts');
    await runSpectra(args);
  },
};
