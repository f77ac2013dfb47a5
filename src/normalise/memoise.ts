// Remembers what was worked out for a text, from one workbook to the next: headings, names and words repeat endlessly.

/** More texts than any cluster writes; beyond it the memory is emptied rather than grown. */
const LIMIT = 50_000;

/** `work` that looks a text up before it is worked out again; `work` must depend on nothing but the text. */
export function memoise<T>(work: (text: string) => T): (text: string) => T {
  const known = new Map<string, { readonly result: T }>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before.result;
    const result = work(text);
    if (known.size >= LIMIT) known.clear();
    known.set(text, { result });
    return result;
  };
}
