import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import ts from 'typescript';
import { expect, test } from 'vitest';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

/** Source file behind each entry of the package, by the name it is imported under. */
const entries = Object.entries<string | { default: string }>(manifest.exports).flatMap(
  ([path, target]) =>
    typeof target === 'string'
      ? []
      : [
          {
            name: path.replace(/^\./, 'solarcell'),
            source: target.default.replace('./dist/', 'src/').replace(/\.js$/, '.ts'),
          },
        ],
);

/** The way of the light, as in layering.test.ts: an entry loads its folder and those before it. */
const order = ['physics', 'light', 'optics', 'device', 'circuit', 'cell', 'energy'];

/** What a bundle for a browser of these lines holds: its modules and packages. */
async function bundled(lines: string) {
  const { metafile, outputFiles } = await build({
    stdin: { contents: lines, resolveDir: root, loader: 'ts' },
    bundle: true,
    write: false,
    metafile: true,
    minify: true,
    packages: 'external',
    platform: 'browser',
    format: 'esm',
    target: 'es2022',
  });
  const [output] = Object.values(metafile.outputs);
  return {
    folders: new Set(
      Object.keys(metafile.inputs).flatMap((path) => /^src\/(\w+)\//.exec(path)?.[1] ?? []),
    ),
    used: Object.entries(output!.inputs)
      .filter(([path, { bytesInOutput }]) => bytesInOutput > 0 && path !== '<stdin>')
      .map(([path]) => path),
    packages: output!.imports.map(({ path }) => path).filter((path) => !path.startsWith('.')),
    bytes: outputFiles[0]!.contents.length,
  };
}

test.each(order)('solarcell/%s loads its own folder and those before it', async (folder) => {
  const entry = entries.find(({ name }) => name === `solarcell/${folder}`);
  expect(entry?.source).toBe(`src/${folder}/index.ts`);
  const { folders } = await bundled(`export * from './src/${folder}/index.ts'`);
  const allowed = order.slice(0, order.indexOf(folder) + 1);
  expect([...folders].filter((found) => !allowed.includes(found))).toEqual([]);
});

test('the laws, the optics, the device and the circuit need no package but a CSV reader', async () => {
  for (const folder of ['physics', 'light', 'optics', 'device', 'circuit']) {
    const { packages } = await bundled(`export * from './src/${folder}/index.ts'`);
    expect(packages.filter((name) => name !== 'papaparse')).toEqual([]);
  }
});

test('a bundler keeps only what is used', async () => {
  const one = await bundled(`export { bernoulli } from './src/device/index.ts'`);
  const all = await bundled(`export * from './src/device/index.ts'`);
  expect(one.bytes).toBeLessThan(all.bytes / 20);
});

test('what one function needs is all that a bundle of it holds', async () => {
  const one = await bundled(`export { coherentStack } from './src/optics/index.ts'`);
  expect(one.used).toEqual(['src/optics/transferMatrix.ts']);
  expect(one.packages).toEqual([]);
  const all = await bundled(`export * from './src/optics/index.ts'`);
  expect(one.bytes).toBeLessThan(all.bytes / 20);
  // A cell is simulated without the parsers of units, YAML and schemas: only reading one needs them.
  const cell = await bundled(`export { simulateCell } from './src/cell/index.ts'`);
  expect(cell.packages).toEqual([]);
  expect(cell.used.filter((path) => /schema|parse|unit/i.test(path))).toEqual([]);
});

test('the public surface is the one that was reviewed', () => {
  const path = join(root, 'docs/api.txt');
  const report = publicSurface();
  if (process.env.UPDATE_DOCS !== undefined) writeFileSync(path, report);
  expect(report, 'npm run docs:renew renews docs/api.txt; read the difference').toBe(
    readFileSync(path, 'utf8'),
  );
}, 30_000);

test('every exported name says what it is', () => {
  const silent = exportsOf().flatMap(({ entry, exported }) =>
    exported
      .filter(({ symbol }) => symbol.getDocumentationComment(surface().checker).length === 0)
      .map(({ name }) => `${entry}: ${name}`),
  );
  expect(silent).toEqual([]);
}, 30_000);

let parsed: { program: ts.Program; checker: ts.TypeChecker } | undefined;

/** The entries of the package, parsed once. */
function surface() {
  if (parsed) return parsed;
  const { options } = ts.parseJsonConfigFileContent(
    ts.readConfigFile(join(root, 'tsconfig.json'), ts.sys.readFile).config,
    ts.sys,
    root,
  );
  const program = ts.createProgram(
    entries.map(({ source }) => join(root, source)),
    options,
  );
  parsed = { program, checker: program.getTypeChecker() };
  return parsed;
}

/** What each entry exports: its name there, and what it is. */
function exportsOf() {
  const { program, checker } = surface();
  return entries.map(({ name: entry, source }) => {
    const file = checker.getSymbolAtLocation(program.getSourceFile(join(root, source))!)!;
    const exported = checker.getExportsOfModule(file).map((symbol) => ({
      name: symbol.name,
      symbol: symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol,
    }));
    return { entry, exported };
  });
}

/** Every exported name with its kind and type, entry by entry. */
function publicSurface(): string {
  const { checker } = surface();
  const flags = ts.TypeFormatFlags.NoTruncation | ts.TypeFormatFlags.UseFullyQualifiedType;
  const sections = exportsOf().map(({ entry, exported }) => {
    const lines = exported.map(({ name, symbol }) => `${name}${described(symbol)}`);
    return [`# ${entry}`, ...lines.sort()].join('\n');
  });
  return `${sections.join('\n\n')}\n`;

  function described(symbol: ts.Symbol): string {
    if (symbol.flags & (ts.SymbolFlags.Interface | ts.SymbolFlags.Class)) {
      const members = checker
        .getPropertiesOfType(checker.getDeclaredTypeOfSymbol(symbol))
        .filter((member) => !/^(private |#|_)/.test(member.name) && !isHidden(member))
        .map((member) => `${member.name}${isOptional(member) ? '?' : ''}`);
      const kind = symbol.flags & ts.SymbolFlags.Class ? 'class' : 'interface';
      return ` (${kind}) { ${members.sort().join(', ')} }`;
    }
    if (symbol.flags & ts.SymbolFlags.TypeAlias) return ' (type)';
    const type = checker.getTypeOfSymbol(symbol);
    const text = checker.typeToString(type, undefined, flags).replace(/import\([^)]*\)\./g, '');
    // A table of models changes with each model; its names are listed by `solarcell models`.
    return text.length > 400 ? ': (object)' : `: ${text}`;
  }
}

function isHidden(member: ts.Symbol): boolean {
  const declaration = member.valueDeclaration;
  if (declaration === undefined) return false;
  const hidden = ts.ModifierFlags.Private | ts.ModifierFlags.Protected;
  return (ts.getCombinedModifierFlags(declaration) & hidden) !== 0;
}

function isOptional(member: ts.Symbol): boolean {
  return (member.flags & ts.SymbolFlags.Optional) !== 0;
}
