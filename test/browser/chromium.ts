import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** Chromium as the system has it, or as CHROMIUM names it. */
function chromiumPath(): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter);
  const found = folders.flatMap((folder) => names.map((name) => join(folder, name)));
  return process.env.CHROMIUM ?? found.find((path) => existsSync(path));
}

export const hasChromium = chromiumPath() !== undefined;

if (!hasChromium) {
  process.stderr.write(
    '\nSKIPPED: the tests in a browser, for there is no Chromium here (apt-get install chromium, or CHROMIUM=/path/to/it)\n\n',
  );
}

/** A browser without a window. */
export function launchChromium(): Promise<Browser> {
  // Its sandbox does not work for root, as whom containers run; only our own pages are opened.
  const asRoot = process.getuid?.() === 0;
  return chromium.launch({
    executablePath: chromiumPath()!,
    args: asRoot ? ['--no-sandbox'] : [],
  });
}
