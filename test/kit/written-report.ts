// Runs `report` into a scratch file and gives what was written, as texts by cell.

import { readFileSync } from "node:fs";
import { cellIndex, shownText } from "../../src/model/grid.js";
import { readWorkbook } from "../../src/read/read-workbook.js";
import { type CliRun, runCli } from "./run-cli.js";

export interface WrittenReport extends CliRun {
  readonly bytes: Uint8Array;
  /** Texts and numbers of a sheet, row by row, cells joined with « | ». */
  lines(sheet: string): readonly string[];
}

/** The report that `words` ask for; `out` is where it goes. */
export async function writtenReport(words: readonly string[], out: string): Promise<WrittenReport> {
  const ran = await runCli(["report", ...words, "--out", out]);
  if (ran.exit > 1 || !ran.err.includes("Đã ghi")) throw new Error(`nothing written: ${ran.out}\n${ran.err}`);
  const bytes = readFileSync(out);
  const book = readWorkbook(bytes, out).value;
  return {
    ...ran,
    bytes,
    lines: (name) => {
      const grid = book?.sheets.find((sheet) => sheet.name === name);
      if (grid === undefined) throw new Error(`no sheet ${name}`);
      const rows = [...new Set(grid.rows)];
      const last = Math.max(...grid.columns);
      return rows.map((row) =>
        Array.from({ length: last }, (_, column) => {
          const index = cellIndex(grid, row, column + 1);
          return index < 0 ? "" : shownText(grid, index);
        })
          .join(" | ")
          .replace(/(?: \| )+$/, ""),
      );
    },
  };
}
