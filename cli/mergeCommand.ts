import type { Argv, CommandModule } from 'yargs';
import { mergeOptions } from './mergeOptions.ts';
import type { MergeArguments } from './runMerge.ts';

/** `solarcell merge`; what it calls is loaded when it runs. */
export const mergeCommand: CommandModule<object, MergeArguments> = {
  command: 'merge <parts...>',
  describe: 'Join the parts of a sweep that ran in shards',
  builder: (args: Argv): Argv<MergeArguments> => {
    args
      .positional('parts', {
        type: 'string',
        array: true,
        describe: 'Files of all parts, in any order',
      })
      .options(mergeOptions)
      .group(['output'], 'Output:')
      .example('$0 merge big.part-*.parquet --output big.parquet', 'the file that one run gives')
      .epilogue(
        'A part that is missing, doubled or of another plan is named, and nothing is written.',
      );
    return args as Argv<MergeArguments>;
  },
  handler: async (args) => {
    const { runMerge } = await import('./runMerge.ts');
    await runMerge(args);
  },
};
