import type { PlotDocument } from '../report/plot/svg/plotDocument.ts';

/** A document to draw in, where there is no browser. */
export async function svgDocument(): Promise<PlotDocument> {
  const { parseHTML } = await import('linkedom/worker');
  const { document } = parseHTML('<!doctype html><html><body></body></html>');
  return document as unknown as PlotDocument;
}
