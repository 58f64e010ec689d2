import { sameNumbers } from './sameNumbers.ts';

/**
 * A function that remembers its last answers, found again by all numbers of the question.
 *
 * @param kept number of answers; those that were not asked for the longest go first
 * @param keyOf a short form of a question, equal for equal ones and different for most others
 * @param make the answer to a question: a pure function
 * @example rememberedLast(64, ({ thickness }) => `${thickness}`, solve)
 */
export function rememberedLast<Question, Answer>(
  kept: number,
  keyOf: (question: Question) => string,
  make: (question: Question) => Answer,
): (question: Question) => Answer {
  interface Entry {
    readonly question: Question;
    readonly answer: Answer;
  }
  // A map keeps the order in which its keys came: the first is the one to go.
  const known = new Map<string, readonly Entry[]>();
  let count = 0;
  return (question) => {
    const key = keyOf(question);
    const alike = known.get(key) ?? [];
    const found = alike.find((entry) => sameNumbers(entry.question, question));
    const entry = found ?? { question, answer: make(question) };
    known.delete(key);
    known.set(key, found ? alike : [entry, ...alike]);
    if (found === undefined && ++count > kept) {
      const [oldest, entries] = known.entries().next().value!;
      known.delete(oldest);
      count -= entries.length;
    }
    return entry.answer;
  };
}
