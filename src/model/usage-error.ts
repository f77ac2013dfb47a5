// What stops a run before it starts: a wrong option, a missing path, a wrong declaration. Exit code 2.

export class UsageError extends Error {
  /** Short stable word for tests and machines: `declaration`, `missing-path`, … */
  readonly code: string;
  /** What to do about it, one Vietnamese sentence. */
  readonly hint: string;

  constructor(code: string, message: string, hint: string) {
    super(message);
    this.code = code;
    this.hint = hint;
  }
}
