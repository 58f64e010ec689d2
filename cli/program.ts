import pc from 'picocolors';
import yargs, { type Argv, type Options } from 'yargs';
import { UsageError } from '../src/cell/errors.ts';
import { didYouMean } from '../src/cell/nearest.ts';
import { bestCommand } from './bestCommand.ts';
import { cellsCommand } from './cellsCommand.ts';
import { ChosenCommand, chosen } from './chosenCommand.ts';
import { commandOf, commandTable } from './commandTable.ts';
import { setCommandWords } from './commandWords.ts';
import { compareCommand } from './compareCommand.ts';
import { completeWords } from './completeWords.ts';
import { completionCommand } from './completionCommand.ts';
import { failureOf } from './failure.ts';
import { irradianceCommand } from './irradianceCommand.ts';
import { limitCommand } from './limitCommand.ts';
import { mannerOptions } from './mannerOptions.ts';
import { materialsCommand } from './materialsCommand.ts';
import { mergeCommand } from './mergeCommand.ts';
import { modelsCommand } from './modelsCommand.ts';
import { opticsCommand } from './opticsCommand.ts';
import { packageVersion } from './packageVersion.ts';
import { plainWords } from './plainWords.ts';
import { refusePlotInFormat } from './plotOutput.ts';
import { rateCommand } from './rateCommand.ts';
import { withConfig } from './readConfig.ts';
import { reportCommand } from './reportCommand.ts';
import { simulateCommand } from './simulateCommand.ts';
import { skinCommand } from './skinCommand.ts';
import { spectraCommand } from './spectraCommand.ts';
import { sweepCommand } from './sweepCommand.ts';
import { isVerbose, setTalk, tell } from './talk.ts';
import { stageOver, workReport } from './workReport.ts';

/** Options of the command that is typed, or of all where there is none of that name. */
function optionNames(typed: readonly string[]): string[] {
  const own = commandOf(typed);
  const tables = own ? [own] : Object.values(commandTable);
  const names = tables.flatMap(({ options }) => Object.keys(options));
  return [...new Set(names), ...Object.keys(mannerOptions), 'help', 'version'];
}

/**
 * Runs one command line.
 *
 * @param words as typed, without the program's name
 * @returns exit code: 0, 1 for a failed calculation, 2 for a request that cannot be met as written
 */
export async function run(words: readonly string[]): Promise<number> {
  let config: string | undefined;
  stageOver('start');
  try {
    const plain = plainWords(words);
    refuseFlagValues(plain);
    setTalk({ quiet: plain.includes('--quiet'), verbose: plain.includes('--verbose') });
    const full = await withConfig(plain, commandTable);
    config = full.words.length > plain.length ? full.file : undefined;
    setCommandWords(full.words);
    const program = commandLine(full.words);
    if (words.length === 0) program.showHelp('log');
    else await (await chosenOf(program))?.run();
    stageOver('output');
    if (isVerbose()) for (const line of workReport()) tell(line);
    return 0;
  } catch (error) {
    const { message, exitCode } = failureOf(error);
    const colors = pc.createColors(pc.isColorSupported && process.stderr.isTTY === true);
    const defaults = config === undefined ? '' : ` (with the defaults of ${config})`;
    process.stderr.write(`${colors.red('solarcell:')} ${message}${defaults}\n`);
    return exitCode;
  }
}

/** What was chosen; undefined where help, version or completions were printed. */
async function chosenOf(program: Argv): Promise<ChosenCommand | undefined> {
  try {
    await program.parseAsync();
    return undefined;
  } catch (error) {
    if (error instanceof ChosenCommand) return error;
    throw error;
  }
}

function commandLine(words: readonly string[]) {
  return yargs([...words])
    .scriptName('solarcell')
    .locale('en')
    .usage(
      '$0 <command>\n\nHow much more electricity a heterojunction cell makes from the same light.',
    )
    .parserConfiguration({
      'boolean-negation': false,
      'camel-case-expansion': false,
      'dot-notation': false,
      'parse-numbers': false,
      'parse-positional-numbers': false,
    })
    .command(chosen(compareCommand))
    .command(chosen(simulateCommand))
    .command(chosen(reportCommand))
    .command(chosen(opticsCommand))
    .command(chosen(skinCommand))
    .command(chosen(limitCommand))
    .command(chosen(sweepCommand))
    .command(chosen(rateCommand))
    .command(chosen(irradianceCommand))
    .command(chosen(materialsCommand))
    .command(chosen(spectraCommand))
    .command(chosen(bestCommand))
    .command(chosen(mergeCommand))
    .command(chosen(modelsCommand))
    .command(cellsCommand)
    .command(chosen(completionCommand))
    .completion('completion-words', false, completeWords)
    .options(mannerOptions)
    .global(Object.keys(mannerOptions))
    .group([...Object.keys(mannerOptions), 'help', 'version'], 'Manners:')
    .conflicts('quiet', 'verbose')
    .example('$0 compare', 'the four cells that ship, at 1000 W/m2 AM1.5G and 25 degC')
    .example('$0 compare --profile summer-day', 'their energy on a clear summer day')
    .example('$0 cells show shj > my.yaml', 'a cell file to start from')
    .version(packageVersion())
    .strict()
    .check((args) => {
      refusePlotInFormat(args);
      return true;
    })
    .demandCommand(1)
    .wrap(process.stdout.columns ? Math.min(process.stdout.columns, 100) : 100)
    .exitProcess(false)
    .fail((message, error) => {
      // yargs' own errors, and those thrown while it reads an option, come as YError.
      if (error && error.name !== 'YError') throw error;
      throw new UsageError(plainUsage(message ?? error.message, words));
    });
}

/** An option that is there or not: yargs takes any value of it for yes. */
function refuseFlagValues(words: readonly string[]): void {
  const options: Readonly<Record<string, Options>> = {
    ...commandOf(words)?.options,
    ...mannerOptions,
  };
  for (const word of words) {
    const [, name, value] = /^--([\w-]+)=(.*)$/s.exec(word) ?? [];
    if (name === undefined || options[name]?.type !== 'boolean') continue;
    if (!/^(true|false)$/.test(value!)) throw new UsageError(`--${name} takes no value`);
  }
}

/** yargs' message as one line in our words, with the nearest name. */
function plainUsage(message: string, words: readonly string[]): string {
  const choice = /Argument: (\S+), Given: "(.*?)", Choices: (.*)/.exec(message);
  if (choice) {
    const [, name, given, list] = choice;
    const allowed = list!.split(', ').map((word) => word.replaceAll('"', ''));
    const typed = words.some((word) => word.startsWith(`--${name}`)) ? `--${name}` : name;
    return `${typed} "${given}" is not one of ${allowed.join(', ')}${didYouMean(given!, allowed)}`;
  }
  const unknown = /Unknown (argument|command)s?: ([^,]+)/.exec(message);
  if (unknown) return unknownWord(unknown[2]!.trim(), words);
  const pair = /Arguments (\S+) and (\S+) are mutually exclusive/.exec(message);
  if (pair) return `--${pair[1]} and --${pair[2]} exclude each other`;
  const wanted = /Missing required arguments?: ([^,]+)/.exec(message);
  if (wanted) {
    const command = commandNames(words).join(' ');
    return `--${wanted[1]} is missing; see solarcell ${command} --help`;
  }
  const empty = /Not enough arguments following: (\S+)/.exec(message);
  if (empty) return `--${empty[1]} needs a value`;
  if (message.includes('Not enough non-option arguments')) {
    const known = optionNames(words);
    const option = words.find((word) => word.startsWith('-') && !known.includes(nameOf(word)));
    if (option !== undefined) return unknownWord(nameOf(option), words);
    return `something is missing after "${words.join(' ')}"; see solarcell ${words.join(' ')} --help`;
  }
  return message;
}

/** An option as it is named: without dashes and value. */
function nameOf(option: string): string {
  return option.replace(/^-+|=.*$/gs, '');
}

/** The words that name a command: `cells show`. */
function commandNames([name = '', within = '']: readonly string[]): string[] {
  const command = commandTable[name];
  if (command === undefined) return [];
  return command.commands?.[within] === undefined ? [name] : [name, within];
}

/** yargs drops the dashes of an unknown option; the command line still has them. */
function unknownWord(word: string, words: readonly string[]): string {
  const option = words.find((typed) => typed.startsWith('-') && nameOf(typed) === word);
  if (option !== undefined) {
    const typed = option.replace(/=.*$/s, '');
    const known = optionNames(words);
    const hint = didYouMean(word, known).replace(/"(.*)"/, '"--$1"');
    return `unknown option ${typed}${hint || `; see solarcell ${[...commandNames(words), '--help'].join(' ')}`}`;
  }
  const names = commandNames(words);
  const own = commandTable[words[0] ?? '']?.commands;
  if (names.length > 0 && (own === undefined || names.length > 1)) {
    const command = names.join(' ');
    return `${command} takes no further "${word}"; see solarcell ${command} --help`;
  }
  const known = Object.keys(own ?? commandTable);
  return `unknown command "${word}"${didYouMean(word, known) || `; one of ${known.join(', ')}`}`;
}
