// The conversations of a sheet (Excel 365): a note becomes the last reply in the thread of its cell, where a comment of the
// old kind would not be seen. Replies of an earlier copy give way; what people wrote stays.

import { addressText, type CellAddress } from "../../model/cell-address.js";
import { groupBy } from "../../model/group-by.js";
import { crc32 } from "../../ooxml/crc32.js";
import type { PackageDraft } from "../../ooxml/package-draft.js";
import { readRelationships } from "../../ooxml/relationships.js";
import { escapeText } from "../../ooxml/splice-text.js";
import { type Attributes, element } from "../../ooxml/xml-element.js";
import { type ElementSpan, findElements } from "../../ooxml/xml-elements.js";
import { prefixOf, type Splice } from "../../ooxml/xml-splice.js";
import { safeText } from "../safe-text.js";
import { NOTE_AUTHOR } from "./note-text.js";

const WANTED = { elements: ["threadedComment"], attributes: ["ref", "personId", "id", "parentId"] };
/** The program among the persons of a workbook; replies of an earlier copy are known by it. */
const OWN_PERSON = "{5B1C07E4-3D0A-4E51-9A57-6B6875796E68}";

export interface ThreadNotes {
  /** Name of the sheet's part. */
  readonly name: string;
  readonly notes: readonly { readonly cell: CellAddress; readonly text: string }[];
  /** Name of the part of persons; without one nobody can reply. */
  readonly persons: string | undefined;
  /** Moment of the replies, ISO text. */
  readonly created: string;
}

/** True where the sheet's conversations hold a reply of the program. */
export function carriesReplies(draft: PackageDraft, sheet: string): boolean {
  const part = conversations(draft, sheet);
  return part !== undefined && draft.read(part)?.includes(OWN_PERSON) === true;
}

/** Replies with the notes in the threads of their cells; a cell without a thread is left to the comments. */
export function putReplies(draft: PackageDraft, { name, notes, persons, created }: ThreadNotes): void {
  const stored = conversations(draft, name);
  const part = stored === undefined ? undefined : draft.read(stored);
  if (stored === undefined || part === undefined || persons === undefined || !draft.has(persons)) return;
  const said = findElements(part, WANTED, draft.limits);
  const threads = groupBy(said, (comment) => attributeOf(comment, "ref"));
  const moment = new Date(created).toISOString().slice(0, -2); // as Excel: UTC, hundredths of a second, no zone
  const replies = notes.flatMap(({ cell, text }): readonly Splice[] => {
    const ref = addressText(cell);
    const thread = threads.get(ref) ?? [];
    const first = thread.find(
      (comment) => attributeOf(comment, "parentId") === "" && attributeOf(comment, "id") !== "",
    );
    const place = thread.at(-1)?.end;
    if (first === undefined || place === undefined) return [];
    const parent = attributeOf(first, "id");
    const id = identifier([text, name, ref, parent]);
    const xml = replyXml({ ref, dT: moment, personId: OWN_PERSON, id, parentId: parent }, text, prefixOf(part, first));
    return [{ start: place, end: place, text: xml }];
  });
  const gone = said.filter(isOwn).map(({ start, end }): Splice => ({ start, end, text: "" }));
  draft.change(stored, [...replies, ...gone]);
  if (replies.length > 0) introduce(draft, persons);
}

function conversations(draft: PackageDraft, sheet: string): string | undefined {
  return readRelationships(draft.source, sheet, draft.limits).find(({ type }) => type === "threadedComment")?.target;
}

function attributeOf({ attributes }: ElementSpan, name: string): string {
  return attributes.get(name)?.text ?? "";
}

function isOwn(comment: ElementSpan): boolean {
  return attributeOf(comment, "personId") === OWN_PERSON;
}

function replyXml(attributes: Attributes, text: string, prefix: string): string {
  const said = element(`${prefix}text`, {}, [escapeText(safeText(text))]);
  return element(`${prefix}threadedComment`, attributes, [said]);
}

/** The same for the same reply of the same thread, so that the same copy comes out again byte for byte. */
function identifier(told: readonly [string, string, string, string]): string {
  const digits = told.map((word) => crc32(Buffer.from(word, "utf8")).toString(16).padStart(8, "0")).join("");
  return `{${digits.replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-").toUpperCase()}}`;
}

/** The program among those who may speak, once. */
function introduce(draft: PackageDraft, persons: string): void {
  const known = findElements(draft.need(persons), { elements: ["person"], attributes: ["id"] }, draft.limits);
  if (known.some((person) => attributeOf(person, "id") === OWN_PERSON)) return;
  const own = { displayName: NOTE_AUTHOR, id: OWN_PERSON, userId: NOTE_AUTHOR, providerId: "None" };
  draft.appendToRoot(persons, "personList", (prefix) => element(`${prefix}person`, own));
}
