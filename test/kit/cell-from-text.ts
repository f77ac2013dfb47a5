// One cell of a test table: how the short writing in a Markdown table becomes a stored cell.
// Must not guess beyond the notation below; what is not listed is text.

import type { CellKind } from "../../src/model/grid.js";

/** A cell written out in full, where the short writing cannot say it. */
export interface CellWritten {
  readonly value: string | number | boolean | null;
  /** Excel's format code; `General` where absent. */
  readonly format?: string;
  readonly font?: string;
  /** 1: a formula; 2: a formula that reads another workbook. */
  readonly formula?: 1 | 2;
  /** Only where the value alone does not tell: `date`, `error`, `uncalculated`, `blank`, `covered`. */
  readonly kind?: CellKind;
}

export type CellInput = string | number | boolean | null | CellWritten;

const PLAIN_NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/;
const ERROR_CODE = /^#(?:REF!|DIV\/0!|N\/A|NAME\?|NULL!|NUM!|VALUE!)$/;
const DATE = /^@(\d{4})-(\d{2})-(\d{2})$/;

/**
 * The cell a text of a test table stands for; undefined where nothing is stored.
 *
 *   12 · -0.5           number             "12" · "00123" · " a "   text, exactly as between the quotes
 *   (nothing)           nothing stored     ()                       formatted but blank
 *   @2022-11-30         date cell          #REF! · #DIV/0!          error cell
 *   =12 · =text         formula, result    =?                       formula without a stored result
 *   TRUE · FALSE        boolean            a<br>b                   text with a line break
 *
 * `<` and `^` (covered by the merge that begins left or above) are the table's business, not a cell's.
 */
export function cellFromText(text: string): CellWritten | undefined {
  if (text === "") return undefined;
  if (text === "()") return { value: null, kind: "blank" };
  if (text === "=?") return { value: null, kind: "uncalculated", formula: 1 };
  if (text.length > 1 && text.startsWith("=")) {
    const result = cellFromText(text.slice(1));
    return result === undefined ? undefined : { ...result, formula: 1 };
  }
  if (text.length > 1 && text.startsWith('"') && text.endsWith('"')) return { value: text.slice(1, -1) };
  if (text === "TRUE" || text === "FALSE") return { value: text === "TRUE" };
  if (ERROR_CODE.test(text)) return { value: text, kind: "error" };
  const date = DATE.exec(text);
  if (date !== null) {
    const day = Date.UTC(Number(date[1]), Number(date[2]) - 1, Number(date[3])) / 86_400_000;
    return { value: day + 25_569, kind: "date", format: "dd/mm/yyyy" };
  }
  if (PLAIN_NUMBER.test(text)) return { value: Number(text) };
  return { value: text.replaceAll("<br>", "\n") };
}
