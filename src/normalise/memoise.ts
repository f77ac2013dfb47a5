// Remembers what was worked out for a text, from one workbook to the next: headings, names and words repeat endlessly.

/** More texts than any cluster writes; beyond it the memory is not grown. */
const LIMIT = 50_000;

/**
 * `work` that looks a text up before it is worked out again; `work` must depend on nothing but the text. A full memory is
 * emptied where it was of use, and left as it is where hardly any text came twice: the names of a roster never do.
 */
export function memoise<T>(work: (text: string) => T): (text: string) => T {
  const known = new Map<string, { readonly result: T }>();
  let met = 0;
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) {
      met += 1;
      return before.result;
    }
    const result = work(text);
    if (known.size >= LIMIT && met >= LIMIT) {
      known.clear();
      met = 0;
    }
    if (known.size < LIMIT) known.set(text, { result });
    return result;
  };
}
