import { expect, test } from 'vitest';
import { UsageError } from '../../src/cell/errors.ts';
import { parseAxis } from '../../src/sweep/axis.ts';

const light = { name: '--irradiance', unit: 'W/m^2', min: 0.1, max: 10_000 };
const heat = { name: '--temperature', unit: 'degC', min: -40, max: 120 };

test.each([
  ['800', light, [800]],
  ['200,500,1000', light, [200, 500, 1000]],
  ['200:1000:200', light, [200, 400, 600, 800, 1000]],
  ['200:1000:300', light, [200, 500, 800]],
  ['0.1:0.5:0.1', light, [0.1, 0.2, 0.3, 0.4, 0.5]],
  ['1000:200:-400', light, [1000, 600, 200]],
  ['100,200:400:100', light, [100, 200, 300, 400]],
  ['0.8 kW/m^2', light, [800]],
  ['80 mW/cm²', light, [800]],
  [' 25 , 45 ', heat, [25, 45]],
  ['-10', heat, [-10]],
  ['lin(200:1000:5)', light, [200, 400, 600, 800, 1000]],
  ['log(1:1000:4) W/m^2, 1', light, [1, 10, 100, 1000, 1]],
  ['log(1:0.1:3)kW/m^2', light, [1000, Math.sqrt(1e5), 100]],
  ['45 degC, 298.15 K', heat, [45, 25]],
])('%s', async (text, kind, points) => {
  const read = await parseAxis(text, kind);
  expect(read).toHaveLength(points.length);
  read.forEach((point, i) => {
    expect(point).toBeCloseTo(points[i]!, 12);
  });
});

test.each([
  ['', light, 'expected a value'],
  ['800,', light, 'expected a value'],
  ['abc', light, 'not a number'],
  ['5 s', light, 'not a "W/m^2"'],
  ['200:1000', light, 'from:to:step'],
  ['200:1000:0', light, 'does not lead'],
  ['200:1000:-1', light, 'does not lead'],
  ['1:10000:0.1', light, 'more than 10000 points'],
  ['0', light, 'outside 0.1 W/m^2 to 10000 W/m^2'],
  ['900', heat, 'outside -40 degC to 120 degC'],
  ['log(1:1000)', light, 'number of points'],
  ['log(1:1000:2.5)', light, 'whole number'],
  ['log(1:1000:4) s', light, 'not a "W/m^2"'],
  ['log(-10:10:3)', heat, 'ends above zero'],
  ['1e999', light, 'too large'],
])('"%s" is refused: %s', async (text, kind, reason) => {
  const attempt = parseAxis(text, kind);
  await expect(attempt).rejects.toThrow(UsageError);
  await expect(attempt).rejects.toThrow(reason);
  await expect(attempt).rejects.toThrow(kind.name);
});
