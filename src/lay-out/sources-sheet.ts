// The files the figures come from, by number: the fact sheet and the other sheets name a file by its number here.

import { momentText } from "../model/vietnam-time.js";
import type { PlannedSheet } from "../model/workbook-plan.js";
import { VERDICT_TEXTS } from "./cell-texts.js";
import { footerOf, type LayoutContext, OWN_SHEETS } from "./layout-context.js";
import { plainTableSheet, rowsAbove } from "./plain-table.js";
import { referenceText } from "./sheet-lines.js";

const LINES = 2;

/** Number of a file of the run as printed: its place in the list, from 1. */
export function sourceNumber(file: number): number {
  return file + 1;
}

/** Link to the row of a file. */
export function sourceLink(file: number): string {
  return referenceText({ sheet: OWN_SHEETS.sources, row: rowsAbove(LINES) + sourceNumber(file), column: 1 });
}

/** The sheet «Nguồn»: every file of the run, its SHA-256 and what became of it. */
export function sourcesSheet(context: LayoutContext): PlannedSheet {
  const { report, aggregation } = context;
  const lines = [
    `${context.periodLine}.`,
    `Lập bằng khuyenhoc ${report.toolVersion}, lúc ${momentText(report.created)}. SHA-256 là dấu vân tay của tệp: tệp bị sửa một ký tự thì dấu đổi khác.`,
  ] satisfies readonly string[];
  if (lines.length !== LINES) throw new Error("links to the sheet of sources count its lines");
  return plainTableSheet({
    name: OWN_SHEETS.sources,
    title: "Nguồn số liệu",
    lines,
    headings: ["STT", "Tệp", "Kết quả", "SHA-256"],
    widths: [6, 70, 28, 70],
    rows: aggregation.files.map(({ path, sha256 }, index) => {
      const verdict = report.verdicts[index];
      return [
        { column: 1, value: sourceNumber(index), look: "centred" },
        { column: 2, value: path, look: "text" },
        { column: 3, value: verdict === undefined ? null : VERDICT_TEXTS[verdict], look: "text" },
        { column: 4, value: sha256, look: "text" },
      ];
    }),
    whenEmpty: "Không có tệp nào.",
    footer: footerOf(context, OWN_SHEETS.sources),
  });
}
