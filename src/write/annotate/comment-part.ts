// The comments of one sheet: notes are joined to what others wrote there, notes of an earlier copy give way.

import { addressText } from "../../model/cell-address.js";
import { groupBy } from "../../model/group-by.js";
import type { Limits } from "../../ooxml/limits.js";
import { only } from "../../ooxml/package-draft.js";
import { type ElementSpan, findElements } from "../../ooxml/xml-elements.js";
import { appended, elementXml, prefixOf, type Splice, spliced } from "../../ooxml/xml-splice.js";
import { unescapedText } from "../../ooxml/xml-text.js";
import type { NoteBox } from "./comment-shapes.js";
import { NOTE_AUTHOR, NOTE_MARK, noteRuns } from "./note-text.js";

const WANTED = {
  elements: ["comments", "authors", "author", "commentList", "comment", "text", "r", "t"],
  attributes: ["ref", "authorId"],
};
/** Excel's own author of the stand-in for a threaded conversation, whose text nobody sees. */
const THREAD_AUTHOR = /^tc=\{/;

/** An empty part of comments. */
export function emptyComments(space: string): string {
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<comments xmlns="${space}"><authors><author>${NOTE_AUTHOR}</author></authors><commentList/></comments>`;
}

export interface CommentsAfter {
  readonly part: Buffer;
  /** Cells that had no comment and have one now; cells whose comment is gone. */
  readonly come: readonly NoteBox[];
  readonly gone: ReadonlySet<string>;
}

/** The part with these notes and without those of an earlier copy. `notes` are one for each cell. */
export function withNotes(part: Buffer, notes: readonly NoteBox[], limits: Limits): CommentsAfter {
  const elements = findElements(part, WANTED, limits);
  const named = (name: string) => elements.filter((one) => one.name === name);
  const authors = named("author").map((one) => unescapedText(part.toString("utf8", one.contentStart, one.contentEnd)));
  const list = only(named("commentList"));
  const prefix = prefixOf(part, list);
  const wanted = new Map(notes.map((note) => [addressText(note.cell), note]));
  const children = groupBy(elements, (one) => one.inside);
  const splices: Splice[] = [];
  const gone = new Set<string>();
  for (const comment of named("comment")) {
    const ref = comment.attributes.get("ref")?.text ?? "";
    const isThread = THREAD_AUTHOR.test(authors[Number(comment.attributes.get("authorId")?.text)] ?? "");
    const text = children.get(comment)?.find((one) => one.name === "text");
    const note = wanted.get(ref);
    wanted.delete(ref);
    if (isThread || text === undefined) continue;
    const own = ownStart(part, text, children);
    if (own?.isAll === true && own.added === "" && note === undefined) {
      gone.add(ref);
      splices.push({ start: comment.start, end: comment.end, text: "" });
    } else splices.push(...joined(part, { text, own, note, children, prefix }));
  }
  const author = authors.indexOf(NOTE_AUTHOR);
  if (wanted.size > 0 && author < 0) {
    splices.push(appended(part, only(named("authors")), `<${prefix}author>${NOTE_AUTHOR}</${prefix}author>`));
  }
  const added = [...wanted.values()].map((note) => commentXml(note, author < 0 ? authors.length : author, prefix));
  if (added.length > 0) splices.push(appended(part, list, added.join("")));
  return { part: spliced(part, splices), come: [...wanted.values()], gone };
}

type Children = ReadonlyMap<ElementSpan | undefined, readonly ElementSpan[]>;

/** Where the program's note begins inside a comment's text, and whether it is all of it. */
interface OwnStart {
  readonly start: number;
  /** What has to be closed behind the cut: the run whose text is cut in the middle. */
  readonly closing: string;
  readonly isAll: boolean;
  /** What somebody wrote behind the note, as XML text. */
  readonly added: string;
}

/** Every note ends with the code of a finding; what stands behind the last one was added by hand. */
const NOTE_END = /^[\s\S]*\[V-[A-Z]\d+\]/;

function ownStart(part: Buffer, text: ElementSpan, children: Children): OwnStart | undefined {
  const pieces = (children.get(text) ?? []).flatMap((piece) => {
    const letters = piece.name === "r" ? children.get(piece)?.find((one) => one.name === "t") : piece;
    if (letters === undefined) return [];
    return [{ piece, letters, xml: part.toString("utf8", letters.contentStart, letters.contentEnd) }];
  });
  const first = pieces.findIndex(({ xml }) => xml.includes(NOTE_MARK.trim()));
  const cut = pieces[first];
  if (cut === undefined) return undefined;
  const before = pieces.slice(0, first).map(({ xml }) => xml);
  const kept = cut.xml.slice(0, cut.xml.indexOf(NOTE_MARK.trim())).trimEnd();
  const note = pieces
    .slice(first)
    .map(({ xml }) => xml)
    .join("")
    .slice(kept.length);
  const added = NOTE_END.test(note) ? note.replace(NOTE_END, "").trim() : "";
  const { piece, letters } = cut;
  if (kept === "") return { start: piece.start, closing: "", isAll: before.join("").trim() === "", added };
  const start = letters.contentStart + Buffer.byteLength(kept, "utf8");
  return { start, closing: part.toString("utf8", letters.contentEnd, piece.end), isAll: false, added };
}

interface Joining {
  readonly text: ElementSpan;
  readonly own: OwnStart | undefined;
  readonly note: NoteBox | undefined;
  readonly children: Children;
  readonly prefix: string;
}

/** The program's part of a comment is cut off, and the new note, if there is one, is put behind what others wrote. */
function joined(part: Buffer, { text, own, note, children, prefix }: Joining): readonly Splice[] {
  const isAlone = own?.isAll === true && own.added === "";
  const runs = note === undefined ? "" : noteRuns(note.text, isAlone ? "alone" : "joins", prefix);
  if (own !== undefined) {
    const added = own.added === "" ? "" : addedRun(own, prefix);
    return [{ start: own.start, end: text.contentEnd, text: own.closing + added + runs }];
  }
  if (note === undefined) return [];
  const plain = (children.get(text) ?? []).filter((one) => one.name === "t");
  const asRuns = plain.map((one) => ({
    start: one.start,
    end: one.end,
    text: `<${prefix}r>${elementXml(part, one)}</${prefix}r>`,
  }));
  return [...asRuns, appended(part, text, runs)];
}

/** What was added to a note stays, on a line of its own. */
function addedRun({ added, isAll }: OwnStart, prefix: string): string {
  const start = isAll ? "" : "\n\n";
  return `<${prefix}r><${prefix}t xml:space="preserve">${start}${added}</${prefix}t></${prefix}r>`;
}

function commentXml({ cell, text }: NoteBox, author: number, prefix: string): string {
  const runs = noteRuns(text, "alone", prefix);
  return `<${prefix}comment ref="${addressText(cell)}" authorId="${author}"><${prefix}text>${runs}</${prefix}text></${prefix}comment>`;
}
