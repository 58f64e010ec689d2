import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import {
  type ClusterJob,
  jobName,
  kubernetesManifest,
  slurmScript,
} from '../../src/sweep/engines/clusterJob.ts';
import { fillTemplate } from '../../src/sweep/engines/fillTemplate.ts';
import { shellWords } from '../../src/sweep/engines/shellWords.ts';

const shipped = (name: string) => {
  const path = join(fileURLToPath(new URL('../../data/sweep', import.meta.url)), name);
  return { path, text: readFileSync(path, 'utf8') };
};

const job: ClusterJob = {
  name: 'big',
  shards: 64,
  missing: [3, 17, 18, 19],
  command: [
    'solarcell',
    'sweep',
    'plan.yaml',
    '--where=wafer.thickness > 80 um',
    '--output=a b.csv',
  ],
};

test('a script of Slurm runs the parts that are missing, and a shell takes it', () => {
  const script = slurmScript(job, shipped('slurm.sh'));
  expect(script).toContain('#SBATCH --array=3,17-19\n');
  expect(script).toContain('--shard "$SLURM_ARRAY_TASK_ID/64" --resume');
  expect(script).not.toMatch(/\{\{|\}\}/);
  execFileSync('sh', ['-n'], { input: script });
});

test('the manifest is an Indexed Job of all parts', () => {
  const manifest = parse(kubernetesManifest(job, shipped('kubernetes.yaml')));
  expect(manifest).toMatchObject({
    apiVersion: 'batch/v1',
    kind: 'Job',
    spec: { completionMode: 'Indexed', completions: 64, parallelism: 50 },
  });
  const [container] = manifest.spec.template.spec.containers;
  expect(container.command).toEqual([...job.command, '--shards', '64', '--resume']);
});

test('a place in a template that has no value is named with its line and the nearest', () => {
  expect(() => fillTemplate('#!/bin/sh\n{{shard}}', { shards: '4' }, 'my.sh')).toThrow(
    'my.sh:2  has a place {{shard}} for which there is no value; did you mean "shards"?',
  );
  expect(fillTemplate('{{ shards }}{{shards}}', { shards: '$&' }, 'my.sh')).toBe('$&$&');
});

test('a shell reads words back as they were', () => {
  const word = fc.string({ unit: 'grapheme', minLength: 1 }).filter((text) => !text.includes('\0'));
  fc.assert(
    fc.property(fc.array(word, { minLength: 1, maxLength: 20 }), (words) => {
      const script = `for word in ${shellWords(words)}; do printf '%s\\0' "$word"; done`;
      const read = execFileSync('sh', ['-c', script]).toString().split('\0').slice(0, -1);
      expect(read).toEqual(words);
    }),
    { numRuns: 20 },
  );
});

test.each([
  ['Runs/Big sweep.parquet', 'big-sweep'],
  ['_.csv', 'sweep'],
])('a job for %s is named %s', (output, name) => {
  expect(jobName(output)).toBe(name);
});
