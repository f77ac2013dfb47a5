// Workbooks of formats other than .xlsx, cell by cell → WorkbookGrid. Holds the same limits as the reader of .xlsx; the
// formats' readers know nothing of buffers and indexes.

import type { CellRange } from "../model/cell-address.js";
import type { CellStyle, Grid, WorkbookGrid } from "../model/grid.js";
import type { Limits } from "../ooxml/limits.js";
import { overLimit } from "../ooxml/package-fault.js";
import type { BookContext } from "./book-context.js";
import { Spending } from "./book-context.js";
import { buildGrid } from "./build-grid.js";
import { BOOLEAN, CellBuffer, DATE, ERROR, NUMBER, TEXT, UNCALCULATED } from "./cell-buffer.js";
import { isDateFormat } from "./number-format.js";
import { StyleTable } from "./style-table.js";

/** What a format tells of a sheet beside its cells; hidden rows and columns 1-based. */
export interface SheetFacts {
  readonly name: string;
  readonly visibility?: Grid["visibility"];
  readonly hiddenRows?: ReadonlySet<number>;
  readonly hiddenColumns?: ReadonlySet<number>;
}

/** A cell without content, in the first style. */
const NOTHING = { number: Number.NaN, text: "", style: 0 };

export class BookBuilder {
  readonly limits: Limits;
  private readonly cells: CellBuffer;
  private readonly spent: Spending;
  private readonly styles: CellStyle[] = [{ numberFormat: "General", fontName: "" }];
  private readonly styleIndex = new Map<string, number>([["General\n", 0]]);
  private readonly sheets: Grid[] = [];
  private merges: CellRange[] = [];

  constructor(limits: Limits) {
    this.limits = limits;
    this.cells = new CellBuffer(limits, [""]);
    this.spent = new Spending(limits);
    this.cells.startSheet(0);
  }

  /** Index of a style, made when it is first met. Faults: too many, a format too long. */
  style(numberFormat: string, fontName: string): number {
    if (numberFormat.length > this.limits.formatLength) {
      throw overLimit("formatLength", this.limits, numberFormat.length);
    }
    const key = `${numberFormat}\n${fontName}`;
    const known = this.styleIndex.get(key);
    if (known !== undefined) return known;
    const index = this.styles.push({ numberFormat, fontName }) - 1;
    if (index >= this.limits.styles) throw overLimit("styles", this.limits);
    this.styleIndex.set(key, index);
    return index;
  }

  /** The place of the next cell, 1-based; `formula` as in Grid. Faults: beyond the last row or column. */
  at(row: number, column: number, formula: 0 | 1 | 2 = 0): this {
    if (row > this.limits.rows) throw overLimit("rows", this.limits, row);
    if (column > this.limits.columns) throw overLimit("columns", this.limits, column);
    this.cells.row = row;
    this.cells.column = column;
    this.cells.formula = formula;
    return this;
  }

  /** An empty text is stored for a formula only. */
  text(text: string, style = 0): void {
    if (text.length > this.limits.textLength) throw overLimit("textLength", this.limits, text.length);
    if (text !== "" || this.cells.formula > 0) this.store(TEXT, { ...NOTHING, text, style });
  }

  /** A number, or a date where the style's format shows one; no number at all is left out. */
  number(number: number, style = 0): void {
    const isDate = isDateFormat(this.styles[style]?.numberFormat ?? "General");
    if (!Number.isNaN(number)) this.store(isDate ? DATE : NUMBER, { ...NOTHING, number, style });
  }

  boolean(isTrue: boolean): void {
    this.store(BOOLEAN, { ...NOTHING, number: isTrue ? 1 : 0 });
  }

  /** `code` as Excel shows it: `#REF!`. */
  error(code: string): void {
    this.store(ERROR, { ...NOTHING, text: code });
  }

  /** A formula without a result. */
  uncalculated(): void {
    this.store(UNCALCULATED, NOTHING);
  }

  /** Faults: too many; beyond the last row or column. */
  merge(range: CellRange): void {
    if (range.bottom > this.limits.rows) throw overLimit("rows", this.limits, range.bottom);
    if (range.right > this.limits.columns) throw overLimit("columns", this.limits, range.right);
    this.spent.addMerge();
    this.merges.push(range);
  }

  /** Ends the sheet whose cells and merges came since the last one. */
  endSheet(facts: SheetFacts): void {
    if (this.sheets.length >= this.limits.sheets) throw overLimit("sheets", this.limits);
    const traits = { visibility: "visible" as const, hiddenRows: new Set<number>(), hiddenColumns: new Set<number>() };
    const place = { index: this.sheets.length, merges: this.merges };
    this.sheets.push(buildGrid({ ...traits, ...facts, ...place }, this.context()));
    this.cells.startSheet(0);
    this.merges = [];
  }

  /** The sheets so far. */
  book(rest: Partial<Pick<WorkbookGrid, "date1904" | "definedNames">> = {}): WorkbookGrid {
    return { sheets: this.sheets, date1904: rest.date1904 ?? false, definedNames: rest.definedNames ?? new Map() };
  }

  private context(): BookContext {
    return {
      strings: { count: 0, texts: this.cells.textTable, empty: [], fonts: new Map(), runs: new Map(), calm: 0 },
      styles: new StyleTable(this.styles),
      date1904: false,
      limits: this.limits,
      cells: this.cells,
      spent: this.spent,
      plain: undefined,
    };
  }

  private store(kind: number, { number, text, style }: typeof NOTHING): void {
    const { cells } = this;
    cells.kind = kind;
    cells.number = number;
    cells.setText(text);
    cells.style = style;
    cells.store();
  }
}
