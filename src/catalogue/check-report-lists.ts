// Tables of a report over lists and score sheets: the list, the sheet and every column of them that is named must exist.

import { type Form, fieldsOf, isList } from "../model/form.js";
import type { Indicator } from "../model/indicator.js";
import { ENTRIES, SCORE_FIELDS } from "../model/report.js";
import type { Scoresheet } from "../model/scoresheet.js";
import { allowedIds } from "./declared-entries.js";
import { type Declared, refuseEntry } from "./parse-yaml.js";
import type { ReportEntry, TableEntry } from "./report-schema.js";

/** What reports may speak of, and where in an entry it is spoken of. */
export interface Ground {
  readonly path: readonly PropertyKey[];
  readonly indicators: ReadonlyMap<string, Indicator>;
  readonly forms: ReadonlyMap<string, Form>;
  readonly scoresheets: ReadonlyMap<string, Scoresheet>;
}

/** A table over a list names the list and its columns; no other table has columns of a list. */
export function checkLists(
  entry: Declared<ReportEntry>,
  { rows, columns }: Pick<TableEntry, "rows" | "columns">,
  { path, forms }: Ground,
): void {
  const lists = [...forms.values()].filter(isList).map(({ id }) => id);
  const list = rows.by === "records" || rows.by === "tally" ? rows.form : undefined;
  if (list !== undefined && !lists.includes(list)) {
    refuseEntry(entry, [...path, "rows", "form"], {
      reason: `«${list}» không phải biểu danh sách.`,
      allowed: `Dùng một trong: ${lists.join(", ")}.`,
    });
  }
  const form = forms.get(list ?? "");
  const fields = form === undefined ? [] : fieldsOf(form, "record").map(({ code }) => code);
  const known = rows.by === "tally" ? [...fields, ENTRIES] : fields;
  const used = usedFields(rows);
  const asked = [...used, ...columns.flatMap(({ show, fields }) => (show === "field" ? (fields ?? []) : []))];
  const unknown = asked.find((code) => code !== undefined && !known.includes(code));
  if (unknown !== undefined) {
    refuseEntry(entry, [...path, list === undefined ? "columns" : "rows"], {
      reason: `danh sách không có cột «${unknown}».`,
      allowed:
        known.length === 0 ? "Bỏ mục fields, hoặc ghi rows by: records." : `Dùng một trong: ${known.join(", ")}.`,
    });
  }
  columns.forEach(({ show, fields }, index) => {
    if ((show === "field" || show === "score") === (fields !== undefined)) return;
    refuseEntry(entry, [...path, "columns", index], {
      reason: "show: field và mục fields phải đi cùng nhau.",
      allowed: "Ghi { show: field, fields: [cột của danh sách], heading: … }.",
    });
  });
}

function usedFields(rows: TableEntry["rows"]): readonly (string | undefined)[] {
  if (rows.by === "tally") return [rows.field];
  return rows.by === "records" ? [...Object.keys(rows.where ?? {}), ...(rows.merge ?? []), rows.groupBy] : [];
}

/** Tables of points need the report's score sheet; their columns are known, and groups are the sheet's. */
export function checkScores(
  entry: Declared<ReportEntry>,
  { rows, columns }: Pick<TableEntry, "rows" | "columns">,
  { path, scoresheets }: Ground,
): void {
  const isScored = rows.by === "criteria" || rows.by === "ranking" || rows.by === "scores";
  const asked = columns.flatMap(({ show, fields }) => (show === "score" ? (fields ?? []) : []));
  if (!isScored && asked.length === 0) return;
  const sheet = scoresheets.get(entry.value.scoresheet ?? "");
  if (sheet === undefined) {
    refuseEntry(entry, ["scoresheet"], {
      reason: `không có bảng điểm «${entry.value.scoresheet ?? ""}».`,
      allowed: allowedIds(scoresheets.keys(), entry.value.scoresheet ?? ""),
    });
  }
  const known = [...SCORE_FIELDS, "groups", ...sheet.groups.map(({ code }) => `group:${code}`)];
  const unknown = asked.find((field) => !known.includes(field));
  if (unknown === undefined) return;
  refuseEntry(entry, [...path, "columns"], {
    reason: `bảng điểm không có cột «${unknown}».`,
    allowed: `Dùng một trong: ${known.join(", ")}.`,
  });
}
