import { type Covariance, covariance } from './covariance.ts';
import { levelShare } from './levelShare.ts';
import { ranks } from './ranks.ts';
import { type StandardRegression, standardRegression } from './regression.ts';
import { thinnedRows } from './thinnedRows.ts';

/** How an input moves the output. */
export interface InputSensitivity {
  readonly name: string;
  /** Range of a number. */
  readonly from?: number;
  readonly to?: number;
  /** Standardised regression coefficient; undefined for words and for what moves with others. */
  readonly coefficient?: number;
  /** The same of ranks. */
  readonly rankCoefficient?: number;
  /** Share of the variance that its levels explain alone; undefined without levels. */
  readonly share?: number;
}

/** How the inputs of a sweep move one of its outputs. */
export interface Sensitivity {
  /** Rows with a value. */
  readonly rows: number;
  /** Rows that the ranks are of. */
  readonly ranked: number;
  /** Share of the variance that a linear model explains, words as groups, and one of ranks. */
  readonly r2: number;
  readonly rankR2: number;
  /** Inputs that move, the strongest first. */
  readonly inputs: readonly InputSensitivity[];
}

/** Takes the rows of a sweep one after the other. */
export interface SensitivityStudy {
  add(inputs: readonly (number | string | null)[], output: number): void;
  result(): Sensitivity;
}

/** Ranks need all values at once: those of so many rows, spread evenly. */
const mostRanked = 16_384;
/** Words that count in the linear models, each as a group with a mean of its own. */
const mostWords = 24;

/**
 * Studies how the inputs of rows move an output, in memory that does not grow with the rows.
 *
 * @param names of the inputs
 * @param kinds whether each is a number or a word
 */
export function sensitivityStudy(
  names: readonly string[],
  kinds: readonly ('number' | 'text')[],
): SensitivityStudy {
  const numbers = names.flatMap((_, i) => (kinds[i] === 'number' ? [i] : []));
  const texts = names.flatMap((_, i) => (kinds[i] === 'text' ? [i] : []));
  // A word that has not come yet was 0 in all rows before: its place may be taken when it comes.
  const groups = new Map<string, number>();
  const groupPlaces = texts.length > 0 ? mostWords : 0;
  const variables = numbers.length + groupPlaces;
  const sums = covariance(variables + 1);
  const shares = names.map(() => levelShare());
  const kept = thinnedRows<readonly number[]>(mostRanked);
  return {
    add(inputs, output) {
      const row = numbers.map((i) => inputs[i] as number);
      for (let k = 0; k < groupPlaces; k++) row.push(0);
      row.push(output);
      if (!row.every(Number.isFinite)) return;
      for (const i of texts) {
        const word = `${i} ${inputs[i]}`;
        const place = groups.get(word) ?? groups.size;
        if (place >= groupPlaces) continue;
        groups.set(word, place);
        row[numbers.length + place] = 1;
      }
      sums.add(row);
      kept.add(row);
      names.forEach((_, i) => {
        shares[i]!.add(inputs[i]!, output);
      });
    },
    result() {
      const linear = standardRegression(sums, variables);
      const rows = kept.rows();
      const ranked = ofRanks(rows, variables);
      const inputs = names.map((name, i): InputSensitivity => {
        const place = numbers.indexOf(i);
        const share = shares[i]!.share();
        const shown = share === undefined ? {} : { share };
        if (place < 0 || sums.count === 0) return { name, ...shown };
        const [from, to] = sums.range(place);
        const coefficient = linear.coefficients[place];
        const rankCoefficient = ranked.coefficients[place];
        return {
          name,
          from,
          to,
          ...(coefficient === undefined ? {} : { coefficient }),
          ...(rankCoefficient === undefined ? {} : { rankCoefficient }),
          ...shown,
        };
      });
      const moving = inputs.filter(({ from, to }) => from === undefined || from !== to);
      return {
        rows: sums.count,
        ranked: rows.length,
        r2: linear.r2,
        rankR2: ranked.r2,
        inputs: moving.sort((a, b) => strength(b) - strength(a)),
      };
    },
  };
}

function ofRanks(rows: readonly (readonly number[])[], inputs: number): StandardRegression {
  const columns = Array.from({ length: inputs + 1 }, (_, c) => ranks(rows.map((row) => row[c]!)));
  const sums: Covariance = covariance(inputs + 1);
  rows.forEach((_, r) => {
    sums.add(columns.map((column) => column[r]!));
  });
  return standardRegression(sums, inputs);
}

function strength({ coefficient, share }: InputSensitivity): number {
  return Math.abs(coefficient ?? Math.sqrt(share ?? 0));
}
