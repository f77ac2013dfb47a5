// Walks through HTML tag by tag in one pass, however badly it is written. No tree is built and nothing is carried out.

import { htmlText } from "./html-text.js";

/** Elements whose content nobody sees. */
const UNSEEN = new Set(["script", "style", "title", "xml", "template", "noscript"]);
const ATTRIBUTES = {
  colspan: /\scolspan\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/i,
  rowspan: /\srowspan\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/i,
  value: /\s(?:x:num|sdval|data-v)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/i,
  style: /\sstyle\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/i,
};
const TAG_NAME = /^\/?([a-z][a-z0-9:]*)/i;
const LONGEST_TAG = 10_000;

export class HtmlTags {
  /** Text before the current tag, as a browser shows it; white space at its ends is kept as one blank. */
  text = "";
  /** Name of the current tag in small letters, with a slash before it where it closes. */
  name = "";

  private readonly source: string;
  private position = 0;
  private tag = "";

  constructor(source: string) {
    this.source = source;
  }

  /** Goes to the next tag; false at the end, where `text` is the rest. */
  next(): boolean {
    const { source } = this;
    let text = "";
    for (;;) {
      const open = source.indexOf("<", this.position);
      if (open < 0) {
        this.text = htmlText(text + source.slice(this.position));
        this.position = source.length;
        return false;
      }
      text += source.slice(this.position, open);
      const name = TAG_NAME.exec(source.slice(open + 1, open + 40))?.[0].toLowerCase();
      if (name !== undefined) {
        this.text = htmlText(text);
        this.take(name, open);
        return true;
      }
      this.position = this.behindOther(open);
      if (this.position === open + 1) text += "<";
    }
  }

  /** Value of an attribute of the current tag; undefined where it is not there. */
  attribute(name: keyof typeof ATTRIBUTES): string | undefined {
    const match = ATTRIBUTES[name].exec(this.tag);
    return match?.[1] ?? match?.[2] ?? match?.[3];
  }

  private take(name: string, open: number): void {
    const { source } = this;
    const end = endOfTag(source, open + 1);
    this.name = name;
    this.tag = source.slice(open, Math.min(end, open + LONGEST_TAG));
    this.position = end + 1;
    if (!UNSEEN.has(name) || source[end - 1] === "/") return;
    const closing = new RegExp(`</${name}`, "gi");
    closing.lastIndex = this.position;
    this.position = closing.exec(source)?.index ?? source.length;
  }

  /** Position behind a comment or declaration; behind a `<` that opens nothing. */
  private behindOther(open: number): number {
    const { source } = this;
    if (source.startsWith("<!--", open)) return behind(source, "-->", open + 4);
    const isDeclaration = source[open + 1] === "!" || source[open + 1] === "?";
    return isDeclaration ? behind(source, ">", open + 2) : open + 1;
  }
}

/** Position of the `>` that ends a tag; one inside quotes does not. */
function endOfTag(source: string, start: number): number {
  for (let position = start; position < source.length; position++) {
    const letter = source[position];
    if (letter === ">") return position;
    if (letter !== '"' && letter !== "'") continue;
    if (source[position - 1] !== "=" && source[position - 1] !== " ") continue;
    const closing = source.indexOf(letter, position + 1);
    if (closing < 0) return source.length;
    position = closing;
  }
  return source.length;
}

function behind(source: string, closing: string, from: number): number {
  const found = source.indexOf(closing, from);
  return found < 0 ? source.length : found + closing.length;
}
