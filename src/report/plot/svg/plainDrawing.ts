import type { PlotElement } from './plotDocument.ts';
import { thinPath } from './thinPath.ts';

/** The drawing without the style sheet and the marks of Plot, which other programs do not read. */
export function plainDrawing(drawing: PlotElement): PlotElement {
  for (const child of Array.from(drawing.children)) {
    if (child.tagName.toLowerCase() === 'style') child.remove();
  }
  for (const name of ['class', 'style', 'font-family', 'font-size']) drawing.removeAttribute(name);
  round(drawing);
  return drawing;
}

/** Attributes that hold lengths. */
const lengths = 'd transform x y x1 x2 y1 y2 cx cy width height viewBox'.split(' ');

/** Lengths to a tenth of a px, and no more points than needed: what no eye sees makes files long. */
function round(drawing: PlotElement): void {
  for (const name of lengths) {
    const value = drawing.getAttribute(name);
    if (value === null || !value.includes('.')) continue;
    const short = value.replace(/-?\d+\.\d{2,}/g, (number) =>
      String(Number(Number(number).toFixed(1))),
    );
    drawing.setAttribute(name, name === 'd' ? thinPath(short) : short);
  }
  for (const child of Array.from(drawing.children)) round(child);
}
