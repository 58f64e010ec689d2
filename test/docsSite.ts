import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { dirname, extname, join, normalize, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { hasChromium, launchChromium } from './browser/chromium.ts';

// The built site: `npm run docs && npx tsx test/docsSite.ts`. Every link within it leads somewhere,
// pages fit their window, the search finds, and nothing is asked of the network.

const site = join(dirname(fileURLToPath(import.meta.url)), '../site');
const wrong: string[] = [];

const pages = readdirSync(site, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.html'))
  .sort();
const texts = new Map(pages.map((page) => [page, readFileSync(join(site, page), 'utf8')]));
const anchors = new Map(
  [...texts].map(([page, text]) => [
    page,
    new Set([...text.matchAll(/\s(?:id|name)="([^"]+)"/g)].map(([, id]) => id!)),
  ]),
);

let links = 0;
for (const [page, text] of texts) {
  for (const [, , address] of text.matchAll(/\s(href|src)="([^"]*)"/g)) {
    if (address === undefined || /^(?:https?:|data:|mailto:)/.test(address)) continue;
    links++;
    const [path = '', anchor] = address.replaceAll('&amp;', '&').split('#');
    const target = path === '' ? page : normalize(join(dirname(page), decodeURI(path)));
    const file = join(site, target);
    if (!existsSync(file) || !statSync(file).isFile()) wrong.push(`${page}: ${address}`);
    else if (anchor && anchors.get(target)?.has(decodeURIComponent(anchor)) === false)
      wrong.push(`${page}: ${address} has no such place`);
  }
}
console.log(`${pages.length} pages, ${links} links within them`);

/** Pages that are looked at in a browser: the first, guides with tables and pictures, a reference. */
const looked = ['index.html', ...pages.filter((page) => page.startsWith('documents/'))];

/** What a browser wants to be told of a file. */
const types: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.svg': 'image/svg+xml',
};

if (hasChromium) {
  // Over HTTP, as it will be read: from files a browser loads no icons.
  const server = createServer((request, response) => {
    if (request.url === '/favicon.ico') return void response.writeHead(204).end();
    const path = join(site, normalize(decodeURI(request.url!.replace(/[?#].*/s, ''))));
    if (!existsSync(path) || !statSync(path).isFile()) response.writeHead(404).end();
    else {
      response.writeHead(200, {
        'content-type': types[extname(path)] ?? 'application/octet-stream',
      });
      response.end(readFileSync(path));
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const addressOf = (page: string) => `${origin}/${page}`;
  const browser = await launchChromium();
  const shown = await browser.newPage();
  shown.on('console', (message) => {
    if (message.type() === 'error') wrong.push(`console: ${message.text()}`);
  });
  shown.on('pageerror', (error) => wrong.push(`page: ${error.message}`));
  shown.on('request', (request) => {
    if (!request.url().startsWith(origin) && !/^(?:data|blob):/.test(request.url()))
      wrong.push(`asks for ${request.url()}`);
  });
  for (const page of looked) {
    await shown.goto(addressOf(page));
    for (const width of [1200, 390]) {
      await shown.setViewportSize({ width, height: 844 });
      const wide = await shown.evaluate<number>('document.documentElement.scrollWidth');
      if (wide > width) wrong.push(`${page}: ${wide} px wide in a window of ${width}`);
    }
  }
  await shown.setViewportSize({ width: 1200, height: 844 });
  for (const [word, title] of [
    ['simulateCell', /simulateCell/],
    ['cookbook', /Cookbook/],
  ] as const) {
    await shown.goto(addressOf('index.html'));
    await shown.click('#tsd-search-trigger');
    await shown.fill('#tsd-search-input', word);
    const first = shown.locator('#tsd-search-results li a').first();
    await first.waitFor({ timeout: 5000 }).catch(() => undefined);
    const found = (await first.count()) === 0 ? 'nothing' : await first.innerText();
    if (!title.test(found)) wrong.push(`search for ${word}: ${found}`);
  }
  await browser.close();
  server.close();
  console.log(`${looked.length} pages in a browser, at 1200 and 390 px; search`);
}

for (const line of wrong) console.error(line);
if (wrong.length > 0) {
  console.error(`${wrong.length} faults in ${relative(process.cwd(), site)}`);
  process.exit(1);
}
