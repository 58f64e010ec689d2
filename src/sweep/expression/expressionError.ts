/** What is wrong with an expression, as a clause for a sentence. */
export class ExpressionError extends Error {
  override readonly name = 'ExpressionError';
}
