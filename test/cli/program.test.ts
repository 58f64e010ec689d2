import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { commandTable } from '../../cli/commandTable.ts';
import { runCommand } from './runCommand.ts';

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');

/** The command as a process of its own, as a shell starts it. */
function solarcell(words: string[], env: Record<string, string> = {}) {
  const args = ['--import', 'tsx', join(root, 'cli/main.ts'), ...words];
  return promisify(execFile)(process.execPath, args, {
    cwd: root,
    env: { ...process.env, ...env },
  });
}

test('--version prints the version of the package', async () => {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  expect((await runCommand('--version')).stdout.trim()).toBe(version);
});

test.each([
  [[], 'solarcell compare'],
  [['--help'], 'Examples:'],
  [['compare', '--help'], 'Examples:'],
  [['cells', '--help'], 'Examples:'],
  [['cells', 'show', '--help'], 'Examples:'],
  [['cells', 'check', '--help'], 'Examples:'],
  [['cells', 'schema', '--help'], 'Examples:'],
])('help of %j has examples', async (words, text) => {
  const { exitCode, stdout } = await runCommand(...words);
  expect(exitCode).toBe(0);
  expect(stdout).toContain(text);
});

test.each([...Object.keys(commandTable), 'cells show', 'cells check'])(
  'help of %s puts every option under a heading',
  async (name) => {
    expect((await runCommand(...name.split(' '), '--help')).stdout).not.toMatch(/^Options:/m);
  },
);

test('cells lists what ships, shows a file as it is, and finds it right', async () => {
  const list = await runCommand('cells');
  expect(list.stdout.split('\n').map((line) => line.split(' ')[0])).toEqual([
    'shj',
    'topcon',
    'perc',
    'al-bsf',
    'ise-topcon-2019',
    'longi-2023',
    'panasonic-2014',
    'unsw-perl-1999',
    '',
  ]);
  expect((await runCommand('cells', 'list')).stdout).toBe(list.stdout);
  const text = readFileSync(join(root, 'data/cells/shj.yaml'), 'utf8');
  expect((await runCommand('cells', 'show', 'shj')).stdout).toBe(text);
  for (const name of ['shj', 'topcon', 'perc', 'al-bsf', 'unsw-perl-1999']) {
    const { exitCode, stdout } = await runCommand('cells', 'check', name);
    expect(stdout).toMatch(/: ok \(/);
    expect(exitCode).toBe(0);
  }
});

test('cells schema prints the JSON Schema of cell files', async () => {
  const schema = JSON.parse((await runCommand('cells', 'schema')).stdout);
  expect(schema.$schema).toContain('json-schema.org');
  expect(schema.required).toContain('wafer');
});

test('as a process: exit code 2, one line on stderr, nothing on stdout, no colour in a pipe', async () => {
  const failed = solarcell(['compare', 'shjj']);
  await expect(failed).rejects.toMatchObject({
    code: 2,
    stdout: '',
    stderr: expect.stringMatching(/^solarcell: unknown cell "shjj"[^\n]*\n$/),
  });
});

test('as a process: NO_COLOR and pipes get plain text', async () => {
  const { stdout } = await solarcell(['compare', 'perc'], { NO_COLOR: '1' });
  expect(stdout).toContain('perc');
  expect(stdout).not.toContain('\u001b');
});
