import type { Argv, CommandModule } from 'yargs';
import { shells } from './completionScripts.ts';

interface CompletionArguments {
  readonly shell?: string;
}

/** `solarcell completion`: a script that lets a shell complete commands, options and names. */
export const completionCommand: CommandModule<object, CompletionArguments> = {
  command: 'completion [shell]',
  describe: 'Print a script for shell completion',
  builder: (args: Argv): Argv<CompletionArguments> => {
    args
      .positional('shell', {
        type: 'string',
        choices: shells,
        describe: 'That it is for [default: the one in SHELL, or bash]',
      })
      .example('$0 completion bash >> ~/.bashrc', 'in bash')
      .example('$0 completion zsh > ~/.zfunc/_solarcell', 'in zsh')
      .example('$0 completion fish > ~/.config/fish/completions/solarcell.fish', 'in fish');
    return args as unknown as Argv<CompletionArguments>;
  },
  handler: async ({ shell }) => {
    const { completionScript } = await import('./completionScripts.ts');
    process.stdout.write(completionScript(shell, process.env.SHELL));
  },
};
