import type { Argv, CommandModule } from 'yargs';
import { bestOptions } from './bestOptions.ts';
import type { BestArguments } from './runBest.ts';

/** `solarcell best`; what it calls is loaded when it runs. */
export const bestCommand: CommandModule<object, BestArguments> = {
  command: 'best <file>',
  describe: 'The best points of a sweep, and which inputs decide',
  builder: (args: Argv): Argv<BestArguments> => {
    args
      .positional('file', {
        type: 'string',
        describe: 'Rows of a sweep: .parquet, .csv or .ndjson',
      })
      .options(bestOptions)
      .group(['by', 'top', 'minimise'], 'Choice:')
      .group(['plot', 'format', 'output'], 'Output:')
      .example('$0 best big.parquet --by efficiency', 'ten points, and a table of sensitivities')
      .example('$0 best big.parquet --by voc --top 3 --format csv', 'their rows')
      .example('$0 best big.parquet --by efficiency --plot', 'over one input, or a map over two');
    return args as unknown as Argv<BestArguments>;
  },
  handler: async (args) => {
    const { runBest } = await import('./runBest.ts');
    await runBest(args);
  },
};
