// Totals → WorkbookPlan of the summary workbook. No arithmetic is left after this.

import type { Catalogue } from "../model/catalogue.js";
import { type Form, fieldsOf } from "../model/form.js";
import { periodInWords } from "../model/period.js";
import type { WorkbookPlan } from "../model/workbook-plan.js";
import type { AggregateReport } from "./aggregate-report.js";
import { coverSheet } from "./cover-sheet.js";
import { coverageSheet } from "./coverage-sheet.js";
import { factSheet } from "./fact-sheet.js";
import { findingsSheet } from "./findings-sheet.js";
import { type FormSheet, formSheet } from "./form-sheet.js";
import { contextOf, type LayoutContext } from "./layout-context.js";
import { listSheet } from "./list-sheet.js";
import type { PlacedTotal } from "./placed-figure.js";
import { readingLogSheet } from "./reading-log-sheet.js";
import { sourcesSheet } from "./sources-sheet.js";
import { summarySheet } from "./summary-sheet.js";

export type { AggregateReport } from "./aggregate-report.js";

/**
 * The summary workbook: a valid submission one level up, with coverage, findings and sources beside it.
 *
 * Sheets: «Tổng hợp», one per form in the order of the catalogue (the cover first where it is declared first),
 * «Độ phủ», «Lỗi và giải trình», «Nguồn», hidden «Nhật ký đọc», very hidden `_so-lieu`. Figures are whole đồng, percents
 * shares 0–1; missing prints «…», not-applicable «x». Every formula carries its result.
 */
export function layOutAggregate(report: AggregateReport, catalogue: Catalogue): WorkbookPlan {
  const context = contextOf(report, catalogue);
  const { unit, period } = report.aggregation;
  const forms = layOutForms(context);
  const placed = firstPlaces(forms.map((form) => form.totals));
  const figures = forms.flatMap((form) => form.figures);
  return {
    title: `Tổng hợp số liệu ${unit.name}, ${periodInWords(period)}`,
    creator: `khuyenhoc ${report.toolVersion}`,
    created: report.created,
    sheets: [
      summarySheet(context, placed),
      ...forms.map((form) => form.sheet),
      coverageSheet(context),
      findingsSheet(context),
      sourcesSheet(context),
      readingLogSheet(context),
      factSheet(context, figures),
    ],
  };
}

/** Sheets of the forms in declared order. Covers refer to totals of the tables, so the tables are laid out first. */
function layOutForms(context: LayoutContext): readonly FormSheet[] {
  const forms = [...context.catalogue.forms.values()];
  const tables = new Map<Form, FormSheet>();
  const placed = new Set<string>();
  for (const form of forms) {
    const table = formSheet(form, context, placed);
    if (table === undefined) continue;
    tables.set(form, table);
    for (const code of table.totals.keys()) placed.add(code);
  }
  const totals = firstPlaces([...tables.values()].map((table) => table.totals));
  return forms.flatMap((form) => {
    const table = tables.get(form);
    if (table !== undefined) return [table];
    const list = listSheet(form, context);
    if (list !== undefined) return [list];
    return fieldsOf(form, "value").length > 0 ? [coverSheet(form, context, totals)] : [];
  });
}

/** Where each indicator's total stands first; a cell that holds a number goes before one that holds a mark. */
function firstPlaces(sheets: readonly ReadonlyMap<string, PlacedTotal>[]): ReadonlyMap<string, PlacedTotal> {
  const places = new Map<string, PlacedTotal>();
  for (const totals of sheets) {
    for (const [code, total] of totals) {
      const before = places.get(code);
      if (before === undefined || (typeof before.value !== "number" && typeof total.value === "number")) {
        places.set(code, total);
      }
    }
  }
  return places;
}
