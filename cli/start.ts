import { run } from './program.ts';

/** What a newcomer sees: the four cells in standard light, and then on a real summer day. */
const steps: readonly { readonly title: string; readonly words: readonly string[] }[] = [
  { title: 'Standard test conditions', words: ['compare'] },
  { title: 'A clear summer day', words: ['compare', '--profile', 'summer-day'] },
];

for (const { title, words } of steps) {
  process.stdout.write(`\n${title}: solarcell ${words.join(' ')}\n\n`);
  const exitCode = await run(words);
  if (exitCode !== 0) process.exit(exitCode);
}
