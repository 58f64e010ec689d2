import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { dataFolder } from './dataFolder.ts';

/** Dots for each px of the drawing: sharp on paper and on dense screens. */
const density = 2;

/** The faces of the figures: text is drawn with them on every machine, whatever it has. */
const faces = ['inter-regular.ttf', 'inter-semibold.ttf'];

/** The module is set up once a process. */
let ready: Promise<unknown> | undefined;

/**
 * Renders an SVG picture as PNG, with the type that ships.
 *
 * @param svg text of the file
 * @returns bytes of the PNG, twice as wide as the drawing
 */
export async function renderPng(svg: string): Promise<Uint8Array> {
  const { initWasm, Resvg } = await import('@resvg/resvg-wasm');
  ready ??= initWasm(
    readFile(createRequire(import.meta.url).resolve('@resvg/resvg-wasm/index_bg.wasm')),
  );
  const fonts = faces.map((face) => readFile(join(dataFolder(), 'fonts', face)));
  const [fontBuffers] = await Promise.all([Promise.all(fonts), ready]);
  const renderer = new Resvg(svg, {
    fitTo: { mode: 'zoom', value: density },
    font: { fontBuffers, defaultFontFamily: 'Inter', sansSerifFamily: 'Inter' },
  });
  const image = renderer.render();
  const png = image.asPng();
  image.free();
  renderer.free();
  return png;
}
