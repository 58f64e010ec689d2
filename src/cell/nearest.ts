/**
 * The word nearest to a mistyped one, or undefined when none is near: at most a third of the
 * letters differ (two for short words), counted as insertions, deletions, changes and swaps.
 *
 * @param word as typed
 * @param candidates words that would have been right
 * @example nearest('tickness', ['thickness', 'texture']) // 'thickness'
 */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  const typed = word.toLowerCase();
  let best: string | undefined;
  let bestDistance = Math.max(2, Math.floor(typed.length / 3)) + 1;
  for (const candidate of candidates) {
    const right = candidate.toLowerCase();
    const d = right.startsWith(typed) && typed.length >= 3 ? 1 : editDistance(typed, right);
    if (d < bestDistance && d < Math.max(typed.length, right.length)) {
      best = candidate;
      bestDistance = d;
    }
  }
  return best;
}

/** Sentence part ` (did you mean "x"?)`, or nothing. */
export function didYouMean(word: string, candidates: Iterable<string>): string {
  const near = nearest(word, candidates);
  return near === undefined ? '' : `; did you mean "${near}"?`;
}

/**
 * Damerau-Levenshtein distance (optimal string alignment).
 *
 * @see F. J. Damerau, Commun. ACM 7, 171 (1964), doi:10.1145/363958.363994
 * @example editDistance('baseline', 'basline') // 1
 */
export function editDistance(a: string, b: string): number {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = a[i - 1] === b[j - 1] ? 0 : 1;
      let d = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + change);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        d = Math.min(d, before[j - 2]! + 1);
      }
      row.push(d);
    }
    before = last;
    last = row;
  }
  return last[b.length]!;
}
