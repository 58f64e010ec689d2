/**
 * Something the user asked for that cannot be: an unknown name, a wrong option, a value out of
 * bounds. The message is one line that says what was found and what is allowed.
 */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
