import { spawn } from 'node:child_process';

/** Jobs that Slurm took. */
export interface SlurmSubmission {
  /** Of the job array. */
  readonly array: string;
  /** Of the job that merges its parts, which waits for it. */
  readonly merge: string;
}

/**
 * Submits a job array, and a job that merges its parts when all of them have succeeded.
 *
 * @param script of the array
 * @param merge command line that merges, for a shell
 * @param name of the jobs
 * @throws Error with Slurm's own words when it does not take them
 */
export async function submitSlurm(
  script: string,
  merge: string,
  name: string,
): Promise<SlurmSubmission> {
  const array = await sbatch(['--parsable'], script);
  const wait = [`--dependency=afterok:${array}`, '--kill-on-invalid-dep=yes'];
  const log = [`--job-name=${name}-merge`, `--output=${name}-merge.log`];
  return {
    array,
    merge: await sbatch(['--parsable', ...wait, ...log], `#!/bin/sh\nexec ${merge}\n`),
  };
}

/** Runs sbatch with a script on its standard input. */
function sbatch(words: readonly string[], script: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn('sbatch', words, { stdio: ['pipe', 'pipe', 'pipe'] });
    let said = '';
    let wrong = '';
    child.stdout.on('data', (chunk) => {
      said += String(chunk);
    });
    child.stderr.on('data', (chunk) => {
      wrong += String(chunk);
    });
    child.on('error', (error: NodeJS.ErrnoException) => {
      const missing = error.code === 'ENOENT';
      reject(missing ? new Error('there is no sbatch here: --dry-run prints the script') : error);
    });
    child.on('close', (code) => {
      // `id` or `id;cluster`
      const id = /^\s*(\d+)/.exec(said)?.[1];
      if (code === 0 && id !== undefined) resolve(id);
      else reject(new Error(`sbatch: ${(wrong || said).trim() || `ended with code ${code}`}`));
    });
    child.stdin.on('error', () => undefined);
    child.stdin.end(script);
  });
}
