import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { commandTable } from '../../cli/commandTable.ts';
import { completionScript, shells } from '../../cli/completionScripts.ts';
import { mannerOptions } from '../../cli/mannerOptions.ts';
import { runCommand } from './runCommand.ts';

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'solarcell-'));
  // The command as a shell finds it.
  const tsx = createRequire(import.meta.url).resolve('tsx');
  const command = [process.execPath, '--import', tsx, join(root, 'cli/main.ts')];
  const program = `#!/bin/sh\nexec ${command.map((word) => `'${word}'`).join(' ')} "$@"\n`;
  writeFileSync(join(folder, 'solarcell'), program, { mode: 0o755 });
  writeFileSync(join(folder, 'solar.yaml'), '');
  for (const shell of shells)
    writeFileSync(join(folder, `script.${shell}`), completionScript(shell, undefined));
});
afterAll(() => rmSync(folder, { recursive: true }));

test('there is a completion script for each shell, and the one of the login shell by itself', async () => {
  for (const shell of shells) {
    const { stdout } = await runCommand('completion', shell);
    expect(stdout).toBe(completionScript(shell, undefined));
    expect(stdout).toContain('solarcell --get-yargs-completions');
  }
  expect(completionScript(undefined, '/usr/bin/fish')).toBe(completionScript('fish', undefined));
  expect(completionScript(undefined, '/bin/dash')).toBe(completionScript('bash', undefined));
  const wrong = await runCommand('completion', 'tcsh');
  expect(wrong.stderr).toContain('bash, zsh, fish');
  expect(wrong.exitCode).toBe(2);
});

/** What the program offers at the end of a line, as bash asks it. */
async function words(line: string): Promise<string[]> {
  const typed = ['--get-yargs-completions', 'solarcell', ...line.split(' ')];
  const { argv } = process;
  process.argv = ['node', 'main.js', ...typed];
  vi.stubEnv('SHELL', '/bin/bash');
  vi.stubEnv('ZSH_NAME', '');
  try {
    return (await runCommand(...typed)).stdout.split('\n').filter((word) => word !== '');
  } finally {
    process.argv = argv;
    vi.unstubAllEnvs();
  }
}

const tabled = Object.entries(commandTable).flatMap(([name, { options, commands = {} }]) => [
  { name, options },
  ...Object.entries(commands).map(([within, one]) => ({
    name: `${name} ${within}`,
    options: one.options,
  })),
]);

test.each(tabled)('options of $name are those that the parser knows', async ({ name, options }) => {
  const inAll = [...Object.keys(mannerOptions), 'help', 'version'];
  const wanted = [...Object.keys(options), ...inAll].map((option) => `--${option}`);
  expect((await words(`${name} --`)).sort()).toEqual(wanted.sort());
});

test.each([
  ['', ['compare', 'simulate', 'cells']],
  ['cells ', ['list', 'show', 'check', 'fields', 'schema']],
  ['co', ['compare']],
  ['compare ', ['shj', 'perc']],
  ['compare shj ', ['perc', 'topcon']],
  ['compare --profile ', ['summer-day']],
  ['compare --ir', ['--irradiance']],
  ['report shj per', ['perc']],
  ['cells show per', ['perc']],
  ['cells check sh', ['shj']],
  ['optics --spectrum am0', ['am0']],
  ['compare --site m', ['miami']],
  ['simulate shj --fidelity ', ['detailed', 'lumped']],
  ['materials glas', ['glass']],
])('%j is completed', async (line, some) => {
  expect(await words(line)).toEqual(expect.arrayContaining(some));
});

test.each(['compare --weather ', 'limit --gap ', 'simulate --plot ', 'compare --config '])(
  '%j takes what only the user knows: the shell offers files',
  async (line) => expect(await words(line)).toEqual([]),
);

/** How each shell is asked what it would offer at the end of a line, one word (and its meaning) a line. */
const asking: Record<(typeof shells)[number], (typed: string[], script: string) => string[]> = {
  bash: (typed, script) => [
    '-c',
    `source ${script}
    COMP_WORDS=(${typed.map((word) => `'${word}'`).join(' ')}); COMP_CWORD=${typed.length - 1}
    _solarcell; printf '%s\\n' "\${COMPREPLY[@]}"`,
  ],
  // Outside its line editor zsh has no completion system: what the script hands over is printed, as
  // far as it begins with the word, which zsh itself sees to.
  zsh: (typed, script) => [
    '-f',
    '-c',
    `compdef() { :; }
    _describe() { print -rl -- "\${(@M)\${(@P)2}:#\${words[CURRENT]}*}"; }
    _files() { print -rl -- *; }
    source ${script}
    words=(${typed.map((word) => `'${word}'`).join(' ')}); CURRENT=${typed.length}
    _solarcell`,
  ],
  fish: (typed, script) => [
    '--no-config',
    '-c',
    `source ${script}; complete -C '${typed.join(' ')}'`,
  ],
};

const installed = (shell: string): boolean => spawnSync(shell, ['--version']).status === 0;

describe.each(shells)('%s completes', (shell) => {
  if (!installed(shell)) {
    console.warn(`${shell} is not installed: its completion script is not tested`);
    test.skip(`needs ${shell}`, () => {});
    return;
  }
  const offered = (line: string): string[] =>
    execFileSync(shell, asking[shell](line.split(' '), join(folder, `script.${shell}`)), {
      cwd: folder,
      env: { ...process.env, PATH: `${folder}:${process.env.PATH}`, HOME: folder },
      encoding: 'utf8',
    })
      .trim()
      .split('\n')
      .map((entry) => entry.split(/[\t:]/)[0]!);

  test('commands', () => {
    expect(offered('solarcell comp')).toEqual(['compare', 'completion']);
  });

  test('cells', () => {
    expect(offered('solarcell simulate sh')).toEqual(['shj']);
  });
});

test.runIf(installed('zsh'))('zsh keeps the colons of a meaning', () => {
  const ask = asking.zsh(['solarcell', 'compare', '--irr'], join(folder, 'script.zsh'));
  const env = { ...process.env, PATH: `${folder}:${process.env.PATH}` };
  const [entry] = execFileSync('zsh', ask, { cwd: folder, env, encoding: 'utf8' }).split('\n');
  expect(entry).toMatch(/^--irradiance:Light, W\/m2: 800/);
});

test.runIf(installed('fish'))('fish offers files where there is nothing else', () => {
  const line = asking.fish(['solarcell', 'simulate', './sol'], join(folder, 'script.fish'));
  expect(execFileSync('fish', line, { cwd: folder, encoding: 'utf8' })).toContain('./solar.yaml');
});
