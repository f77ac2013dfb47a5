// A sender's own workbook back, each fault marked at its cell and all of them listed on a sheet in front. Whatever is not
// named here stays as it was, byte for byte: charts, pictures, checks of input, macros, protection, page set-up.

import type { AnnotationPlan, CellNote } from "../../model/annotation.js";
import { groupBy } from "../../model/group-by.js";
import type { PlannedSheet } from "../../model/workbook-plan.js";
import { addRelationship, relationshipSpace } from "../../ooxml/add-relationship.js";
import { PackageDraft } from "../../ooxml/package-draft.js";
import { PackageFault } from "../../ooxml/package-fault.js";
import { readRelationships } from "../../ooxml/relationships.js";
import type { Splice } from "../../ooxml/xml-splice.js";
import { annotateSheet } from "./annotate-sheet.js";
import { NOTE_MARK } from "./note-text.js";
import { sheetXml } from "./sheet-xml.js";
import { StylePatch } from "./style-patch.js";
import { carriesReplies } from "./thread-replies.js";
import { addSheetInFront, type BookMap, type BookSheet, mapBook, showSheets } from "./workbook-part.js";

const SHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml";
const STYLES_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml";
const PLAIN_STYLES =
  '<fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="1"><xf xfId="0"/></cellXfs>';

/**
 * The annotated copy of an .xlsx or .xlsm package; undefined where the package cannot be changed safely (damaged, parts in
 * UTF-16), so that the list has to go out as a workbook of its own. `created` is the moment of the run, ISO text.
 */
export function annotateWorkbook(bytes: Uint8Array, plan: AnnotationPlan, created: string): Uint8Array | undefined {
  try {
    const draft = new PackageDraft(bytes);
    annotate(draft, plan, created);
    return draft.finish();
  } catch (fault) {
    if (fault instanceof PackageFault) return undefined;
    throw fault;
  }
}

function annotate(draft: PackageDraft, plan: AnnotationPlan, created: string): void {
  const book = mapBook(draft);
  const notes = groupBy(plan.notes, ({ sheet }) => sheet.normalize("NFC"));
  const list = book.sheets.find(({ name }) => plan.replaces.includes(name.normalize("NFC")));
  const worksheets = book.sheets.filter((sheet) => sheet.type === "worksheet" && sheet !== list);
  const notesOf = ({ name }: BookSheet): readonly CellNote[] => notes.get(name.normalize("NFC")) ?? [];
  const styles = new StylePatch(draft, stylesPart(draft, book));
  const persons = readRelationships(draft.source, book.name, draft.limits).find(
    ({ type }) => type === "person",
  )?.target;
  // A copy that comes back may carry marks anywhere, its list or not; a workbook seen for the first time only where notes go.
  const comesBack = list !== undefined || styles.hasMarks || worksheets.some((sheet) => carriesNotes(draft, sheet));
  const touched = worksheets.filter((sheet) => comesBack || notesOf(sheet).length > 0);
  const opening = list === undefined && opensOnList(draft, book, touched) ? "opens" : "waits";
  for (const sheet of touched) {
    if (sheet.part === undefined) continue;
    annotateSheet(draft, {
      name: sheet.part,
      notes: notesOf(sheet),
      styles,
      space: book.space,
      opening: opening === "opens" ? "yields" : "keeps",
      persons,
      created,
    });
  }
  const added = putList(draft, { book, list, plan, styles, opening });
  const faulty = new Set(worksheets.filter((sheet) => notesOf(sheet).length > 0).map(({ name }) => name));
  draft.change(book.name, [...added, ...showSheets(draft, book, faulty)]);
  styles.finish();
}

/** True where a comment of the sheet has a note of the program in it, whoever is its author by now, or a thread a reply. */
function carriesNotes(draft: PackageDraft, { part }: BookSheet): boolean {
  if (part === undefined) return false;
  if (carriesReplies(draft, part)) return true;
  return readRelationships(draft.source, part, draft.limits).some(
    ({ type, target }) => type === "comments" && target !== undefined && draft.read(target)?.includes(NOTE_MARK.trim()),
  );
}

interface ListPlace {
  readonly book: BookMap;
  /** The list of an earlier copy. */
  readonly list: BookSheet | undefined;
  readonly plan: AnnotationPlan;
  readonly styles: StylePatch;
  readonly opening: "opens" | "waits";
}

/** The list in its place; gives the changes to the workbook part that a new one needs. */
function putList(draft: PackageDraft, { book, list, plan, styles, opening }: ListPlace): readonly Splice[] {
  const wasOpen = list !== undefined && book.sheets.indexOf(list) === book.active;
  const setting = {
    styleOf: styles.look.bind(styles),
    space: book.space,
    opening: wasOpen ? "opens" : opening,
  } as const;
  if (list?.part !== undefined) {
    draft.put(list.part, sheetXml({ ...plan.list, name: list.name }, setting));
    return [];
  }
  const sheet: PlannedSheet = { ...plan.list, name: freeSheetName(plan.list.name, book) };
  const part = draft.freeName("xl/worksheets/sheet", ".xml");
  draft.put(part, sheetXml(sheet, setting));
  draft.addType(part, SHEET_TYPE);
  const link = addRelationship(draft, { from: book.name, to: part, type: "worksheet" });
  return addSheetInFront(draft, book, { name: sheet.name, link, space: relationshipSpace(draft), opening });
}

/**
 * True where the workbook may open on the list: no other sheet would stay selected beside it, in which case Excel would
 * type into both. A sheet that is not touched keeps all its bytes, its selection too.
 */
function opensOnList(draft: PackageDraft, { sheets, active }: BookMap, touched: readonly BookSheet[]): boolean {
  const open = sheets[active];
  if (open === undefined || !touched.includes(open)) return false;
  const others = sheets.filter((sheet) => !touched.includes(sheet) && sheet.part !== undefined);
  return others.every(
    ({ part = "" }) => !/\stabSelected="(?:1|true)"/.test(draft.read(part)?.toString("latin1") ?? ""),
  );
}

function freeSheetName(name: string, { sheets }: BookMap): string {
  const taken = new Set(sheets.map((sheet) => sheet.name.normalize("NFC").toLowerCase()));
  for (let number = 1; ; number += 1) {
    const candidate = number === 1 ? name : `${name} (${number})`;
    if (!taken.has(candidate.toLowerCase())) return candidate;
  }
}

/** Name of the part of formats, which is made where the workbook has none. */
function stylesPart(draft: PackageDraft, { name, space }: BookMap): string {
  const stored = readRelationships(draft.source, name, draft.limits).find(({ type }) => type === "styles")?.target;
  if (stored !== undefined && draft.has(stored)) return stored;
  const part = draft.freeName("xl/styles", ".xml");
  draft.put(part, `<?xml version="1.0" encoding="UTF-8"?>\n<styleSheet xmlns="${space}">${PLAIN_STYLES}</styleSheet>`);
  draft.addType(part, STYLES_TYPE);
  addRelationship(draft, { from: name, to: part, type: "styles" });
  return part;
}
