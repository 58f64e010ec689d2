import { UsageError } from '../src/cell/errors.ts';
import { textOption } from './textOption.ts';

/** Where the shape of each hour's light comes from. */
export const spectralOption = textOption(
  'spectral',
  'Shape of the light by the hour: none, as --spectrum; clear-sky, as without clouds [default: none]',
  { choices: ['none', 'clear-sky'] },
);

/**
 * Refuses the shape of a cloudless sky for cells that are rated in other light: factors are over
 * AM1.5G.
 */
export function refuseOtherRating(args: {
  readonly spectral?: 'none' | 'clear-sky';
  readonly spectrum?: string;
}): void {
  const { spectral, spectrum = 'am1.5g' } = args;
  if (spectral !== 'clear-sky' || /^am1\.5g$/i.test(spectrum)) return;
  throw new UsageError(
    `--spectral clear-sky is for cells rated in am1.5g, not --spectrum ${spectrum}`,
  );
}
