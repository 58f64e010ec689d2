import { expect, test } from 'vitest';
import { parseCell, readCell } from '../../src/cell/parseCell.ts';
import { cellJsonSchema } from '../../src/cell/schema.ts';
import { parseSetting } from '../../src/cell/setValue.ts';
import { minimalCell } from './minimalCell.ts';

const file = 'mine.yaml';
const broken = (from: string, to: string) => {
  expect(minimalCell).toContain(from);
  return readCell(minimalCell.replace(from, to), { file });
};

test('every number arrives in the unit of its field', async () => {
  const cell = await parseCell(minimalCell, { file });
  const [ito, n] = cell.front.layers;
  expect(ito!.thickness).toBe(75);
  expect(n).toMatchObject({
    collection: 0,
    hole_mobility: 4,
    doping: { type: 'n', density: 1.45e19 },
    tails: { conduction: { density: 4e21, urbach_energy: 0.03 } },
  });
  expect(cell.wafer.thickness).toBe(130);
  expect(cell.wafer.doping.resistivity).toBe(3);
  expect(cell.wafer.lifetime).toEqual({ electron: 0.01, hole: 0.01, trap_level: 0 });
  expect(cell.rear.contact.j0).toBe(1e-14);
  expect(cell.circuit.shunt_resistance).toBe(1e5);
  expect(cell.circuit.shading).toBe(0.025);
});

test('what is left out takes the default an expert would pick', async () => {
  const cell = await parseCell(minimalCell, { file });
  expect(cell.front.outside).toBe('air');
  expect(cell.wafer.diffusions).toEqual([]);
  expect(cell.wafer.models).toEqual({
    gap: 'paessler2002',
    density: 'couderc2014',
    radiative: 'roosbroeck1954',
    screening: 'fell2021',
    tunnelling: 'none',
    ionisation: 'complete',
    auger: 'richter2012',
    narrowing: 'schenk1998',
    mobility: 'klaassen1992',
    injection: 'quasi-neutral',
    free_carriers: 'baker-finch2014',
    emission: 'wu1979',
  });
});

test.each([
  [
    'thickness: 5 nm',
    'tickness: 5 nm',
    12,
    7,
    'unknown field "tickness"',
    'did you mean "thickness"',
  ],
  ['thickness: 5 nm', 'thickness: 5 s', 12, 18, 'front.layers.n.thickness "5 s"', 'not a "nm"'],
  ['thickness: 130 µm', 'thickness: 13 cm', 27, 14, 'wafer.thickness "13 cm"', '1 um to 2000 um'],
  ['thickness: 130 µm', 'thickness: -1', 27, 14, 'wafer.thickness -1', '1 um to 2000 um'],
  ['thickness: 130 µm', 'thickness: .nan', 27, 14, 'wafer.thickness', 'expected a number of um'],
  ['thickness: 130 µm', 'thickness: [1]', 27, 14, 'wafer.thickness a list', 'expected a number'],
  ['kind: coating', 'kind: coatin', 8, 26, '"coatin" is not one of', 'did you mean "coating"'],
  ['texture: planar', 'texture: flat', 31, 12, '"flat" is not one of', 'planar, random-pyramids'],
  ['shading: 2.5 %', 'shading: 250 %', 38, 12, 'circuit.shading "250 %"', '0 to 1'],
  ['technology: SHJ\n', '', 1, 1, 'technology is missing', ''],
  ['  thickness: 130 µm\n', '', 25, 1, 'wafer.thickness is missing', ''],
  ['resistivity: 3 Ω·cm', 'resistivity: 3 ohm cm, density: 1e15', 28, 11, 'either density or', ''],
  ['solarcell.cell/1', 'solarcell.cell/9', 1, 9, 'is not "solarcell.cell/1"', ''],
  ['      capture: {', '      # capture: {', 9, 7, 'capture', 'needed by tails'],
  ['name: mine', 'name: mine\nname: other', 3, 1, 'Map keys must be unique', ''],
  ['technology: SHJ', 'technology: !!js/function SHJ', 4, 13, 'Unresolved tag', ''],
])('%s -> %s: line %d, column %d', async (from, to, line, column, ...words) => {
  const { problems } = await broken(from, to);
  expect(problems[0]).toMatchObject({ file, line, column });
  for (const word of words) expect(problems[0]!.message).toContain(word);
  expect(problems[0]!.message).not.toContain('\n');
});

test('two layers of one name on a side are refused, since names address them', async () => {
  const { problems } = await broken('- name: n\n', '- name: ito\n');
  expect(problems[0]!.message).toContain('two of them are named "ito"');
});

test('parseCell throws the first problem with its place', async () => {
  const text = minimalCell.replace('thickness: 130 µm', 'thickness: 13 cm');
  await expect(parseCell(text, { file })).rejects.toThrow(/mine\.yaml:27:14.*wafer\.thickness/);
});

test('several problems are all told, in the order of the file', async () => {
  const text = minimalCell.replace('texture: planar', 'texture: flat').replace('75 nm', '75 s');
  const { problems } = await readCell(text, { file });
  expect(problems.map((problem) => problem.line)).toEqual([8, 31]);
});

test.each([
  ['wafer.thickness=100um', (cell: Cell) => cell.wafer.thickness, 100],
  ['wafer.thickness=0.1 mm', (cell: Cell) => cell.wafer.thickness, 100],
  ['front.layers.ito.thickness=80', (cell: Cell) => cell.front.layers[0]!.thickness, 80],
  ['front.layers.0.thickness=80', (cell: Cell) => cell.front.layers[0]!.thickness, 80],
  ['wafer.doping.density=1e15', (cell: Cell) => cell.wafer.doping.density, 1e15],
  ['wafer.doping.density=1e15', (cell: Cell) => cell.wafer.doping.resistivity, undefined],
  ['wafer.models.auger=niewelt2022', (cell: Cell) => cell.wafer.models.auger, 'niewelt2022'],
  ['circuit.shading=0', (cell: Cell) => cell.circuit.shading, 0],
])('--set %s', async (setting, read, value) => {
  expect(read(await parseCell(minimalCell, { file, set: [parseSetting(setting)] }))).toBe(value);
});

test.each([
  ['wafer.thicknes=1um', 'wafer has no "thicknes"; did you mean "thickness"?'],
  ['wafr.thickness=1um', 'the cell has no "wafr"; did you mean "wafer"?'],
  ['front.layers.itoo.thickness=5', 'did you mean "ito"'],
  ['front.layers.ito.band_gap=1', 'front.layers.ito has no "band_gap"; it has name, optics'],
  ['wafer.thickness.x=1', 'it is a value, not a group'],
  ['wafer.thickness=5 s', '--set wafer.thickness=5 s  wafer.thickness "5 s" has the wrong'],
  ['wafer.thickness=9 m', 'outside 1 um to 2000 um'],
  ['wafer.thickness=', 'expected a value'],
  ['wafer', 'expected path=value'],
  ['__proto__.x=1', 'has no "__proto__"'],
])('--set %s is refused: %s', async (setting, reason) => {
  const attempt = async () => parseCell(minimalCell, { file, set: [parseSetting(setting)] });
  await expect(attempt()).rejects.toThrow(reason);
});

test('the JSON Schema says the meaning and unit of every quantity', () => {
  const schema = cellJsonSchema() as {
    properties: { wafer: { properties: { thickness: { description: string; anyOf: unknown[] } } } };
  };
  const { thickness } = schema.properties.wafer.properties;
  expect(thickness.description).toBe('Thickness of the wafer. Unit: um.');
  expect(thickness.anyOf[0]).toMatchObject({ type: 'number', minimum: 1, maximum: 2000 });
});

type Cell = Awaited<ReturnType<typeof parseCell>>;
