// Paragraphs of a part of a document, a drawing or a chart: text in pieces, whatever else stands between them.

import { groupBy } from "../../model/group-by.js";
import type { Limits } from "../../ooxml/limits.js";
import { escapeText } from "../../ooxml/splice-text.js";
import { type ElementSpan, findElements } from "../../ooxml/xml-elements.js";
import type { Splice } from "../../ooxml/xml-splice.js";
import { unescapedText } from "../../ooxml/xml-text.js";
import { fillPieces } from "./fill-pieces.js";

export interface Paragraph {
  readonly pieces: readonly ElementSpan[];
  readonly texts: readonly string[];
  /** The table row it stands in. */
  readonly row: ElementSpan | undefined;
}

/** Every paragraph that has text, in the order in which they begin. */
export function paragraphsOf(part: Buffer, limits: Limits): readonly Paragraph[] {
  if (!part.includes("{")) return [];
  const elements = findElements(part, { elements: ["tr", "p", "t"], attributes: [] }, limits);
  const pieces = groupBy(
    elements.filter(({ name, inside }) => name === "t" && inside?.name === "p"),
    ({ inside }) => inside,
  );
  return [...pieces].map(([paragraph, spans]) => ({
    pieces: spans,
    texts: spans.map((span) => textOf(part, span)),
    row: rowOf(paragraph),
  }));
}

/** The text of a leaf. */
export function textOf(part: Buffer, { contentStart, contentEnd }: ElementSpan): string {
  return unescapedText(part.toString("utf8", contentStart, contentEnd));
}

/** Another text in a leaf; no change where it is the same. */
export function textChange(
  { contentStart, contentEnd }: ElementSpan,
  before: string,
  after: string,
): readonly Splice[] {
  return before === after ? [] : [{ start: contentStart, end: contentEnd, text: escapeText(after) }];
}

function rowOf(element: ElementSpan | undefined): ElementSpan | undefined {
  for (let above = element?.inside; above !== undefined; above = above.inside) if (above.name === "tr") return above;
  return undefined;
}

/** The changes that put values into a text in pieces; none where it has no codes. */
export function filledPieces(
  part: Buffer,
  { pieces, texts }: Pick<Paragraph, "pieces" | "texts">,
  valueFor: (code: string) => string,
): readonly Splice[] {
  const filled = fillPieces(texts, valueFor);
  return pieces.flatMap((piece, index) => {
    const text = filled[index] ?? "";
    return text === texts[index] ? [] : [pieceWith(part, piece, text)];
  });
}

/** Spaces at either end are kept only where the element says so. */
function pieceWith(part: Buffer, { start, contentStart, end }: ElementSpan, text: string): Splice {
  const open = part.toString("utf8", start, contentStart);
  const name = /^<([^\s/>]+)/.exec(open)?.[1] ?? "t";
  const keeps = open.includes("xml:space") || text === text.trim();
  const tag = keeps ? open : open.replace(/>$/, ' xml:space="preserve">');
  return { start, end, text: `${tag}${escapeText(text)}</${name}>` };
}

/** Bytes start … end of a part with the changes among them. */
export function stretchWith(part: Buffer, { start, end }: Pick<Splice, "start" | "end">, splices: readonly Splice[]) {
  let text = "";
  let position = start;
  for (const splice of [...splices].sort((a, b) => a.start - b.start)) {
    text += part.toString("utf8", position, splice.start) + splice.text;
    position = splice.end;
  }
  return text + part.toString("utf8", position, end);
}
