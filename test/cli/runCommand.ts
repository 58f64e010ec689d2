import { vi } from 'vitest';
import { run } from '../../cli/program.ts';

/** What a command printed and how it ended. */
export interface Ending {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a command line in this process and keeps what it prints. */
export async function runCommand(...words: string[]): Promise<Ending> {
  const printed = { stdout: '', stderr: '' };
  const catching = (stream: 'stdout' | 'stderr') =>
    vi.spyOn(process[stream], 'write').mockImplementation((chunk) => {
      printed[stream] += String(chunk);
      return true;
    });
  const log = vi.spyOn(console, 'log').mockImplementation((text) => {
    printed.stdout += `${String(text)}\n`;
  });
  const spies = [catching('stdout'), catching('stderr'), log];
  try {
    return { exitCode: await run(words), ...printed };
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
}
