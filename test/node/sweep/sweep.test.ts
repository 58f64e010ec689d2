import { expect, test } from 'vitest';
import { UsageError } from '../../../src/cell/errors.ts';
import { type SweepRecord, sweep } from '../../../src/node/sweep/sweep.ts';

async function recordsOf(...given: Parameters<typeof sweep>): Promise<SweepRecord[]> {
  const records: SweepRecord[] = [];
  for await (const record of sweep(...given)) records.push(record);
  return records;
}

const plan = {
  cell: 'perc',
  fidelity: 'lumped',
  figures: ['efficiency'],
  vary: { irradiance: [200, 1000], 'circuit.shading': 'lin(1:3:2)%' },
} as const;
const written = {
  ...plan,
  figures: [...plan.figures],
  vary: { ...plan.vary, irradiance: '200,1000' },
};

test('a plan as an object or as text gives the same rows, named by their columns', async () => {
  const records = await recordsOf(written);
  expect(records.map(({ point, status }) => [point, status])).toEqual(
    [0, 1, 2, 3].map((point) => [point, 'ok']),
  );
  expect(Object.keys(records[0]!.values)).toEqual([
    'irradiance_W_m2',
    'circuit.shading',
    'efficiency_pct',
  ]);
  expect(await recordsOf(JSON.stringify(written))).toEqual(records);
});

test('a point that fails is a record, and one that conditions leave out is none', async () => {
  const vary = { x: [1, 1e9] };
  const lets = { irradiance: '1000 W/m^2 * x' };
  const [good, bad, ...more] = await recordsOf({ ...written, vary, let: lets });
  expect([good!.status, bad!.status, more.length]).toEqual(['ok', 'failed', 0]);
  expect(bad!.error).toContain('is outside 0.1 W/m^2');
  expect(await recordsOf({ ...written, vary, let: lets, where: ['x < 10'] })).toEqual([good]);
});

test('what is wrong with a plan is told before the first row', async () => {
  await expect(recordsOf({ ...written, figures: ['eficiency'] })).rejects.toThrow(
    'did you mean "efficiency"?',
  );
  const wrong = { ...written, fidelity: 'lumpd' } as unknown as typeof written;
  await expect(recordsOf(wrong)).rejects.toThrow(UsageError);
  await expect(recordsOf('cell: perc\nvry: {}\n')).rejects.toThrow('did you mean "vary"?');
});

test('a loop may end early, by itself or by a signal', async () => {
  const many = { ...written, vary: { irradiance: 'lin(100:1000:5000)' } };
  for await (const { point } of sweep(many)) if (point === 3) break;
  const signal = AbortSignal.abort(new Error('enough'));
  await expect(recordsOf(many, { signal })).rejects.toThrow('enough');
});
