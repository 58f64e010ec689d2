import { execFile, spawn } from 'node:child_process';
import {
  closeSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { commandTable, type TableCommand } from '../../cli/commandTable.ts';
import { exitCodes, manualPage } from '../../cli/manualPage.ts';
import { expectRefused, runCommand } from './runCommand.ts';

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
const main = join(root, 'cli/main.ts');

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'solarcell-'));
});
afterAll(() => rmSync(folder, { recursive: true }));
afterEach(() => vi.unstubAllEnvs());

const file = (name: string, text: string): string => {
  const path = join(folder, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
  return path;
};

/** The command as a process, with something on its standard input. */
function withInput(words: string[], input: string) {
  const child = execFile(process.execPath, ['--import', 'tsx', main, ...words], { cwd: root });
  child.stdin!.end(input);
  return new Promise<{ code: number | null; stdout: string; stderr: string }>((resolve) => {
    let [stdout, stderr] = ['', ''];
    child.stdout!.on('data', (chunk) => {
      stdout += chunk;
    });
    child.stderr!.on('data', (chunk) => {
      stderr += chunk;
    });
    child.on('close', (code) => resolve({ code, stdout, stderr }));
  });
}

test('every command of the help has its options in the table', async () => {
  const { stdout } = await runCommand('--help');
  const listed = [...stdout.matchAll(/^ +solarcell (\w+)/gm)].map((match) => match[1]!);
  expect([...new Set(listed)].sort()).toEqual(Object.keys(commandTable).sort());
  for (const [name, { options }] of Object.entries(commandTable)) {
    const help = await runCommand(name, '--help');
    for (const option of Object.keys(options)) expect(help.stdout).toContain(`--${option}`);
  }
  const within = await runCommand('cells', '--help');
  const named = [...within.stdout.matchAll(/^ +solarcell cells (\w+)/gm)].map(([, name]) => name);
  expect([...new Set(named)].sort()).toEqual(
    expect.arrayContaining(Object.keys(commandTable.cells!.commands!).sort()),
  );
});

test('--quiet leaves out what stands beside the result, not the errors', async () => {
  const out = join(folder, 'limit.csv');
  const quiet = await runCommand('limit', '--gap', '1.34', '--output', out, '--quiet');
  expect(quiet).toMatchObject({ exitCode: 0, stdout: '', stderr: '' });
  expect(readFileSync(out, 'utf8')).toContain('band_gap_eV');
  const wrong = await runCommand('limit', '--gap', 'x', '--quiet');
  expect(wrong.exitCode).toBe(2);
  expect(wrong.stderr).not.toBe('');
  const loud = await runCommand('limit', '--gap', '1.34', '--output', out);
  expect(loud.stderr).toBe(`wrote ${out}\n`);
  expect((await runCommand('limit', '--gap', '1', '--quiet', '--verbose')).stderr).toContain(
    '--quiet and --verbose exclude each other',
  );
});

test('--verbose says how long each stage took and what the solver did, on stderr', async () => {
  const plain = await runCommand('simulate', 'perc');
  const { stdout, stderr } = await runCommand('simulate', 'perc', '--verbose');
  expect(stdout).toBe(plain.stdout);
  expect(stderr).toMatch(/^calculation +\d+\.\d{3} s$/m);
  expect(stderr).toMatch(/^in all +\d+\.\d{3} s$/m);
  const [, iterations, points] =
    /^newton +(\d+) iterations, .*; (\d+) points of \d+ devices/m.exec(stderr) ?? [];
  expect(Number(points)).toBeGreaterThan(5);
  expect(Number(iterations)).toBeGreaterThan(Number(points));
});

test('a cell comes through the standard input as from its file', async () => {
  const text = readFileSync(join(root, 'data/cells/perc.yaml'), 'utf8');
  const piped = await withInput(['simulate', '-'], text);
  expect(piped).toMatchObject({ code: 0, stderr: '' });
  expect(piped.stdout).toBe((await runCommand('simulate', 'perc')).stdout);
});

test('a cell is checked, and a plan or its cell swept, through the standard input', async () => {
  const cell = readFileSync(join(root, 'data/cells/perc.yaml'), 'utf8');
  const checked = await withInput(['cells', 'check', '-'], cell);
  expect(checked).toMatchObject({ code: 0, stderr: '' });
  expect(checked.stdout).toMatch(/^-: ok \(perc: /);
  const lumped = ['--fidelity', 'lumped', '--vary', 'irradiance=400,800'];
  const { stdout } = await runCommand('sweep', 'perc', ...lumped);
  expect((await withInput(['sweep', '-', ...lumped], cell)).stdout).toBe(stdout);
  const plan = 'cell: perc\nfidelity: lumped\nvary: {irradiance: [400, 800]}\n';
  expect(await withInput(['sweep', '-'], plan)).toEqual({ code: 0, stdout, stderr: '' });
  const wrong = await withInput(['sweep', '-'], plan.replace('vary', 'vry'));
  expect(wrong.stderr).toMatch(/^solarcell: -:3:1 {2}unknown field "vry"; did you mean "vary"/);
  const away = await withInput(['sweep', '-', '--engine', 'kubernetes'], plan);
  expect(away.stderr).toMatch(/^solarcell: --engine hands on files/);
});

test('a profile comes through the standard input; a second reader of it is refused', async () => {
  const day = 'time,irradiance_W_m2\n06:00,0\n12:00,lots\n18:00,0\n';
  const wrong = await withInput(['compare', 'perc', '--profile', '-'], day);
  expect(wrong.code).toBe(2);
  expect(wrong.stderr).toMatch(/^solarcell: -:3 {2}irradiance_W_m2: "lots" is not a number/);
  const twice = await withInput(['compare', '-', '--profile', '-'], day);
  expect(twice.code).toBe(2);
  expect(twice.stderr).toMatch(/^solarcell: -: the standard input was already read as a \w+\n$/);
});

test('a reader that closes the pipe early is no failure', async () => {
  const child = spawn(process.execPath, ['--import', 'tsx', main, 'cells', 'schema'], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  child.stdout.destroy();
  let stderr = '';
  child.stderr.on('data', (chunk) => {
    stderr += chunk;
  });
  const code = await new Promise((resolve) => child.on('close', resolve));
  expect(stderr).toBe('');
  expect(code).toBe(0);
});

/** The command as a process whose results go to a file of the system. */
function writingTo(path: string, words: string[]) {
  const out = openSync(path, 'w');
  const child = spawn(process.execPath, ['--import', 'tsx', main, ...words], {
    cwd: root,
    stdio: ['ignore', out, 'pipe'],
  });
  let stderr = '';
  child.stderr!.on('data', (chunk) => {
    stderr += chunk;
  });
  return new Promise<{ code: number | null; stderr: string }>((resolve) => {
    child.on('close', (code) => {
      closeSync(out);
      resolve({ code, stderr });
    });
  });
}

test.skipIf(!existsSync('/dev/full'))('a full disk is one line and exit code 1', async () => {
  const full = await writingTo('/dev/full', ['limit', '--gap', '1.1']);
  expect(full).toEqual({
    code: 1,
    stderr: 'solarcell: output on the terminal or pipe: the disk is full\n',
  });
});

test.skipIf(!existsSync('/dev/null'))('a device is written to, not replaced', async () => {
  const path = join(folder, 'nothing');
  symlinkSync('/dev/null', path);
  const written = await runCommand('limit', '--gap', '1.1', '--output', path, '--format', 'csv');
  expect(written).toMatchObject({ exitCode: 0, stdout: '', stderr: `wrote ${path}\n` });
  expect(lstatSync(path).isSymbolicLink()).toBe(true);
});

test('results do not depend on the zone and the language of the machine', async () => {
  const words = ['irradiance', '--clear-sky', '--latitude=25', '--longitude=-80', '--format=csv'];
  const here = (await runCommand(...words)).stdout;
  const child = spawn(process.execPath, ['--import', 'tsx', main, ...words], {
    cwd: root,
    env: { ...process.env, TZ: 'Asia/Kolkata', LANG: 'C', LC_ALL: 'C' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let there = '';
  for await (const chunk of child.stdout) there += chunk;
  expect(here).toContain('T12:00:00');
  expect(there).toBe(here);
});

test('the config file gives defaults, and the command line goes before it', async () => {
  const config = file('a.yaml', 'defaults:\n  temperature: 45\nlimit:\n  gap: 1.34\n');
  const json = async (...words: string[]) =>
    JSON.parse((await runCommand(...words, '--format', 'json')).stdout);
  const byFile = await json('limit', '--config', config);
  expect(byFile.band_gap_eV).toBe(1.34);
  expect(byFile.conditions.temperature_C).toBe(45);
  const typed = await json('limit', '--config', config, '--temperature', '25', '--gap=1.1');
  expect(typed.band_gap_eV).toBe(1.1);
  expect(typed.conditions.temperature_C).toBe(25);
});

test('the config file is looked for in the documented order', async () => {
  const gap = async (...words: string[]) => {
    const { stdout } = await runCommand('limit', '--format', 'json', ...words);
    return stdout === '' ? undefined : JSON.parse(stdout).band_gap_eV;
  };
  const at = (value: number) => `limit: { gap: ${value} }\n`;
  file('project/solarcell.config.yaml', at(1.1));
  file('project/deep/x', '');
  file('home/solarcell/config.yaml', at(1.2));
  const named = file('named.yaml', at(1.4));
  const cwd = vi.spyOn(process, 'cwd').mockReturnValue(join(folder, 'project/deep'));
  try {
    vi.stubEnv('XDG_CONFIG_HOME', join(folder, 'home'));
    expect(await gap()).toBe(1.1);
    vi.stubEnv('SOLARCELL_CONFIG', named);
    expect(await gap()).toBe(1.4);
    expect(await gap('--config', join(folder, 'project/solarcell.config.yaml'))).toBe(1.1);
    expect(await gap('--no-config')).toBeUndefined();
    vi.stubEnv('SOLARCELL_CONFIG', '');
    cwd.mockReturnValue(folder);
    expect(await gap()).toBe(1.2);
  } finally {
    cwd.mockRestore();
  }
});

test.each([
  ['limits: { gap: 1 }', ':1:1  unknown section "limits"; did you mean "limit"?'],
  ['limit:\n  gapp: 1', ':2:3  "gapp" is no option of limit; did you mean "gap"?'],
  ['limit:\n  output: a.csv', ':2:3  "output" is given on the command line only'],
  ['limit:\n  gap: [1, 2]', ':2:3  "gap" is a text or a number'],
  ['defaults:\n  jv: maybe', ':2:3  "jv" is true or false'],
  ['limit: 1', ':1:1  "limit" holds options'],
  ['- limit', 'sections are expected'],
  ['limit: {', ':'],
  ['limit:\n  gap: tall', '(with the defaults of '],
])('a config file with %j is refused', async (text, words) => {
  const config = file('wrong.yaml', `${text}\n`);
  await expectRefused(['limit', '--config', config], words);
  await expectRefused(['limit', '--config', config], 'wrong.yaml');
});

test('the manual names every command, every option, and the exit codes', () => {
  const page = manualPage(commandTable, '1.2.3');
  const plain = page.replaceAll('\\-', '-');
  const sections = plain.split(/^\.S[SH] /m);
  const told = (table: Readonly<Record<string, TableCommand>>, before: string) => {
    for (const [name, { options, commands = {} }] of Object.entries(table)) {
      const section = sections.find((text) => text.startsWith(`${before} ${name}`));
      expect(section, name).toBeDefined();
      for (const option of Object.keys(options)) expect(section).toContain(`\\fB--${option}\\fR`);
      told(commands, `${before} ${name}`);
    }
  };
  told(commandTable, 'solarcell');
  expect(plain).toContain('.SS solarcell cells show <cell>');
  for (const [code, meaning] of exitCodes) expect(plain).toContain(`.B ${code}\n${meaning}`);
  expect(page).not.toMatch(/undefined|\[object/);
});

test('the page on manners tells the same exit codes', () => {
  const page = readFileSync(join(root, 'docs/command-line.md'), 'utf8');
  for (const [code, meaning] of exitCodes) expect(page).toContain(`| ${code} | ${meaning} |`);
});

test('nothing of the sources speaks to the network', async () => {
  const { stdout } = await promisify(execFile)('git', ['ls-files', 'src', 'cli'], { cwd: root });
  const speakers = stdout
    .split('\n')
    .filter((path) => path.endsWith('.ts'))
    .filter((path) =>
      /\bfetch\(|node:(https?|net|dgram|tls)'|WebSocket|XMLHttpRequest/.test(
        // An example in a comment may fetch.
        readFileSync(join(root, path), 'utf8').replaceAll(/^ *\*.*$/gm, ''),
      ),
    );
  expect(speakers).toEqual([]);
});
