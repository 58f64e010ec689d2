/** How far a sweep is, in points of this part. */
export interface SweepProgress {
  readonly points: number;
  /** Points done, with those of earlier runs. */
  readonly done: number;
  /** Points done before this run. */
  readonly before: number;
  readonly failed: number;
}

/** A run that ended before its last point; what is done is kept. */
export class SweepInterrupted extends Error {
  override readonly name = 'SweepInterrupted';
  readonly progress: SweepProgress;
  /** The signal of the system that asked for it, where one did. */
  readonly signal: NodeJS.Signals | undefined;

  constructor(
    message: string,
    progress: SweepProgress,
    options: ErrorOptions & { readonly signal?: NodeJS.Signals } = {},
  ) {
    super(message, options);
    this.progress = progress;
    this.signal = options.signal;
  }
}
