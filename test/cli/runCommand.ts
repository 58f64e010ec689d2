import { expect, vi } from 'vitest';
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

/** Asserts that a command is refused as wrong use: by one line, which holds `said`, and nothing else. */
export async function expectRefused(words: readonly string[], said: string): Promise<void> {
  const { exitCode, stdout, stderr } = await runCommand(...words);
  expect(stderr).toContain(said);
  expect(stderr).toMatch(/^solarcell: [^\n]+\n$/);
  expect(stderr).not.toMatch(/ {4}at |node_modules|undefined|\[object/);
  expect(stdout).toBe('');
  expect(exitCode).toBe(2);
}
