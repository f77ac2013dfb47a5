// An office's own workbook: codes in its cells, page heads and feet, text boxes and chart titles. Whatever carries no code
// and points at no row that moves stays as it was, byte for byte.

import type { Filling, FormFault, OwnForm } from "../../model/own-form.js";
import { PackageDraft } from "../../ooxml/package-draft.js";
import { readRelationships } from "../../ooxml/relationships.js";
import { type ElementSpan, findElements } from "../../ooxml/xml-elements.js";
import { type BookMap, mapBook } from "../annotate/workbook-part.js";
import { codesOfParagraphs, fillParagraphs } from "./document-form.js";
import { filledPlaces, fillSheetForm } from "./fill-sheet-form.js";
import { forgetChain, moveDrawing, movedNames, moveFormulas, recalculation } from "./move-beside.js";
import { percentFormats } from "./percent-formats.js";
import type { Insertion } from "./references.js";
import { type SheetForm, sharedTexts, sheetForm } from "./sheet-form.js";

const BESIDE = /^xl\/(?:drawings\/drawing|charts\/chart)\d*\.xml$/i;
const CHART = /^xl\/charts\/chart\d*\.xml$/i;

interface WorkbookForm {
  readonly draft: PackageDraft;
  readonly book: BookMap;
  readonly sheets: readonly SheetForm[];
  /** Drawings and charts. */
  readonly beside: readonly string[];
}

/** The workbook with its codes. Faults: damaged, too large. */
export function openWorkbookForm(bytes: Uint8Array): OwnForm {
  const draft = new PackageDraft(bytes);
  const book = mapBook(draft);
  const links = readRelationships(draft.source, book.name, draft.limits);
  const list = links.find(({ type }) => type === "sharedStrings")?.target;
  const strings = sharedTexts(list === undefined ? undefined : draft.read(list), draft.limits);
  const sheets = book.sheets.flatMap(({ name, part, type }) =>
    part === undefined || type !== "worksheet"
      ? []
      : [sheetForm({ name, part, bytes: draft.need(part) }, strings, draft.limits)],
  );
  const beside = draft.names.filter((name) => BESIDE.test(name));
  const besideCodes = beside.map((name) => codesOfParagraphs(draft.need(name), draft.limits));
  const form: WorkbookForm = { draft, book, sheets, beside };
  return {
    kind: "xlsx",
    codes: [...sheets, ...besideCodes].flatMap(({ codes }) => codes),
    faults: [
      ...[...sheets, ...besideCodes].flatMap(({ faults }) => faults),
      ...sheets.flatMap((one) => unmovable(form, one)),
    ],
    fill: (filling) => fill(form, filling),
    places: (rows) => {
      const insertions = insertionsOf(sheets, rows);
      return sheets.flatMap((sheet) => filledPlaces(sheet, rows, insertions));
    },
  };
}

/** What stands below a repeated row and cannot be moved with the rows. */
function unmovable({ draft }: WorkbookForm, { name, part, rows, elements }: SheetForm): readonly FormFault[] {
  const first = rows.find(({ isRepeated }) => isRepeated)?.row;
  if (first === undefined) return [];
  const place = `${name} › dòng ${first}`;
  const faults: FormFault[] = [];
  if (elements.some((one) => one.name === "tablePart")) {
    faults.push({
      place,
      why: "trang có bảng kiểu Table; đổi bảng thành vùng thường (Convert to Range) rồi mới lặp dòng",
    });
  }
  const comments = readRelationships(draft.source, part, draft.limits).find(({ type }) => type === "comments")?.target;
  const notes =
    comments === undefined
      ? []
      : findElements(draft.need(comments), { elements: ["comment"], attributes: ["ref"] }, draft.limits);
  const isBelow = (note: ElementSpan): boolean =>
    Number(/\d+/.exec(note.attributes.get("ref")?.text ?? "")?.[0]) > first;
  if (notes.some(isBelow))
    faults.push({ place, why: "có ghi chú (comment) ở bên dưới dòng lặp; chuyển ghi chú lên trên hoặc xóa đi" });
  return faults;
}

function fill(form: WorkbookForm, filling: Filling): Uint8Array {
  const { draft, book, sheets, beside } = form;
  const insertions = insertionsOf(sheets, filling.rows);
  const hasFormulas = sheets.some(({ rows }) =>
    rows.some(({ cells }) => cells.some(({ formula }) => formula !== undefined)),
  );
  const showsPercent = percentFormats(draft, book.name);
  for (const sheet of sheets) {
    const isFilled = sheet.codes.length > 0;
    const pointsElsewhere = sheet.rows.some(({ cells }) => cells.some((cell) => pointsAway(sheet, cell.formula)));
    if (!isFilled && !pointsElsewhere) continue;
    draft.change(sheet.part, fillSheetForm(sheet, { filling, insertions, showsPercent }));
  }
  for (const sheet of sheets)
    moveDrawing(
      draft,
      sheet.part,
      insertions.filter(({ sheet: name }) => name === sheet.name),
    );
  for (const name of beside) {
    fillParagraphs(draft, name, filling);
    if (CHART.test(name)) moveFormulas(draft, name, insertions);
  }
  const part = draft.need(book.name);
  draft.change(book.name, [...movedNames(part, book, insertions), ...(hasFormulas ? [recalculation(part, book)] : [])]);
  if (insertions.length > 0) forgetChain(draft, book);
  return draft.finish();
}

/** The lowest of a sheet first: what is put in above does not change where it stands. */
function insertionsOf(sheets: readonly SheetForm[], count: number): readonly Insertion[] {
  return sheets.flatMap(({ name, rows }) =>
    rows
      .filter(({ isRepeated }) => isRepeated)
      .map(({ row }) => ({ sheet: name, row, count: count - 1 }))
      .reverse(),
  );
}

/** True for a formula about another sheet, whose result may have changed. */
function pointsAway({ bytes }: SheetForm, formula: ElementSpan | undefined): boolean {
  return formula !== undefined && bytes.toString("utf8", formula.contentStart, formula.contentEnd).includes("!");
}
