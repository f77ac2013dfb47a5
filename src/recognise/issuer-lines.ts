// «HỘI KHUYẾN HỌC XÃ …» above a table: who reports, where nothing in the workbook says it better. The line above it may
// name the level above. Only consulted for workbooks that name no unit at all.

import type { FindingDraft } from "../model/finding.js";
import { values } from "../model/finding.js";
import type { Grid } from "../model/grid.js";
import { at } from "../model/outcome.js";
import type { RecognisedTable, TitleStatement } from "../model/recognised.js";
import { tidyText } from "../model/text.js";
import { columnOf, textIn } from "./cell-kinds.js";
import { declaresLevel } from "./declared-level.js";

/** The association's name and the unit behind it, nothing more. */
const ISSUER =
  /^(?:ban chấp hành |bch )?(?:hội khuyến học|hội kh|hkh) ((?:xã|phường|thị trấn|đặc khu|huyện|quận|thị xã|thành phố|tỉnh|x\.|p\.|tt\.|tp\.|t\.)[^,;:()]{1,60})$/iu;

interface IssuerLine {
  readonly grid: Grid;
  readonly row: number;
  readonly column: number;
  readonly text: string;
  readonly isCommune: boolean;
}

/**
 * Statements of the unit, and of the one above it where two lines name two levels. The lowest line counts that fits the
 * rows of the table below it: branches belong to a commune, child units to a unit above it.
 */
export function issuerStatements(tables: readonly RecognisedTable[]): readonly TitleStatement[] {
  const known = new Map<Grid, readonly IssuerLine[]>();
  for (const { grid, headingTop, grain } of tables) {
    const all = known.get(grid) ?? issuerLines(grid, lastTop(tables, grid));
    known.set(grid, all);
    const lines = all.filter(({ row }) => row < headingTop);
    const own = lines.findLast(({ isCommune }) => isCommune === (grain === "branch"));
    if (own === undefined) continue;
    const above = lines.findLast((line) => line.row < own.row && !line.isCommune);
    return [statement("unit.name", own), ...(above === undefined ? [] : [statement("unit.parent", above)])];
  }
  return [];
}

/** V-K01 as a note: the unit was taken from the issuer's line. */
export function issuerFinding({ grid, cell, text }: TitleStatement, file: string, label: string): FindingDraft {
  return {
    code: "V-K01",
    variant: "dòng đầu trang",
    place: { file, sheet: grid.name, cell },
    values: values({ cột: label, "giá trị": text }),
    label,
    found: text,
  };
}

/** The row in which the last table of a sheet begins. */
function lastTop(tables: readonly RecognisedTable[], grid: Grid): number {
  return tables.reduce((last, table) => (table.grid === grid ? Math.max(last, table.headingTop) : last), 0);
}

/** All such lines above a row. */
function issuerLines(grid: Grid, below: number): readonly IssuerLine[] {
  const lines: IssuerLine[] = [];
  const end = at(grid.rowStarts, below);
  for (let index = 0; index < end; index += 1) {
    const text = tidyText(textIn(grid, index) ?? "");
    const name = ISSUER.exec(text)?.[1];
    const isCommune = name === undefined ? undefined : declaresLevel(name);
    if (name === undefined || isCommune === undefined) continue;
    lines.push({ grid, row: at(grid.rows, index), column: columnOf(grid, index), text: name, isCommune });
  }
  return lines;
}

function statement(code: string, { grid, row, column, text }: IssuerLine): TitleStatement {
  return { code, grid, cell: { row, column }, text };
}
