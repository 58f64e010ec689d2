import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { fileURLToPath } from 'node:url';

// Puts into docs/speed.md what the benchmarks print here and now: `npm run docs:speed`.
// A block of the page names its benchmark in the comment above: `<!-- bench: optics -->` for one of
// `npm run bench`, `<!-- bench: bench/sesame.ts -->` for a file of its own. Words after the command
// choose blocks, so that each peer can have its own Python:
//   PYTHON=venv/bin/python npm run docs:speed -- bench/energyPeers.ts
const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));
const page = path('../docs/speed.md');
const blockPattern = /<!-- bench: (\S+) -->\n(.*)\n\n```text\n[\s\S]*?```/g;

const asked = process.argv.slice(2);
const [core] = cpus();
const stamp = `${new Date().toISOString().slice(0, 10)}, Node ${process.versions.node}, ${cpus().length} cores, ${core?.model ?? process.arch}:`;

const text = readFileSync(page, 'utf8');
const named = [...text.matchAll(blockPattern)].map(([, name]) => name!);
const unknown = asked.find((name) => !named.includes(name));
if (unknown !== undefined) {
  console.error(`docs:speed: no block "${unknown}"; there are ${named.join(', ')}`);
  process.exitCode = 2;
} else {
  const renewed = text.replaceAll(blockPattern, (block, name: string) => {
    if (asked.length > 0 && !asked.includes(name)) return block;
    const words = name.endsWith('.ts') ? [path(`../${name}`)] : [path('./run.ts'), name];
    const printed = execFileSync(process.execPath, ['--import', 'tsx', ...words], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    process.stdout.write(printed);
    return `<!-- bench: ${name} -->\n${stamp}\n\n\`\`\`text\n${printed.trimEnd()}\n\`\`\``;
  });
  writeFileSync(page, renewed);
}
