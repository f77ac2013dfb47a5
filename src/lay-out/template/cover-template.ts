// The cover of a blank workbook: identity filled in and locked, the unit's own figures to be filled in below it.

import type { Field, Form } from "../../model/form.js";
import { vietnameseDate } from "../../model/iso-date.js";
import { periodInWords } from "../../model/period.js";
import type { EntryLimit } from "../../model/sheet-entry.js";
import type { PlannedCell, PlannedSheet } from "../../model/workbook-plan.js";
import { capitalised, LEVEL_TEXTS } from "../cell-texts.js";
import { addHeadingBlock } from "../heading-block.js";
import { pageFrame } from "../page-frame.js";
import { addSpanning, beginSheet, referenceText } from "../sheet-lines.js";
import { addSignatureBlock } from "../signature-block.js";
import { heightOf, linesNeeded } from "../text-size.js";
import { limitOf } from "./entry-limits.js";
import { FAULT, faultFormula, type Spots } from "./live-checks.js";
import { printedFields } from "./printed-fields.js";
import { sheetOf, type TemplateContext } from "./template-context.js";

const WIDTHS = [52, 40, 12, 34];
const VALUE = 2;
const MEASURE = 3;
const CHECK = 4;
const FRAME = pageFrame(WIDTHS);
const HELP =
  "Ô nền vàng là ô để điền; các ô khác đã khóa. Chưa có số liệu ghi …, không thuộc diện báo cáo ghi x, không có ghi 0.";
/** The field whose value says in which unit amounts are written. */
const MONEY_FIELD = "moneyUnit";
const MONEY_UNIT = "đồng";

export interface CoverTemplate {
  readonly sheet: PlannedSheet;
  readonly fields: readonly { readonly field: Field; readonly row: number }[];
  /** Cell that states the unit of money, for formulas on other sheets. */
  readonly moneyUnit: string | undefined;
}

/** The cover of a form of labels and values. */
export function coverTemplate(form: Form, context: TemplateContext): CoverTemplate {
  const { request, catalogue } = context;
  const name = sheetOf(form, context);
  const printed = printedFields({ form, grain: "value", level: request.unit.level }, catalogue);
  const lines = beginSheet();
  addHeadingBlock(lines, {
    issuer: context.issuer,
    title: form.name,
    subtitles: [`${context.periodLine}. Biểu gợi ý ${form.id}.`],
    warnings: [],
    moneyUnit: undefined,
    frame: FRAME,
  });
  addSpanning(lines, { value: HELP, look: "note" }, FRAME);
  const identity = identityTexts(context);
  const rows = printed.map((field, index) => ({ field, row: lines.next() + index }));
  const spots = spotsOf(rows);
  for (const { field, row } of rows) {
    const measure = catalogue.indicators.get(field.code)?.measuredIn;
    const check = faultFormula(spots, { catalogue, period: request.period, subject: "unit", about: field.code });
    const cells: PlannedCell[] = [
      { column: 1, value: field.heading, look: "label" },
      valueCell(field, identity),
      { column: MEASURE, value: measure ?? null, look: "centred" },
      { column: CHECK, look: "check", ...(check === undefined ? { value: null } : { value: "", formula: check }) },
    ];
    lines.add(cells, heightOf(Math.max(...cells.map((cell) => linesOf(cell)))));
    if (row >= lines.next()) throw new Error("cover rows run apart");
  }
  addSignatureBlock(lines, FRAME);
  const limits = rows.flatMap(({ field, row }): readonly EntryLimit[] => {
    const range = { top: row, bottom: row, left: VALUE, right: VALUE };
    const limit = identity.has(field.code) && field.code !== MONEY_FIELD ? undefined : limitOf(field, range, catalogue);
    return limit === undefined ? [] : [limit];
  });
  const first = rows[0]?.row ?? 1;
  const whole = { top: first, left: 1, bottom: rows.at(-1)?.row ?? first, right: CHECK };
  const sheet = lines.finish({
    name,
    visibility: "visible",
    widths: WIDTHS,
    freeze: { rows: 0, columns: 0 },
    print: {
      landscape: false,
      repeatRows: undefined,
      footer: `${name} – ${periodInWords(request.period)}`,
      header: "",
    },
    entry: { limits, alarms: [{ range: whole, formula: `LEFT($D${first},${FAULT.length})="${FAULT}"` }] },
  });
  const money = rows.find(({ field }) => field.code === MONEY_FIELD);
  const moneyUnit = money === undefined ? undefined : referenceText({ sheet: name, row: money.row, column: VALUE });
  return { sheet, fields: rows, moneyUnit };
}

/** What is known before anything is typed; only what the sender decides stays open. */
function identityTexts(context: TemplateContext): ReadonlyMap<string, string | number> {
  const { unit, period, asOf } = context.request;
  return new Map<string, string | number>([
    ["unit.code", unit.code],
    ["unit.name", unit.name],
    ["unit.level", capitalised(LEVEL_TEXTS[unit.level])],
    ["unit.parent", context.parentName],
    ["period", capitalised(periodInWords(period))],
    ["asOf", vietnameseDate(asOf)],
    [MONEY_FIELD, MONEY_UNIT],
    ["revision", 1],
  ]);
}

/** Identity that the sender may still change. */
const OPEN_IDENTITY: ReadonlySet<string> = new Set([MONEY_FIELD, "revision"]);

function valueCell(field: Field, identity: ReadonlyMap<string, string | number>): PlannedCell {
  const value = identity.get(field.code) ?? null;
  if (field.role === "indicator" || field.role === "check") return { column: VALUE, value, look: "entry-number" };
  const isLocked = value !== null && !OPEN_IDENTITY.has(field.code);
  return { column: VALUE, value, look: isLocked ? "text" : "entry-text" };
}

function spotsOf(rows: CoverTemplate["fields"]): Spots {
  return new Map(
    rows.map(({ field, row }) => [field.code, { cell: `$B$${row}`, called: `«${field.heading}»` }] as const),
  );
}

function linesOf({ value, column }: PlannedCell): number {
  return typeof value === "string" ? linesNeeded(value, WIDTHS[column - 1] ?? 1) : 1;
}
