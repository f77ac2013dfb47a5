// Changes to the text of an XML part, carried out together: what no change names stays as it was.

/** Characters start … end give way to `text`. */
export interface TextSplice {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The text after all changes, which must not overlap. */
export function spliceText(whole: string, splices: readonly TextSplice[]): string {
  const pieces: string[] = [];
  let from = 0;
  for (const { start, end, text } of [...splices].sort((a, b) => a.start - b.start)) {
    if (start < from) throw new Error(`changes overlap at character ${start}`);
    pieces.push(whole.slice(from, start), text);
    from = end;
  }
  pieces.push(whole.slice(from));
  return pieces.join("");
}

const ESCAPED = /[&<>"]/;

/** Text for the inside of an element or an attribute. */
export function escapeText(text: string): string {
  if (!ESCAPED.test(text)) return text;
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}
