// Text for a terminal of a given width: broken at spaces, never inside a word.

/** What stands before the first line and before the lines that follow it. */
export interface Indent {
  readonly first: string;
  readonly rest: string;
}

const NO_INDENT: Indent = { first: "", rest: "" };

/** Lines of at most `width` characters, each begun with its indent. A longer word keeps a line of its own. */
export function wrap(text: string, width: number, indent: Indent = NO_INDENT): string {
  const lines: string[] = [];
  let line = indent.first;
  let isEmpty = true;
  for (const word of text.trim().split(/\s+/)) {
    if (!isEmpty && line.length + 1 + word.length > width) {
      lines.push(line);
      line = indent.rest;
      isEmpty = true;
    }
    line += isEmpty ? word : ` ${word}`;
    isEmpty = false;
  }
  return [...lines, line].join("\n");
}
