import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { minimalCell } from '../cell/minimalCell.ts';
import { expectRefused, runCommand } from './runCommand.ts';

let folder = '';
const files: Record<string, string> = {
  'cell.yaml': minimalCell.replace('thickness: 5 nm', 'tickness: 5 nm'),
  'bound.yaml': minimalCell.replace('thickness: 5 nm', 'thickness: 5 m'),
  'optics.yaml': minimalCell
    .replace('optics: c-si', 'optics: c-sj')
    .replace('optics: a-si', 'optics: sio2'),
  'two.yaml': minimalCell.replace('texture: planar', 'texture: flat').replace('75 nm', '75 s'),
  'not.yaml': 'front: [',
  'empty.yaml': '',
  'tco.csv': 'wavelength_nm,n,k\n400,2,0.01\n1000,1.8,0.01\n',
  'tco.yaml': minimalCell
    .replace('optics: a-si', 'optics: a-si-h-n')
    .replace('optics: ito', 'optics: tco.csv'),
  'spectrum.csv': 'wavelength_nm,irradiance_W_m2_nm\n300,1\n400,x\n500,1\n',
  'comma.csv': 'wavelength_nm,irradiance_W_m2_nm\n300,5,1,5\n400,5,2,5\n',
  'mixed.csv': 'wavelength_nm,irradiance_W_m2_nm\n300;1\n400;2\n',
  'thousand.csv': 'wavelength_nm;irradiance_W_m2_nm\n300;1\n1,200;2\n',
  'both.csv': 'wavelength_nm;irradiance_W_m2_nm\n300.5;1\n400,5;2\n',
  'spaces.csv': 'wavelength_nm irradiance_W_m2_nm\n300 1\n400 2\n',
  'sheet.csv': 'PK\u0003\u0004odd',
  'binary.yaml': 'title: \u001b[31mred\nname: \u0007',
  'plan.yaml': 'cell: perc\nvary: {irradiance: [400]}\nlet: x\n',
  'day.csv': 'time,irradiance_W_m2\n06:00,0\n12:00,lots\n18:00,0\n',
  'order.csv': 'time,irradiance_W_m2\n06:00,0\n05:00,800\n',
};

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'solarcell-'));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
});
afterAll(() => rmSync(folder, { recursive: true }));

test.each([
  // names
  ['compare shjj', 'unknown cell "shjj"; did you mean "shj"?'],
  ['compare @nowhere.yaml', 'there is no such file'],
  ['compare @', 'is a folder'],
  ['comparre', 'unknown command "comparre"; did you mean "compare"?'],
  ['constructor --x=1', 'unknown option --x'],
  ['skin perc --spectrum=constructor', 'unknown spectrum "constructor"'],
  ['cells chek', 'unknown command "chek"; did you mean "check"?'],
  ['cells show perk', 'did you mean "perc"?'],
  ['cells check', 'something is missing after "cells check"'],
  ['simulate shj perc', 'simulate takes no further "perc"; see solarcell simulate --help'],
  ['models shj', 'models takes no further "shj"'],
  ['cells show shj perc', 'cells show takes no further "perc"'],
  ['merge part.csv', '--output is missing; see solarcell merge --help'],
  ['compare --site miami --module Panasonik', 'did you mean "Panasonic"?'],
  ['completion tcsh', 'shell "tcsh" is not one of bash, zsh, fish'],
  ['compare --baseline perk', 'baseline "perk" is not among the cells'],
  ['compare --spectrum am15g', 'unknown spectrum "am15g"; did you mean "am1.5g"?'],
  ['compare --profile summerday', 'did you mean "summer-day"?'],
  // options
  ['compare --irradience 800', 'unknown option --irradience; did you mean "--irradiance"?'],
  ['compare -x', 'unknown option -x'],
  ['--verson', 'unknown option --verson; did you mean "--version"?'],
  ['cells show shj --format json', 'unknown option --format; see solarcell cells show --help'],
  ['compare --quiet=maybe', '--quiet takes no value'],
  ['sweep shj --vary irradiance=200,1000 --shard 1/2', '--shard needs --output'],
  ['sweep shj --jobs 0', '--jobs needs --output'],
  ['compare --format jsn', '--format "jsn" is not one of table, json, csv, markdown'],
  ['compare --irradiance', 'irradiance'],
  ['compare --hours 1 --hours 2', '--hours is given 2 times'],
  ['compare --hours 1,2', 'one value is expected'],
  ['compare --hours 5 --profile summer-day', 'exclude each other'],
  ['compare --output @nowhere/out.json', 'its folder does not exist'],
  // units and bounds
  ['compare --irradiance 800s', 'not a "W/m^2"'],
  ['compare --irradiance 800ss', 'unknown unit "ss"'],
  ['compare --irradiance -5', 'outside 0.1 W/m^2 to 10000 W/m^2'],
  ['compare --irradiance NaN', 'not a number'],
  ['compare --temperature 450', 'outside -40 degC to 120 degC'],
  [
    'compare --temperature 25F',
    '"25F" is in farad; temperatures are in degC or K, and 25 degF is -3.89 degC',
  ],
  ['compare --temperature 25C', '"25C" is in coulomb; temperatures are in degC or K'],
  [
    'compare --site miami --soiling 1,2,3',
    '--soiling "1,2,3": one value or twelve, by month, are expected, not 3',
  ],
  ['compare --site miami --soiling 3', '3 is outside 0 to 1 (write 3% for percent)'],
  ['sweep perc --vary irradiance=200,1000 --column x=1/0', 'x = 1/0": gives a number at no point'],
  ['sweep perc --vary irradiance=200,1000 --where #', 'is empty where an expression'],
  ['sweep perc --vary irradiance=200,1000 --let x=log(0-1)', 'gives a number at no point'],
  [
    'optics shj --vary front.layer.tco.thickness=50nm:60nm',
    '--vary "front.layer.tco.thickness=50nm:60nm": front has no "layer"; did you mean "layers"?',
  ],
  [
    'optics shj --vary tco.thickness=50nm:60nm',
    'the cell has no "tco"; did you mean "front.layers.tco.thickness"?',
  ],
  ['optics shj --vary front.layers.tco.thickness=50m:60m', '--vary front.layers.tco.thickness=50m'],
  ['compare --set thickness=5um', 'did you mean "wafer.thickness"?'],
  ['compare --set wafer.thicknes=1um', 'did you mean "thickness"?'],
  ['compare --set wafer.thickness=1s', 'not a "um"'],
  ['compare --set wafer.thickness=1km', 'outside 1 um to 2000 um'],
  ['compare --set wafer.doping=1e16cm^-3', 'is not a group of fields (type, density, resistivity)'],
  ['compare --set wafer', 'expected path=value'],
  // files
  [
    'compare @cell.yaml',
    'cell.yaml:12:7  unknown field "tickness" in front.layers.n; did you mean',
  ],
  ['sweep @plan.yaml', 'plan.yaml:3:6  let "x" is not a group of fields'],
  ['cells check @cell.yaml', 'cell.yaml:12:7  unknown field "tickness"'],
  ['compare @bound.yaml', 'bound.yaml:12:18  front.layers.n.thickness "5 m" is outside'],
  ['compare @optics.yaml', 'optics.yaml  wafer.optics: unknown optical constants "c-sj"; did you'],
  [
    'simulate @tco.yaml',
    'mine at 1000 W/m2 and 25 degC: optical constants "tco" of front.ito reach from 400 to 1000 nm, not to 300 and 1200 nm',
  ],
  ['skin @tco.yaml', 'optical constants "tco" of front.ito reach'],
  ['compare @tco.yaml', 'optical constants "tco" of front.ito reach'],
  ['compare @not.yaml', 'not.yaml:1:'],
  ['compare @empty.yaml', 'empty.yaml:1:1  the cell is missing'],
  ['compare --spectrum @spectrum.csv', 'spectrum.csv:3'],
  [
    'compare --spectrum @comma.csv',
    'comma.csv:2  4 values, but the head has 2 columns; is the comma a decimal one?',
  ],
  [
    'compare --spectrum @mixed.csv',
    'mixed.csv:2  1 value, but the head has 2 columns; is ";" the separator?',
  ],
  [
    'compare --spectrum @thousand.csv',
    'thousand.csv:3:1  wavelength_nm: "1,200" is not a number; is the comma a decimal one, or a',
  ],
  [
    'compare --spectrum @both.csv',
    'both.csv:3:1  wavelength_nm: "400,5" is not a number; write a decimal point: 400.5',
  ],
  ['compare --spectrum @spaces.csv', 'separate the columns by commas, semicolons or tabs'],
  ['compare --spectrum @sheet.csv', 'sheet.csv  is a ZIP archive or a spreadsheet; save'],
  [
    'cells check @binary.yaml',
    'binary.yaml:1  holds the byte 0x1b, which no text has: is it a binary file?',
  ],
  ['compare --spectrum @none.csv', 'there is no such file'],
  ['compare --profile @day.csv', 'day.csv:3  irradiance_W_m2: "lots" is not a number'],
  ['compare --profile @order.csv', 'order.csv:3  time does not come after'],
])('%s -> %s', (line, said) =>
  expectRefused(
    line.split(' ').map((word) => (word.startsWith('@') ? join(folder, word.slice(1)) : word)),
    said,
  ),
);

test('cells check names every problem of a file, one a line', async () => {
  const { exitCode, stderr } = await runCommand('cells', 'check', join(folder, 'two.yaml'));
  const lines = stderr.trimEnd().split('\n');
  expect(lines).toHaveLength(3);
  expect(lines[0]).toContain('two.yaml:8:');
  expect(lines[1]).toContain('two.yaml:31:');
  expect(lines[2]).toMatch(/^solarcell: .*two\.yaml: 2 problems$/);
  expect(exitCode).toBe(2);
});

test('a calculation that fails says of what, in one line, with exit code 1', async () => {
  const words = ['compare', 'perc', '--set', 'circuit.shading=100%', '--irradiance', '800'];
  const { exitCode, stdout, stderr } = await runCommand(...words);
  expect(stderr).toMatch(/^solarcell: perc at 800 W\/m2 and 25 degC: [^\n]+\n$/);
  expect(stdout).toBe('');
  expect(exitCode).toBe(1);
});
