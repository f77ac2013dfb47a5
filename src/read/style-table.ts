// Formats and fonts of a workbook's cells, by the number a cell names them with.

import type { CellStyle } from "../model/grid.js";
import { isDateFormat } from "./number-format.js";

export class StyleTable {
  /** Grows where a text names a font of its own; shared by all sheets of the workbook. */
  readonly styles: readonly CellStyle[];
  /** How many of them the file declares; a cell that names another one has the first. */
  readonly declared: number;
  private readonly list: CellStyle[];
  private readonly dates: boolean[];
  private readonly withFont = new Map<string, Map<number, number>>();

  constructor(styles: readonly CellStyle[]) {
    this.list = styles.length === 0 ? [{ numberFormat: "General", fontName: "" }] : [...styles];
    this.styles = this.list;
    this.declared = this.list.length;
    const byFormat = new Map<string, boolean>();
    this.dates = this.list.map(({ numberFormat }) => {
      const isDate = byFormat.get(numberFormat) ?? isDateFormat(numberFormat);
      byFormat.set(numberFormat, isDate);
      return isDate;
    });
  }

  /** Index of the style a cell names. */
  indexOf(named: number): number {
    return named >= 0 && named < this.declared ? named : 0;
  }

  isDate(style: number): boolean {
    return this.dates[style] === true;
  }

  /** Index of the style with another font: what the runs of a text say holds before what the cell says. */
  indexWithFont(style: number, fontName: string): number {
    const current = this.list[style];
    if (current === undefined || current.fontName === fontName) return style;
    const byStyle = this.withFont.get(fontName) ?? new Map<number, number>();
    this.withFont.set(fontName, byStyle);
    const known = byStyle.get(style);
    if (known !== undefined) return known;
    byStyle.set(style, this.list.length);
    return this.list.push({ numberFormat: current.numberFormat, fontName }) - 1;
  }
}
