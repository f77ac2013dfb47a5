// The blank sheet of a list: numbered rows to be filled in, lists of choices, what may be typed and a word about it.

import type { Catalogue } from "../../model/catalogue.js";
import type { Field, Form } from "../../model/form.js";
import { holdsNumber } from "../../model/form.js";
import type { EntryLimit } from "../../model/sheet-entry.js";
import type { LayoutLine } from "../../model/template-layout.js";
import type { Look, PlannedSheet } from "../../model/workbook-plan.js";
import type { FormColumn } from "../form-columns.js";
import { isWordy, listColumns, listWidths } from "../list-columns.js";
import { pageFrame } from "../page-frame.js";
import { addSignatureBlock } from "../signature-block.js";
import { heightOf, linesNeeded } from "../text-size.js";
import { beginTemplateSheet } from "./begin-template-sheet.js";
import { attributeLimit, limitOf } from "./entry-limits.js";
import type { TemplateContext } from "./template-context.js";

/** Rows to be filled in; those that come to known ones. */
const ROWS = 20;
const SPARE = 2;
const NAME_WIDTH = 30;
const HELP =
  "Mỗi việc một dòng, ghi vào ô nền vàng; ô nào chưa rõ thì để trống. Không có việc nào thì để trống cả bảng.";

export interface ListTemplate {
  readonly sheet: PlannedSheet;
  readonly lines: readonly LayoutLine[];
}

/** The blank list. `moneyUnit`: cell of the cover that states the unit of money. */
export function listTemplate(form: Form, context: TemplateContext, moneyUnit: string | undefined): ListTemplate {
  const { catalogue } = context;
  const columns = listColumns(form, { namesUnits: false }, catalogue);
  const widths = listWidths(columns, (field) => [...field.values.keys()]).map((width, index) =>
    isOpenText(columns[index]) && !isCode(form, columns[index]) ? Math.max(width, NAME_WIDTH) : width,
  );
  const frame = pageFrame(widths, 1);
  const remark = catalogue.scoresheets?.get(form.prefill?.scoresheet ?? "")?.remark;
  const help = remark === undefined ? HELP : `${HELP} ${remark}`;
  const begun = beginTemplateSheet(form, { columns, widths, frame, help, moneyUnit }, context);
  const { lines, heading } = begun;
  const first = lines.next();
  const known = prefilledRows(form, catalogue);
  for (let index = 0; index < Math.max(ROWS, known.length + SPARE); index += 1) {
    const given = known[index];
    const cells = columns.map(({ field }, position) => ({
      column: position + 1,
      value: field.code === "row.number" ? index + 1 : (given?.get(field.code) ?? null),
      look: isCode(form, columns[position]) ? "entry-centred" : entryLook(field, catalogue.indicators.has(field.code)),
    }));
    const needed = cells.map(({ value, column }) =>
      typeof value === "string" ? linesNeeded(value, widths[column - 1] ?? 1) : 1,
    );
    lines.add(cells, heightOf(Math.max(1, ...needed)));
  }
  const last = lines.next() - 1;
  addSignatureBlock(lines, frame);
  const limits = columns.flatMap(({ field }, index): readonly EntryLimit[] => {
    const range = { top: first, bottom: last, left: index + 1, right: index + 1 };
    const limit = limitOf(field, range, catalogue) ?? attributeLimit(field, range);
    return limit === undefined ? [] : [limit];
  });
  const sheet = lines.finish({
    ...begun.sheet,
    freeze: { rows: heading.to, columns: 1 },
    entry: { limits, alarms: [] },
  });
  return { sheet, lines: layoutLines(form, columns, { sheet: sheet.name, row: heading.to - 1, first, last }) };
}

/** A row for each criterion of the form's score sheet, what it says by field code. */
function prefilledRows(
  { prefill }: Form,
  { scoresheets, indicators }: Catalogue,
): readonly ReadonlyMap<string, string | number>[] {
  const sheet = prefill === undefined ? undefined : scoresheets?.get(prefill.scoresheet);
  if (prefill === undefined || sheet === undefined) return [];
  return sheet.groups.flatMap(({ criteria }) =>
    criteria.map(({ code, name, max, scoring }) => {
      const figure = scoring.by === "manual" ? undefined : indicators.get(scoring.indicator)?.name;
      const said = { code, name, max, basis: figure === undefined ? undefined : `Số liệu: ${figure}` };
      const cells = [...prefill.columns].flatMap(([field, what]): readonly (readonly [string, string | number])[] => {
        const value = said[what];
        return value === undefined ? [] : [[field, value]];
      });
      return new Map(cells);
    }),
  );
}

/** A column of short codes, which are known beforehand. */
function isCode({ prefill }: Form, column: FormColumn | undefined): boolean {
  return prefill?.columns.get(column?.field.code ?? "") === "code";
}

function isOpenText(column: FormColumn | undefined): boolean {
  return column !== undefined && column.field.role === "attribute" && isWordy(column.field);
}

function entryLook(field: Field, isIndicator: boolean): Look {
  if (field.code === "row.number") return "centred";
  if (isIndicator || field.holds === "count") return "entry-number";
  if (holdsNumber(field)) return "entry-points";
  return isWordy(field) ? "entry-text" : "entry-centred";
}

function layoutLines(
  form: Form,
  columns: readonly FormColumn[],
  at: { readonly sheet: string; readonly row: number; readonly first: number; readonly last: number },
): readonly LayoutLine[] {
  const { sheet, row, first, last } = at;
  const shared = { form: form.id, version: form.version, sheet, grain: "record" as const, from: first, to: last };
  return columns.map(({ field }, index) => ({
    ...shared,
    field: field.code,
    heading: field.heading,
    cell: { row, column: index + 1 },
  }));
}
