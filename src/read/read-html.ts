// Tables of a web page that carries the name of a workbook → one sheet, as a person would see them: tables one below
// another, lines outside tables between them. Texts stay texts, so that «1.522» is read by the rules of this program; only
// where the page states a cell's number beside its text is it a number.

import type { WorkbookGrid } from "../model/grid.js";
import type { Limits } from "../ooxml/limits.js";
import { overLimit } from "../ooxml/package-fault.js";
import { BookBuilder } from "./book-builder.js";
import { decodeText } from "./decode-text.js";
import { HtmlTags } from "./html-tags.js";
import { htmlNumber } from "./html-value.js";
import { ONLY_SHEET } from "./read-delimited.js";

/** Tags that end a line outside tables and begin a new one inside a cell. */
const BREAKS = new Set(["br", "p", "/p", "div", "/div", "li", "h1", "h2", "h3", "h4", "/h1", "/h2", "/h3", "/h4"]);
const HIDDEN = /display\s*:\s*none/i;
const LONGEST_SPAN = 1000;

/** Undefined where the page holds no table. Faults: any limit. */
export function readHtml(bytes: Uint8Array, limits: Limits): WorkbookGrid | undefined {
  if (bytes.length > limits.packageBytes) throw overLimit("packageBytes", limits);
  const page = new PageReader(new BookBuilder(limits));
  const tags = new HtmlTags(decodeText(bytes).text);
  while (tags.next()) page.takeTag(tags);
  page.takeText(tags.text);
  return page.finish();
}

/** A cell that reaches down: columns up to and rows below its first one. */
interface Reach {
  readonly right: number;
  readonly bottom: number;
}

class PageReader {
  private readonly builder: BookBuilder;
  private readonly hiddenRows = new Set<number>();
  private row = 0;
  private column = 0;
  /** By first column: cells of rows above that reach into the current one. */
  private reaching = new Map<number, Reach>();
  private depth = 0;
  private hasTable = false;
  private isInRow = false;
  private cell: { readonly across: number; readonly down: number; readonly value: string | undefined } | undefined;
  private text = "";

  constructor(builder: BookBuilder) {
    this.builder = builder;
  }

  takeTag(tags: HtmlTags): void {
    this.takeText(tags.text);
    const { name } = tags;
    if (BREAKS.has(name)) this.breakLine();
    else if (name === "table" || name === "/table") this.takeTable(name === "table");
    else if (name === "tr") this.startRow(HIDDEN.test(tags.attribute("style") ?? ""));
    else if (name === "/tr") this.endRow();
    else if (name === "td" || name === "th") this.startCell(tags);
    else if (name === "/td" || name === "/th") this.endCell();
  }

  takeText(text: string): void {
    this.text += text;
    const { limits } = this.builder;
    if (this.text.length > limits.textLength * 2) throw overLimit("textLength", limits, this.text.length);
  }

  finish(): WorkbookGrid | undefined {
    this.endRow();
    this.endLine();
    this.builder.endSheet({ name: ONLY_SHEET, hiddenRows: this.hiddenRows });
    return this.hasTable ? this.builder.book() : undefined;
  }

  private takeTable(isOpening: boolean): void {
    this.endRow();
    this.endLine();
    this.depth = Math.max(0, this.depth + (isOpening ? 1 : -1));
    if (isOpening && this.depth === 1 && this.row > 0) this.row++;
    this.hasTable = true;
    this.reaching = new Map();
  }

  private startRow(isHidden: boolean): void {
    this.endRow();
    this.endLine();
    this.row++;
    this.column = 0;
    this.isInRow = true;
    if (isHidden) this.hiddenRows.add(this.row);
  }

  private endRow(): void {
    this.endCell();
    if (!this.isInRow) return;
    this.isInRow = false;
    for (const [left, { bottom }] of this.reaching) if (bottom <= this.row) this.reaching.delete(left);
  }

  private startCell(tags: HtmlTags): void {
    if (this.isInRow) this.endCell();
    else this.startRow(false);
    this.text = "";
    this.column++;
    for (let above = this.reachAt(this.column); above !== undefined; above = this.reachAt(this.column)) {
      this.column = above.right + 1;
    }
    this.cell = {
      across: spanOf(tags.attribute("colspan")),
      down: spanOf(tags.attribute("rowspan")),
      value: tags.attribute("value"),
    };
  }

  private reachAt(column: number): Reach | undefined {
    const above = this.reaching.get(column);
    return above !== undefined && above.bottom >= this.row ? above : undefined;
  }

  private endCell(): void {
    if (this.cell === undefined) return;
    const { across, down, value } = this.cell;
    const { row, column } = this;
    const [right, bottom] = [column + across - 1, row + down - 1];
    this.builder.at(row, right).at(row, column);
    this.put(this.shownText(), value);
    if (across > 1 || down > 1) this.builder.merge({ top: row, left: column, bottom, right });
    if (down > 1) this.reaching.set(column, { right, bottom });
    this.column = right;
    this.cell = undefined;
  }

  private put(text: string, value: string | undefined): void {
    const number = htmlNumber(value, text);
    if (number === undefined) this.builder.text(text);
    else this.builder.number(number, this.builder.style(text.includes("%") ? "0.00%" : "General", ""));
  }

  private breakLine(): void {
    if (this.cell !== undefined) this.text = `${this.text.trimEnd()}\n`;
    else if (!this.isInRow) this.endLine();
  }

  /** A line outside tables becomes a row of one cell. */
  private endLine(): void {
    const text = this.shownText();
    if (text === "" || this.isInRow) return;
    this.row++;
    this.builder.at(this.row, 1).text(text);
  }

  private shownText(): string {
    const text = this.text.replace(/ *\n */g, "\n").trim();
    this.text = "";
    return text;
  }
}

function spanOf(text: string | undefined): number {
  const span = Number.parseInt(text ?? "1", 10);
  return span >= 1 ? Math.min(span, LONGEST_SPAN) : 1;
}
