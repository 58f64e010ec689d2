import type { SweepProgress } from '../src/node/sweep/sweepProgress.ts';
import { isQuiet } from './talk.ts';

/** Shows how far a sweep is. */
export interface ProgressBar {
  show(progress: SweepProgress): void;
  stop(): void;
}

/** A bar with rate and remaining time on stderr, where that is a terminal; else nothing. */
export async function sweepProgressBar(): Promise<ProgressBar> {
  if (process.stderr.isTTY !== true || isQuiet())
    return { show: () => undefined, stop: () => undefined };
  const { default: progress } = await import('cli-progress');
  const bar = new progress.SingleBar(
    {
      format:
        '{bar} {percentage} % | {value}/{total} points | {rate} points/s | {left} left{failures}',
      stream: process.stderr,
      clearOnComplete: true,
      hideCursor: true,
      // Ctrl-C is the run's own business.
      gracefulExit: false,
      fps: 5,
    },
    progress.Presets.shades_classic,
  );
  const begun = performance.now();
  let started = false;
  return {
    show: ({ points, done, before, failed }) => {
      const payload = {
        ...rateAndLeft(points, done - before, points - done, performance.now() - begun),
        failures: failed > 0 ? ` | ${failed} failed` : '',
      };
      if (!started) bar.start(points, done, payload);
      else bar.update(done, payload);
      started = true;
    },
    stop: () => bar.stop(),
  };
}

function rateAndLeft(points: number, now: number, left: number, milliseconds: number) {
  if (now === 0 || points === 0) return { rate: '-', left: '-' };
  const rate = (1000 * now) / milliseconds;
  return { rate: rate < 10 ? rate.toFixed(1) : rate.toFixed(0), left: duration(left / rate) };
}

/**
 * Seconds as people say them.
 *
 * @example duration(3725) // '1 h 2 min'
 */
export function duration(seconds: number): string {
  if (seconds < 60) return `${Math.ceil(seconds)} s`;
  const minutes = Math.round(seconds / 60);
  if (minutes < 60) return `${minutes} min`;
  const hours = Math.floor(minutes / 60);
  if (hours < 48) return `${hours} h ${minutes % 60} min`;
  return `${Math.round(hours / 24)} days`;
}
