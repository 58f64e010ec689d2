// Builds the package: the library by tsc, module by module with its types; the command by esbuild,
// bundled and split, so that `solarcell --help` loads little more than yargs.
import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = dirname(fileURLToPath(import.meta.url));
const dist = join(root, 'dist');

rmSync(dist, { recursive: true, force: true });
execFileSync(
  process.execPath,
  [join(root, 'node_modules/typescript/bin/tsc'), '-p', join(root, 'tsconfig.build.json')],
  {
    stdio: 'inherit',
  },
);

const { metafile } = await build({
  absWorkingDir: root,
  entryPoints: { main: 'cli/main.ts', sweepWorker: 'src/node/sweep/sweepWorker.ts' },
  outdir: 'dist/cli',
  bundle: true,
  splitting: true,
  minify: true,
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  chunkNames: 'chunks/[name]-[hash]',
  metafile: true,
  // It finds the worker that it starts beside itself, which a bundle has not.
  external: ['piscina'],
  legalComments: 'none',
  // Some dependencies are CommonJS and ask for node's own modules with require.
  banner: {
    js: "import { createRequire as makeRequire } from 'node:module'; const require = makeRequire(import.meta.url);",
  },
});
chmodSync(join(dist, 'cli/main.js'), 0o755);

// The manual is made from the option tables, as --help is.
const manual = join(dist, 'manual.mjs');
await build({
  absWorkingDir: root,
  stdin: {
    contents: `export { commandTable } from './cli/commandTable.ts';
export { manualPage } from './cli/manualPage.ts';`,
    resolveDir: root,
    loader: 'ts',
  },
  outfile: manual,
  bundle: true,
  packages: 'external',
  format: 'esm',
  platform: 'node',
});
const { commandTable, manualPage } = await import(manual);
const { version: own } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
mkdirSync(join(dist, 'man'));
writeFileSync(join(dist, 'man/solarcell.1'), manualPage(commandTable, own));
rmSync(manual);

// The bundle holds other people's work; their licences go with it.
const packages = new Set(
  Object.values(metafile.outputs)
    .flatMap((output) => Object.keys(output.inputs))
    .map((path) => /^(?:.*\/)?node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1])
    .filter((name) => name !== undefined),
);
const licences = [...packages].sort().map((name) => {
  const folder = join(root, 'node_modules', name);
  const { version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const text = ['LICENSE', 'LICENSE.md', 'LICENSE.txt', 'LICENCE', 'license', 'LICENSE-MIT.txt']
    .map((file) => {
      try {
        return readFileSync(join(folder, file), 'utf8');
      } catch {
        return undefined;
      }
    })
    .find((found) => found !== undefined);
  return `${name} ${version} (${license})\n\n${text ?? ''}`.trim();
});
writeFileSync(
  join(dist, 'cli/THIRD_PARTY_LICENSES.txt'),
  `${licences.join(`\n\n${'-'.repeat(80)}\n\n`)}\n`,
);
