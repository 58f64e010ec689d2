import { indexList } from '../checkParts.ts';
import { fillTemplate } from './fillTemplate.ts';
import { shellWords } from './shellWords.ts';

/** A sweep that is handed to a cluster, one part a task. */
export interface ClusterJob {
  /** Letters, digits and dashes. */
  readonly name: string;
  /** Number of parts of the whole sweep. */
  readonly shards: number;
  /** Parts that are to run, from 1. */
  readonly missing: readonly number[];
  /** Words of the command line that runs the sweep, without those that say which part. */
  readonly command: readonly string[];
}

/** A script or manifest to fill in. */
export interface Template {
  readonly path: string;
  readonly text: string;
}

/**
 * The script of a Slurm job array. Its array is exactly the parts that are missing.
 *
 * @see https://slurm.schedmd.com/job_array.html
 */
export function slurmScript(job: ClusterJob, template: Template): string {
  const values = {
    name: job.name,
    array: indexList(job.missing),
    shards: `${job.shards}`,
    command: shellWords(job.command),
  };
  return fillTemplate(template.text, values, template.path);
}

/**
 * The manifest of an Indexed Job. It runs all parts: those that are complete end at once.
 *
 * @see https://kubernetes.io/docs/tasks/job/indexed-parallel-processing-static/
 */
export function kubernetesManifest(job: ClusterJob, template: Template): string {
  const words = [...job.command, '--shards', `${job.shards}`, '--resume'];
  const values = {
    name: job.name,
    shards: `${job.shards}`,
    parallel: `${Math.min(job.shards, 50)}`,
    words: JSON.stringify(words),
    command: shellWords(words),
  };
  return fillTemplate(template.text, values, template.path);
}

/**
 * A name that Slurm and Kubernetes take, from that of a file.
 *
 * @example jobName('Runs/Big sweep.parquet') // 'big-sweep'
 */
export function jobName(output: string): string {
  const stem = output.replace(/^.*[/\\]/, '').replace(/\.[^.]*$/, '');
  const name = stem.toLowerCase().replace(/[^a-z0-9]+/g, '-');
  return name.replace(/^-+|-+$/g, '').slice(0, 50) || 'sweep';
}
