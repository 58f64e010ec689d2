import { axisTitle, type HeatPanel } from '../figure.ts';
import { tickText } from '../ticks.ts';
import type { TextOptions } from './textOptions.ts';

/** From dark blue to yellow, the same order of brightness to all eyes (near to cividis). */
const ramp = [17, 18, 24, 60, 66, 102, 108, 144, 179, 221, 227];
/** From here on letters on the colour are dark. */
const bright = 0.5;
const shades = ['·', '░', '▒', '▓', '█'];

/** Draws a matrix: its values on their colours where they fit, else shades. */
export function heatText(panel: HeatPanel, { width, height, color }: TextOptions): string[] {
  const sorted = (key: 'x' | 'y') =>
    [...new Set(panel.cells.map((cell) => cell[key]))].sort((a, b) => a - b);
  const [xs, ys] = [sorted('x'), sorted('y').reverse()];
  const values = panel.cells.map(({ value }) => value);
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const share = (value: number) => (high > low ? (value - low) / (high - low) : 0.5);
  const head = Math.max(...ys.map((y) => [...tickText(y)].length)) + 1;
  const wide = Math.max(
    ...values.map((value) => value.toFixed(panel.digits).length),
    ...xs.map((x) => [...tickText(x)].length),
  );
  const fits = head + xs.length * (wide + 2) <= width;
  const size = fits ? wide + 2 : Math.max(1, Math.floor((width - head) / xs.length));
  const everyRow = Math.max(1, Math.ceil(ys.length / Math.max(4, height - 4)));
  const at = new Map(panel.cells.map((cell) => [`${cell.x} ${cell.y}`, cell.value]));
  const rows = ys
    .filter((_, k) => k % everyRow === 0)
    .map((y) => {
      const cells = xs.map((x) => {
        const value = at.get(`${x} ${y}`);
        if (value === undefined) return ' '.repeat(size);
        const text = fits ? ` ${value.toFixed(panel.digits)} `.padStart(size) : ' '.repeat(size);
        if (color) return onColour(text, share(value));
        return fits ? text : shades[Math.round(share(value) * 4)]!.repeat(size);
      });
      return `${tickText(y).padStart(head - 1)} ${cells.join('')}`.trimEnd();
    });
  const every = Math.max(1, Math.ceil((wide + 1) / size));
  const axis = xs
    .map((x, k) => (k % every === 0 ? tickText(x).padStart(size * Math.min(every, 1)) : ''))
    .join(fits ? '' : ' ');
  const what = axisTitle(panel.value);
  const range = `${low.toFixed(panel.digits)} to ${high.toFixed(panel.digits)}`;
  const scale = panel.title === what ? range : `${what} ${range}`;
  const ends = `${tickText(xs[0]!)} to ${tickText(xs[xs.length - 1]!)}`;
  return [
    `${axisTitle(panel.y)}; ${scale}`,
    ...rows,
    fits ? `${' '.repeat(head)}${axis}` : `${' '.repeat(head)}${ends}`,
    `${' '.repeat(head)}${axisTitle(panel.x)}`,
  ];
}

function onColour(text: string, share: number): string {
  const ground = ramp[Math.min(ramp.length - 1, Math.floor(share * ramp.length))]!;
  const ink = share > bright ? 16 : 231;
  return `\u001b[48;5;${ground}m\u001b[38;5;${ink}m${text}\u001b[39m\u001b[49m`;
}
