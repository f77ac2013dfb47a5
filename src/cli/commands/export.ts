// export (xuat): tidy tables of figures and totals for other engines, and the SQL that makes the totals again.

import { join } from "node:path";
import { stringify } from "csv-stringify/sync";
import { type TableColumn, writeParquet } from "../../deliver.js";
import { vietnameseNumber } from "../../model/number-text.js";
import { printPeriod } from "../../model/period.js";
import { UsageError } from "../../model/usage-error.js";
import { translationInto } from "../declarations.js";
import type { Env } from "../env.js";
import { examine, exitOf } from "../examine.js";
import { exportSql, loadSql } from "../export-sql.js";
import { type ExportCell, type ExportTable, exportTables, NUMBER_COLUMNS } from "../export-tables.js";
import { languageOf } from "../language.js";
import type { GivenOptions } from "../options.js";
import { wrap } from "../print/wrap.js";
import type { ExitCode } from "../run.js";
import { systemCode } from "../system-code.js";
import { wordsIn } from "../words.js";
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
  const parquet = options.parquet === true;
  try {
    for await (const { path, bytes } of exported(tables, parquet)) await env.write(join(folder, path), bytes);
  } catch (fault) {
    if (systemCode(fault) === "") throw fault;
    const words = wordsIn(languageOf(options.lang));
    env.tell(wrap(words.notWritten(folder, writeReason(fault, words)), env.columns));
    env.tell(`→ ${words.chooseElsewhere}`);
    return 3;
  }
  const rows = tables.reduce((sum, table) => sum + table.rows.length, 0);
  const files = tables.length * (parquet ? 2 : 1) + (parquet ? 3 : 2);
  const say = await translationInto(languageOf(options.lang), env);
  env.print(say(`Đã xuất ${vietnameseNumber(files)} tệp, ${vietnameseNumber(rows)} dòng vào ${folder}`));
  return exitOf(result, options);
}

interface ExportedFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** The files one by one: whatever is written need not stay in memory. */
async function* exported(tables: readonly ExportTable[], parquet: boolean): AsyncGenerator<ExportedFile> {
  for (const table of tables) {
    yield { path: `${table.path}.csv`, bytes: Buffer.from(csvText(table), "utf8") };
    if (parquet) yield { path: `${table.path}.parquet`, bytes: await writeParquet({ columns: columnsOf(table) }) };
  }
  yield { path: "tinh-lai.sql", bytes: Buffer.from(exportSql(), "utf8") };
  for (const format of parquet ? (["csv", "parquet"] as const) : (["csv"] as const))
    yield { path: `nap-${format}.sql`, bytes: Buffer.from(loadSql(format), "utf8") };
}

/** The table turned by columns; a text without letters is an empty cell, as CSV has it. */
function columnsOf({ columns, rows }: ExportTable): readonly TableColumn[] {
  return columns.map((name, index): TableColumn => {
    const cells = rows.map((row) => row[index] ?? null);
    return NUMBER_COLUMNS.has(name)
      ? { name, kind: "number", values: cells.map((cell) => (typeof cell === "number" ? cell : null)) }
      : { name, kind: "text", values: cells.map((cell) => (cell === null || cell === "" ? null : String(cell))) };
  });
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
