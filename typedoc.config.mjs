// The site: guides from docs/, reference from the comments in src/. `npm run docs` builds it.
import { readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { Converter } from 'typedoc';

const { exports } = JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8'));

/** Guides in the order in which they are read; pages that are not named here are looked things up in. */
const groups = {
  Guides: ['start', 'compare', 'describe', 'sweep', 'library', 'cookbook'],
  'What is behind it': [
    'models',
    'physics',
    'validation',
    'optics-validation',
    'speed',
    'limit',
    'skin',
  ],
  Commands: ['simulate', 'optics', 'energy', 'weather', 'spectra', 'plots', 'report'],
};
const pages = readdirSync(new URL('docs', import.meta.url))
  .filter((name) => name.endsWith('.md'))
  .map((name) => name.replace(/\.md$/, ''));
const named = Object.values(groups).flat();
const grouped = Object.entries({
  ...groups,
  Reference: pages.filter((name) => !named.includes(name)),
});

/** A text whose DOIs are links; what ends the sentence around one is none of it. */
function linked(text) {
  return text.replaceAll(/\bdoi:(10\.\d{4,9}\/[^\s,;"'<>|`]+)/g, (_, found) => {
    let name = found;
    const isOpen = () => name.split(')').length > name.split('(').length;
    while (/[.:]$/.test(name) || (name.endsWith(')') && isOpen())) name = name.slice(0, -1);
    return `[doi:${name}](https://doi.org/${encodeURI(name).replaceAll(/[()]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`)})${found.slice(name.length)}`;
  });
}

/**
 * Names a guide by its heading, puts it into its group, and links its DOIs.
 *
 * @param {import('typedoc').Application} app
 */
function guides(app) {
  app.converter.on(Converter.EVENT_CREATE_DOCUMENT, (_context, document) => {
    const text = document.content.map((part) => part.text).join('');
    const page = basename(document.sources?.[0]?.fileName ?? document.name, '.md');
    document.name = /^# (.+)$/m.exec(text)[1].replaceAll('`', '');
    document.frontmatter.group = grouped.find(([, names]) => names.includes(page))?.[0];
    for (const part of document.content) if (part.kind === 'text') part.text = linked(part.text);
  });
}

export default {
  name: 'solarcell',
  plugin: [guides],
  entryPoints: Object.values(exports)
    .flatMap((entry) => (typeof entry === 'string' ? [] : [entry.default]))
    .map((path) => path.replace('./dist/', 'src/').replace(/\.js$/, '.ts')),
  projectDocuments: grouped.flatMap(([, names]) => names.map((name) => `docs/${name}.md`)),
  readme: 'README.md',
  out: 'site',
  sort: ['source-order'],
  sortEntryPoints: false,
  groupOrder: [...grouped.map(([group]) => group), 'Modules'],
  navigation: { includeGroups: true },
  customCss: 'docs/site.css',
  disableSources: true,
  githubPages: false,
  excludePrivate: true,
  treatWarningsAsErrors: true,
  validation: { notExported: true, invalidLink: true, invalidPath: true },
  intentionallyNotExported: [
    // The type of cell files is inferred from it; `cells schema` prints it.
    'cellSchema',
    // So is that of plans; `sweep --schema` prints it.
    'sweepPlanSchema',
    // What goes on inside a solver or a sweep, free to change.
    'Awaitable',
    'DefectTable',
    'DeviceSolution',
    'DeviceState',
    'InjectionTable',
    'LumpedWafer',
    'PointTrail',
    'QuantityRange',
    'SimulatorTrail',
    'SourcedSweep',
    'SpectrumMaker',
    'UnitResult',
    'UnitTask',
    'WorkerPool',
  ],
};
