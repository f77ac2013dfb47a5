// export (xuat): tidy tables of figures and totals for other engines, and the SQL that makes the totals again.

import { join } from "node:path";
import { stringify } from "csv-stringify/sync";
import { vietnameseNumber } from "../../model/number-text.js";
import { printPeriod } from "../../model/period.js";
import { UsageError } from "../../model/usage-error.js";
import type { Env } from "../env.js";
import { examine, exitOf } from "../examine.js";
import { exportSql } from "../export-sql.js";
import { type ExportCell, type ExportTable, exportTables } from "../export-tables.js";
import type { GivenOptions } from "../options.js";
import { wrap } from "../print/wrap.js";
import type { ExitCode } from "../run.js";
import { writeReason } from "../write-reason.js";

/** Exit as for aggregate; 3 too where a file could not be written. */
export async function exportCommand(paths: readonly string[], options: GivenOptions, env: Env): Promise<ExitCode> {
  const { catalogue, result } = await examine({ paths }, options, env);
  const { aggregation } = result;
  if (aggregation === undefined) {
    throw new UsageError(
      "export-nothing",
      "Chưa có gì để xuất: không tệp nào cho biết đơn vị và kỳ báo cáo.",
      "Chạy khuyenhoc validate để xem lý do.",
    );
  }
  const folder = options.out ?? `xuat-${aggregation.unit.code}-${printPeriod(aggregation.period)}`;
  const tables = exportTables(aggregation, result, catalogue);
  const files = [
    ...tables.map((table) => ({ path: table.path, text: csvText(table) })),
    { path: "tinh-lai.sql", text: exportSql(aggregation.unit.key) },
  ];
  try {
    for (const { path, text } of files) await env.write(join(folder, path), Buffer.from(text, "utf8"));
  } catch (fault) {
    env.tell(wrap(`Không ghi được vào «${folder}»: ${writeReason(fault)}`, env.columns));
    env.tell("→ Chọn nơi khác bằng --out, rồi chạy lại.");
    return 3;
  }
  const rows = tables.reduce((sum, table) => sum + table.rows.length, 0);
  env.print(`Đã xuất ${vietnameseNumber(files.length)} tệp, ${vietnameseNumber(rows)} dòng vào ${folder}`);
  return exitOf(result, options);
}

/** The table as CSV, its header first; texts that begin like a formula are given an apostrophe. */
export function csvText({ columns, rows }: ExportTable): string {
  return stringify(
    rows.map((row) => row.map(neutral)),
    { header: true, columns: [...columns] },
  );
}

/** A text that a spreadsheet would take for a formula is given an apostrophe; numbers stay as they are. */
function neutral(cell: ExportCell): ExportCell {
  return typeof cell === "string" && /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
}
