import { mergeParts } from '../src/node/sweep/mergeParts.ts';
import { tell } from './talk.ts';

/** Arguments of `solarcell merge`. */
export interface MergeArguments {
  readonly parts: string[];
  readonly output: string;
}

/** Merges and says what was written. */
export async function runMerge({ parts, output }: MergeArguments): Promise<void> {
  const { rows, failed } = await mergeParts(parts, output);
  const lost = failed > 0 ? `, ${failed} of them failed` : '';
  tell(`wrote ${output}: ${rows} rows of ${parts.length} parts${lost}`);
}
