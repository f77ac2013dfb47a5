// The rows of a list: whose record each is, what its choices and numbers are, and every other text as it stands.

import type { CellAddress } from "../model/cell-address.js";
import type { FindingDraft } from "../model/finding.js";
import { fieldsOf } from "../model/form.js";
import { cellIndex, shownText } from "../model/grid.js";
import { at } from "../model/outcome.js";
import type { TableRow } from "../model/submission.js";
import type { UnitKey } from "../model/unit.js";
import { listUnread, readCategories } from "./category-sets.js";
import { markUsed, reasonMark } from "./cell-tally.js";
import { readAttribute } from "./read-attribute.js";
import { readRowFigures } from "./read-figures.js";
import type { RowReading } from "./read-rows.js";
import type { AttributeColumn } from "./table-layout.js";
import { trimmed } from "./trimmed.js";

export interface RecordReading extends RowReading {
  readonly file: string;
  readonly date1904: boolean;
  /** Year of the cut-off; undefined where the cover does not tell it. */
  readonly year: number | undefined;
  readonly report: (draft: FindingDraft) => void;
}

/** Stands for what somebody wrote in a list of persons. */
const UNTOLD = "nội dung trong ô";
const SUM = "dòng cộng của danh sách, không phải một mục";
const OTHER_ROWS: Readonly<Record<string, string>> = {
  total: SUM,
  subtotal: SUM,
  note: "ghi chú dưới bảng",
  signature: "phần ký tên, nơi nhận",
};

/**
 * The records in sheet order; rows in which nothing but a running number stands are none. A row that names no unit is the
 * sending unit's own. Findings: V-K05 (ngày, năm) where a day or year cannot be read, and what `subjects` reports.
 */
export function readRecordRows(reading: RecordReading): readonly TableRow[] {
  const { rowRoles, firstRow } = reading.table;
  const rows: TableRow[] = [];
  for (const [offset, role] of rowRoles.entries()) {
    const row = firstRow + offset;
    if (role !== "data") {
      markOther(reading, row, OTHER_ROWS[role]);
      continue;
    }
    const record = readRecord(reading, { row, index: rows.length });
    if (record !== undefined) rows.push(record);
  }
  return rows;
}

function readRecord(
  reading: RecordReading,
  { row, index }: { readonly row: number; readonly index: number },
): TableRow | undefined {
  const { layout, sheet, table, figures } = reading;
  if (!holdsRecord(reading, row)) {
    markOther(reading, row, undefined);
    return undefined;
  }
  const unit = ownerOf(reading, row);
  readRowFigures(figures, { row, base: index * layout.places.length, unit });
  const texts = textsOf(reading, row);
  const typed = readCategories(layout.categories, layout.noCategories, { grid: table.grid, row });
  listUnread(layout.categories, sheet, { row, values: typed });
  const categories = withDefaults(reading, { typed, texts, row });
  for (const [code, value] of categories) texts.set(code, value);
  const naming = layout.attributes[0];
  const name = naming === undefined || table.form.isPrivate === true ? "" : (texts.get(naming.field.code) ?? "");
  const nameColumn = naming?.column ?? layout.nameCell;
  return { role: "data", row, name, code: "", unit, nameColumn, categories, covers: undefined, texts };
}

/** True where anything was typed: running number, unit and what a blank list begins with say nothing. */
function holdsRecord({ table: { grid, form }, layout }: RecordReading, row: number): boolean {
  const isTyped = (code: string | undefined, column: number): boolean =>
    code !== undefined &&
    form.prefill?.columns.has(code) !== true &&
    trimmed(shownText(grid, cellIndex(grid, row, column))) !== "";
  return (
    layout.attributes.some(({ field, column }) => isTyped(field.code, column)) ||
    layout.places.some((column, index) => isTyped(layout.fields[index]?.code, column))
  );
}

function ownerOf(reading: RecordReading, row: number): UnitKey | undefined {
  const { layout, table, subjects, ownUnit } = reading;
  const textIn = (column: number): string =>
    column === 0 ? "" : trimmed(shownText(table.grid, cellIndex(table.grid, row, column)));
  const [name, code] = [textIn(layout.name), textIn(layout.code)];
  if (name === "" && code === "") return ownUnit;
  const codeIndex = cellIndex(table.grid, row, layout.code);
  const isCodeNumber = codeIndex >= 0 && table.grid.kinds[codeIndex] !== undefined && /^\d+$/.test(code);
  const cell = { row, column: layout.nameCell };
  const subject = subjects.of({ row, name, code, isCodeNumber, district: "", hasHolder: false, cell });
  return "unit" in subject ? subject.unit : subject.kind === "unknown" ? undefined : ownUnit;
}

function textsOf({ table, layout, file, date1904, report }: RecordReading, row: number): Map<string, string> {
  const { grid, form } = table;
  const texts = new Map<string, string>();
  for (const attribute of layout.attributes) {
    const { field, column } = attribute;
    const reading = readAttribute(grid, cellIndex(grid, row, column), { holds: field.holds ?? "words", date1904 });
    if (reading.text !== "") texts.set(field.code, reading.text);
    if (reading.isDoubtful)
      report(
        doubtful(
          attribute,
          { file, sheet: grid.name, cell: { row, column } },
          form.isPrivate === true ? UNTOLD : reading.text,
        ),
      );
  }
  return texts;
}

function doubtful(
  { field, heading }: AttributeColumn,
  place: { readonly file: string; readonly sheet: string; readonly cell: CellAddress },
  found: string,
): FindingDraft {
  const variant = field.holds === "year" ? "năm" : "ngày";
  return { code: "V-K05", variant, place, values: new Map(), field: field.code, label: heading, found };
}

/** Choices left blank follow from the year that the form declares for them. */
function withDefaults(
  { table, year }: RecordReading,
  {
    typed,
    texts,
  }: { readonly typed: TableRow["categories"]; readonly texts: ReadonlyMap<string, string>; row: number },
): TableRow["categories"] {
  let added: Map<string, string> | undefined;
  for (const { code, whenBlank } of fieldsOf(table.form, table.grain)) {
    if (whenBlank === undefined || year === undefined || texts.has(code) || typed.has(code)) continue;
    const until = Number(texts.get(whenBlank.year));
    if (!(until > 0)) continue;
    added ??= new Map(typed);
    added.set(code, until < year ? whenBlank.past : whenBlank.otherwise);
  }
  return added ?? typed;
}

/** Marks the cells of a row that is no record: listed with the reason, or used where there is none. */
function markOther({ sheet, table: { grid } }: RecordReading, row: number, reason: string | undefined): void {
  const mark = reason === undefined ? undefined : reasonMark(sheet, reason);
  const end = at(grid.rowStarts, row + 1);
  for (let index = at(grid.rowStarts, row); index < end; index += 1) {
    if (mark === undefined) markUsed(sheet, index);
    else sheet.marks[index] = mark;
  }
}
