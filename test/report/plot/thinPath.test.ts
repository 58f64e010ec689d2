import fc from 'fast-check';
import { expect, test } from 'vitest';
import { thinPath } from '../../../src/report/plot/svg/thinPath.ts';

const points = (path: string) =>
  path
    .replace(/[MZ]/g, '')
    .split('L')
    .map((text) => text.split(',').map(Number) as [number, number]);

test('points on a straight line are left out, corners stay', () => {
  expect(thinPath('M0,0L1,1L2,2L3,3L4,0L5,0L6,0')).toBe('M0,0L3,3L4,0L6,0');
  expect(thinPath('M0,0L1,0L2,0L2,2L0,2Z')).toBe('M0,0L2,0L2,2L0,2Z');
});

test('what is not of straight lines comes back as it is', () => {
  for (const path of ['M0,0C1,1,2,2,3,3', 'M0,0L1,1', 'M1,2h3', '']) {
    expect(thinPath(path)).toBe(path);
  }
});

test('no point of the path is further from the thin one than an eighth of a px', () => {
  const heights = fc.array(fc.integer({ min: -50_000, max: 50_000 }), {
    minLength: 4,
    maxLength: 60,
  });
  fc.assert(
    fc.property(heights, (ys) => {
      const all = ys.map((y, k) => [2 * k, y / 100] as const);
      const thin = points(thinPath(`M${all.map((point) => point.join(',')).join('L')}`));
      expect(thin[0]).toEqual(all[0]);
      expect(thin.at(-1)).toEqual(all.at(-1));
      for (const [x, y] of all) {
        const k = Math.max(
          1,
          thin.findIndex(([at]) => at >= x),
        );
        const [[x1, y1], [x2, y2]] = [thin[k - 1]!, thin[k]!];
        // Across the line: a steep one is nearer than it is below.
        const across = Math.abs((x2 - x1) * (y - y1) - (x - x1) * (y2 - y1));
        expect(across / Math.hypot(x2 - x1, y2 - y1)).toBeLessThan(0.125);
      }
    }),
  );
});
