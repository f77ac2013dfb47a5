// One blank sheet per form with rows: headings as printed, rows for branches or child units, the unit's own funds, live
// checks beside the rows and sums below them.

import type { Field, Form } from "../../model/form.js";
import { printPeriod } from "../../model/period.js";
import type { EntryLimit } from "../../model/sheet-entry.js";
import type { PlannedSheet } from "../../model/workbook-plan.js";
import type { FormColumn } from "../form-columns.js";
import { HOLDER_FIELD } from "../form-rows.js";
import { pageFrame } from "../page-frame.js";
import type { SheetLines } from "../sheet-lines.js";
import { addSignatureBlock } from "../signature-block.js";
import { heightOf } from "../text-size.js";
import { beginTemplateSheet } from "./begin-template-sheet.js";
import { limitOf } from "./entry-limits.js";
import { cellIn, FAULT } from "./live-checks.js";
import { CHECK_FIELD, isName, templateColumns } from "./template-columns.js";
import type { KeptForm, TemplateContext } from "./template-context.js";
import { fundCells, type NamedRows, rowCells, rowCheckOf, totalCells } from "./template-rows.js";

/** Rows for funds of the unit's own, at least. */
const FUND_ROWS = 5;
const HELP =
  "Ô nền vàng là ô để điền; các ô khác đã khóa. Chưa có số liệu ghi …, không thuộc diện báo cáo ghi x, không có ghi 0. Dòng tô đỏ là dòng có số không khớp.";
const FUNDS_LABEL = "Quỹ của đơn vị và quỹ mang tên (ghi tên quỹ, chọn «Chủ quỹ»)";
const NAME_HELP = { title: "Tên", text: "Mỗi chi hội, ban một dòng. Tên ghi ở trang này tự hiện sang các trang sau." };
const FUND_HELP = {
  title: "Tên quỹ",
  text: "Quỹ của chính đơn vị hoặc quỹ mang tên; mỗi quỹ một dòng, chọn chủ quỹ ở cột bên.",
};

export interface FormTemplate {
  readonly sheet: PlannedSheet;
  readonly columns: readonly FormColumn[];
  /** Row of the lowest headings, without the row of column codes. */
  readonly headingRow: number;
  readonly firstRow: number;
  readonly totalRow: number;
  readonly named: NamedRows;
}

export interface FormSurroundings {
  /** Where names are typed; undefined on the sheet where they are. */
  readonly naming: NamedRows | undefined;
  /** Cell of the cover that states the unit of money. */
  readonly moneyUnit: string | undefined;
}

/** The blank sheet of a form. */
export function formTemplate(form: Form, context: TemplateContext, near: FormSurroundings): FormTemplate {
  const { request } = context;
  const { columns, widths, frame, check, blankRows } = keptForm(form, context);
  const blank = { columns, widths, frame, help: HELP, moneyUnit: near.moneyUnit };
  const begun = beginTemplateSheet(form, blank, context);
  const { lines, heading } = begun;
  const firstRow = lines.next();
  const hasFunds = columns.some(({ field }) => field.code === HOLDER_FIELD);
  const place = { context, columns, firstRow, naming: near.naming, check, blankRows };
  for (let index = 0; index < request.rowCount; index += 1) lines.add(rowCells(place, index), heightOf(1));
  const lastNamed = lines.next() - 1;
  if (hasFunds) addFunds(lines, place);
  const totalRow = lines.add(totalCells(place, lines.next()), heightOf(1));
  addSignatureBlock(lines, frame);
  const nameColumn = columns.findIndex(({ field }) => isName(field)) + 1;
  const sheet = lines.finish({
    ...begun.sheet,
    freeze: { rows: heading.to, columns: nameColumn },
    entry: {
      limits: limitsOf(columns, { top: firstRow, lastNamed, bottom: totalRow - 1 }, context),
      alarms: [alarmOf(columns.length, firstRow, totalRow)],
    },
  });
  const named = { sheet: sheet.name, columns: columnsByCode(columns), firstRow };
  return { sheet, columns, headingRow: heading.to - 1, firstRow, totalRow, named };
}

/** What of a form does not depend on the unit, made once for all units of one kind. */
function keptForm(form: Form, context: TemplateContext): KeptForm {
  const { request, catalogue, grain, rowLevel, kept } = context;
  const key = [form.id, grain, rowLevel, printPeriod(request.period), request.rowCount].join(" ");
  const known = kept.get(key);
  if (known !== undefined) return known;
  const { columns, widths, textCount } = templateColumns({ form, grain, level: rowLevel }, catalogue);
  const check = rowCheckOf(columns, context);
  const fresh = { columns, widths, frame: pageFrame(widths, textCount), check, blankRows: new Map() };
  kept.set(key, fresh);
  return fresh;
}

function addFunds(lines: SheetLines, place: Parameters<typeof rowCells>[0]): void {
  const { columns, context } = place;
  const row = lines.add(
    columns.map((_, index) => ({ column: index + 1, value: index === 0 ? FUNDS_LABEL : null, look: "group" })),
    heightOf(1),
  );
  lines.merge({ top: row, bottom: row, left: 1, right: columns.length });
  const count = Math.max(FUND_ROWS, context.request.funds.length + 1);
  for (let index = 0; index < count; index += 1) lines.add(fundCells(place, { index, row: lines.next() }), heightOf(1));
}

function columnsByCode(columns: readonly FormColumn[]): ReadonlyMap<string, number> {
  return new Map(columns.map(({ field }, index) => [field.code, index + 1]));
}

function alarmOf(checkColumn: number, firstRow: number, totalRow: number) {
  const range = { top: firstRow, bottom: totalRow, left: 1, right: checkColumn };
  return { range, formula: `LEFT($${cellIn(checkColumn, firstRow)},${FAULT.length})="${FAULT}"` };
}

function limitsOf(
  columns: readonly FormColumn[],
  rows: { readonly top: number; readonly lastNamed: number; readonly bottom: number },
  { catalogue, grain }: TemplateContext,
): readonly EntryLimit[] {
  const limits: EntryLimit[] = [];
  for (const [index, { field }] of columns.entries()) {
    const column = index + 1;
    const below = (top: number, bottom: number) => ({ top, bottom, left: column, right: column });
    if (isName(field)) {
      const anything = { allowed: { kind: "anything" }, refusal: NAME_HELP } as const;
      if (grain === "branch") limits.push({ ...anything, range: below(rows.top, rows.lastNamed), help: NAME_HELP });
      if (rows.lastNamed + 1 < rows.bottom) {
        limits.push({ ...anything, range: below(rows.lastNamed + 2, rows.bottom), help: FUND_HELP });
      }
      continue;
    }
    if (field === CHECK_FIELD) continue;
    const limit = limitOf(field, below(firstOpen(field, rows), rows.bottom), catalogue);
    if (limit !== undefined) limits.push(limit);
  }
  return limits;
}

/** Holders are asked for only beside funds. */
function firstOpen(field: Field, rows: { readonly top: number; readonly lastNamed: number }): number {
  return field.code === HOLDER_FIELD ? rows.lastNamed + 2 : rows.top;
}
