import { expect, test } from 'vitest';
import { didYouMean, editDistance, nearest } from '../../src/cell/nearest.ts';

test.each([
  ['', '', 0],
  ['kitten', 'sitting', 3],
  ['baseline', 'basline', 1],
  ['irradiance', 'irradiacne', 1],
  ['ab', 'ba', 1],
  ['abc', '', 3],
])('%s and %s differ by %d', (a, b, distance) => {
  expect(editDistance(a, b)).toBe(distance);
  expect(editDistance(b, a)).toBe(distance);
});

test.each([
  ['tickness', ['texture', 'thickness'], 'thickness'],
  ['am15g', ['am0', 'am1.5d', 'am1.5g'], 'am1.5g'],
  ['SHJ', ['perc', 'shj'], 'shj'],
  ['temp', ['time', 'temperature'], 'temperature'],
  ['zebra', ['shj', 'perc'], undefined],
  ['x', ['a', 'b'], undefined],
])('%s is nearest to %j: %s', (word, candidates, near) => {
  expect(nearest(word, candidates)).toBe(near);
});

test('nothing near is nothing said', () => {
  expect(didYouMean('zebra', ['shj'])).toBe('');
  expect(didYouMean('shjj', ['shj'])).toBe('; did you mean "shj"?');
});
