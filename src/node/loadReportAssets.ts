import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { dataFolder } from './dataFolder.ts';

/** Style sheet and script of a report, which go into its page. */
export async function loadReportAssets(): Promise<{ style: string; script: string }> {
  const [style, script] = await Promise.all(
    ['report.css', 'report.js'].map((file) => readFile(join(dataFolder(), 'report', file), 'utf8')),
  );
  return { style: style!, script: script! };
}
