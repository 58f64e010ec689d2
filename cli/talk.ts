/** How much a command says beside its result. */
export interface Talk {
  readonly quiet: boolean;
  readonly verbose: boolean;
}

let talk: Talk = { quiet: false, verbose: false };

/** Sets how much is said from here on. */
export function setTalk(wanted: Talk): void {
  talk = wanted;
}

/** Says something about what was done, on stderr; results go to stdout. */
export function tell(line: string): void {
  if (!talk.quiet) process.stderr.write(`${line}\n`);
}

/** Whether timings and counts are wanted. */
export function isVerbose(): boolean {
  return talk.verbose;
}

/** Whether nothing but results and errors is wanted. */
export function isQuiet(): boolean {
  return talk.quiet;
}
