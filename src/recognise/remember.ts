// Answers about texts, kept from one workbook to the next: sheets of a collection say the same few thousand texts.

/** `ask`, asked once per text; after `kept` different texts it forgets all and begins anew, so memory stays bounded. */
export function remember<T extends object | string>(ask: (text: string) => T, kept: number): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const answer = known.get(text);
    if (answer !== undefined) return answer;
    const fresh = ask(text);
    if (known.size >= kept) known.clear();
    known.set(text, fresh);
    return fresh;
  };
}
