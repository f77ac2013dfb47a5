// A form found in an office's own workbook → its declaration, as YAML that people can read and change.

import { Document } from "yaml";
import type { DraftedField, DraftedForm } from "../model/drafted-form.js";
import type { FormCode, RowWord } from "../model/form-code.js";
import type { Indicator } from "../model/indicator.js";
import type { FormFault } from "../model/own-form.js";
import { sameText } from "../model/text.js";
import type { FieldEntry, FormEntry } from "./form-schema.js";

export interface Declaring {
  /** «bao-cao-quy»; a sheet's number is put behind it where there are several. */
  readonly id: string;
  /** Said at the top of the file, for people. */
  readonly remark: string;
  readonly indicators: ReadonlyMap<string, Indicator>;
}

export interface DeclaredForm {
  readonly text: string;
  readonly ids: readonly string[];
  readonly faults: readonly FormFault[];
}

const COVER_FIELDS: Readonly<Record<string, string>> = {
  "đơn vị": "unit.name",
  kỳ: "period",
  chốt: "asOf",
};
const ROW_FIELDS: Readonly<Record<"branch" | "upper", Readonly<Record<RowWord, string>>>> = {
  branch: { stt: "row.number", mã: "row.code", tên: "row.name" },
  upper: { stt: "row.number", mã: "unit.code", tên: "unit.name" },
};

/** The declaration of every sheet's form. A code that stands twice among the columns, or a heading that does, is a fault. */
export function declareForms(drafts: readonly DraftedForm[], declaring: Declaring): DeclaredForm {
  const entries = drafts.map((draft, index) =>
    entryOf(draft, drafts.length === 1 ? declaring.id : `${declaring.id}-${index + 1}`, declaring),
  );
  const document = new Document(entries.map(({ entry }) => entry));
  document.commentBefore = ` ${declaring.remark}`;
  return {
    text: document.toString({ lineWidth: 120 }),
    ids: entries.map(({ entry }) => entry.id),
    faults: entries.flatMap(({ faults }) => faults),
  };
}

function entryOf(
  { sheet, titles, pairs, table }: DraftedForm,
  id: string,
  { indicators }: Declaring,
): { readonly entry: FormEntry; readonly faults: readonly FormFault[] } {
  const grains: FormEntry["grains"] = [];
  const cover = pairs.flatMap((pair) => fieldEntry(pair, undefined, indicators));
  if (cover.length > 0) grains.push({ grain: "value", fields: cover });
  const columns = (table?.columns ?? []).flatMap((column) => fieldEntry(column, table?.grain, indicators));
  if (table !== undefined) grains.push({ grain: table.grain, fields: columns });
  const entry: FormEntry = {
    id,
    version: 1,
    name: titles.at(-1) ?? sheet,
    sheet,
    titles: [...new Set([sheet, titles.at(-1) ?? sheet])],
    // Its own blank copy is what goes out; the program's blank workbooks stay as they are.
    optional: true,
    ...countsAs(table),
    grains,
  };
  return { entry, faults: [...twice(pairs), ...twice(table?.columns ?? []), ...unsortable(table)] };
}

/** Rows that are sorted are counted as those of the form from which their categories are taken. */
function countsAs(table: DraftedForm["table"]): Pick<FormEntry, "countsAs"> {
  if (table === undefined) return {};
  const [home] = table.columns.flatMap(({ code }) =>
    code.kind === "category" ? (code.declaredAt.get(table.grain) ?? []) : [],
  );
  return home === undefined || table.grain !== "branch" ? {} : { countsAs: home.slice(0, home.lastIndexOf(".")) };
}

/** None for codes that only outputs have a use for. */
function fieldEntry(
  { code, heading }: DraftedField,
  grain: "branch" | "upper" | undefined,
  indicators: ReadonlyMap<string, Indicator>,
): readonly FieldEntry[] {
  const name = fieldCode(code, grain);
  if (name === undefined) return [];
  if (code.kind === "category") {
    const like = grain && code.declaredAt.get(grain);
    return [{ code: name, role: "category", heading, ...(like === undefined ? {} : { like }) }];
  }
  if (code.kind !== "figure") {
    const isName = name.endsWith(".name") && grain !== undefined;
    return [{ code: name, role: "identity", heading, ...(isName ? { required: "always" as const } : {}) }];
  }
  const kind = indicators.get(name)?.kind;
  return [{ code: name, role: kind === "RATIO" || kind === "SUM" ? "check" : "indicator", heading }];
}

function fieldCode(code: FormCode, grain: "branch" | "upper" | undefined): string | undefined {
  switch (code.kind) {
    case "figure":
      return code.when === "this" ? code.indicator : undefined;
    case "row-word":
      return grain === undefined ? undefined : ROW_FIELDS[grain][code.word];
    case "word":
      return grain === undefined ? COVER_FIELDS[code.word] : undefined;
    case "unit-code":
      return "unit.code";
    case "money-unit":
      return "moneyUnit";
    case "category":
      return grain !== undefined && code.declaredAt.has(grain) ? code.field : undefined;
    case "repeat":
    case "stamp":
      return undefined;
  }
}

/** Columns that sort rows of another grain than the table's. */
function unsortable(table: DraftedForm["table"]): readonly FormFault[] {
  return (table?.columns ?? []).flatMap(({ code, heading, place }) =>
    code.kind !== "category" || table === undefined || code.declaredAt.has(table.grain)
      ? []
      : [{ place, why: `cột «${heading}» chỉ phân loại được các dòng {{mỗi chi hội}}` }],
  );
}

function twice(fields: readonly DraftedField[]): readonly FormFault[] {
  const seen = new Map<string, DraftedField>();
  return fields.flatMap((field): readonly FormFault[] => {
    const { code, heading, place } = field;
    if (code.kind !== "figure" || code.when !== "this") return [];
    const faults: FormFault[] = [];
    for (const key of [code.indicator, sameText(heading)]) {
      const earlier = seen.get(key);
      seen.set(key, field);
      const what =
        key === code.indicator
          ? `mã ${key} đã đứng ở ${earlier?.place}`
          : `tiêu đề «${heading}» đã đứng ở ${earlier?.place}`;
      if (earlier !== undefined) faults.push({ place, why: what });
    }
    return faults;
  });
}
