// An office's own Word document: codes in its text, tables, text boxes, page heads and feet, and chart titles.

import { codesIn, isRepeatMark } from "../../model/form-code.js";
import { groupBy } from "../../model/group-by.js";
import type { Filling, FormFault, OwnForm, PlacedCode } from "../../model/own-form.js";
import type { Limits } from "../../ooxml/limits.js";
import { PackageDraft } from "../../ooxml/package-draft.js";
import type { ElementSpan } from "../../ooxml/xml-elements.js";
import type { Splice } from "../../ooxml/xml-splice.js";
import { filledPieces, type Paragraph, paragraphsOf, stretchWith } from "./paragraphs.js";

const PARTS = /^word\/(?:(?:document|header|footer|footnotes|endnotes)\d*|charts\/chart\d*)\.xml$/i;
/** So much of a paragraph is shown to say where a code stands. */
const SHOWN = 60;
/** Marks that a document may hold only once; a repeated row keeps them in its first copy. */
const UNIQUE = / w14:(?:paraId|textId)="[^"]*"|<w:bookmark(?:Start|End)\b[^>]*\/>/g;

/** The document with its codes. Faults: damaged, too large. */
export function openDocumentForm(bytes: Uint8Array): OwnForm {
  const draft = new PackageDraft(bytes);
  const parts = draft.names
    .filter((name) => PARTS.test(name))
    .map((name) => ({ name, paragraphs: paragraphsOf(draft.need(name), draft.limits) }));
  const all = parts.flatMap(({ paragraphs }) => describe(paragraphs));
  return {
    kind: "docx",
    codes: all.flatMap(({ codes }) => codes),
    faults: all.flatMap(({ faults }) => faults),
    places: () => [],
    fill: (filling) => {
      for (const { name, paragraphs } of parts) fillPart(draft, { name, paragraphs }, filling);
      return draft.finish();
    },
  };
}

interface Described {
  readonly codes: readonly PlacedCode[];
  readonly faults: readonly FormFault[];
}

function describe(paragraphs: readonly Paragraph[]): readonly Described[] {
  const repeated = repeatedRows(paragraphs);
  return paragraphs.map(({ texts, row }) => {
    const text = texts.join("");
    const { codes, isOpen } = codesIn(text);
    const shown = text.trim().length > SHOWN ? `${text.trim().slice(0, SHOWN)}…` : text.trim();
    const place = `đoạn «${shown}»`;
    return {
      codes: codes.map((code) => ({ text: code.text, place, isRepeated: row !== undefined && repeated.has(row) })),
      faults: isOpen ? [{ place, why: "mở ngoặc «{{» mà không đóng «}}», hoặc ngược lại" }] : [],
    };
  });
}

function repeatedRows(paragraphs: readonly Paragraph[]): ReadonlySet<ElementSpan> {
  return new Set(
    paragraphs.flatMap(({ texts, row }) => {
      const isMarked = codesIn(texts.join("")).codes.some(({ text }) => isRepeatMark(text));
      return isMarked && row !== undefined ? [row] : [];
    }),
  );
}

interface TextPart {
  readonly name: string;
  readonly paragraphs: readonly Paragraph[];
}

function fillPart(draft: PackageDraft, { name, paragraphs }: TextPart, filling: Filling): void {
  const part = draft.need(name);
  const repeated = repeatedRows(paragraphs);
  const byRow = groupBy(paragraphs, ({ row }) => (row !== undefined && repeated.has(row) ? row : undefined));
  const splices = [...byRow].flatMap(([row, inRow]): readonly Splice[] => {
    if (row === undefined) return filledParagraphs(part, inRow, (code) => filling.value(code, undefined).text);
    return [{ start: row.start, end: row.end, text: copiesOf(part, { row, inRow }, filling) }];
  });
  draft.change(name, splices);
}

function copiesOf(
  part: Buffer,
  { row, inRow }: { readonly row: ElementSpan; readonly inRow: readonly Paragraph[] },
  filling: Filling,
): string {
  const copies = Array.from({ length: filling.rows }, (_, index) => {
    const filled = filledParagraphs(part, inRow, (code) => filling.value(code, index).text);
    const copy = stretchWith(part, row, filled);
    return index === 0 ? copy : copy.replace(UNIQUE, "");
  });
  return copies.join("");
}

function filledParagraphs(
  part: Buffer,
  paragraphs: readonly Paragraph[],
  valueFor: (code: string) => string,
): readonly Splice[] {
  return paragraphs.flatMap((paragraph) => filledPieces(part, paragraph, valueFor));
}

/** Charts, text boxes and the like of any package: their paragraphs, filled in place. */
export function fillParagraphs(draft: PackageDraft, name: string, filling: Filling): void {
  fillPart(draft, { name, paragraphs: paragraphsOf(draft.need(name), draft.limits) }, filling);
}

/** The codes and faults of such a part. */
export function codesOfParagraphs(part: Buffer, limits: Limits): Described {
  const all = describe(paragraphsOf(part, limits));
  return { codes: all.flatMap(({ codes }) => codes), faults: all.flatMap(({ faults }) => faults) };
}
