// A workbook whose list of findings somebody has filled in: the words typed into «Giải trình» beside a code.

import { addressText } from "../../src/model/cell-address.js";
import { LIST_HEADINGS } from "../../src/model/explanation.js";
import { cellIndex, type Grid, shownText } from "../../src/model/grid.js";
import { PackageDraft } from "../../src/ooxml/package-draft.js";
import { readWorkbook } from "../../src/read/read-workbook.js";
import { mapBook } from "../../src/write/annotate/workbook-part.js";
import { escapeXml } from "./zip-package.js";

/** Types `text` into the first empty answer beside `code`; an answer of «» clears the one that stands there. */
export function answeredCopy(bytes: Uint8Array, code: string, text: string): Uint8Array {
  for (const grid of readWorkbook(bytes, "a.xlsx").value?.sheets ?? []) {
    const cell = answerCell(grid, code);
    if (cell !== undefined) return withText(bytes, { sheet: grid.name, cell, text });
  }
  throw new Error(`no list asks for ${code}`);
}

/** Types a text or a number into a cell of the workbook. */
export function withText(bytes: Uint8Array, typed: { sheet: string; cell: string; text: string | number }): Uint8Array {
  const draft = new PackageDraft(bytes);
  const part = mapBook(draft).sheets.find(({ name }) => name === typed.sheet)?.part ?? "";
  const xml = draft.need(part).toString("utf8");
  const cell = new RegExp(`<c r="${typed.cell}"( s="\\d+")?[^>]*?(?:/>|>.*?</c>)`);
  if (!cell.test(xml)) throw new Error(`no cell ${typed.cell} on ${typed.sheet}`);
  const content =
    typeof typed.text === "number"
      ? `<c r="${typed.cell}"$1><v>${typed.text}</v></c>`
      : `<c r="${typed.cell}"$1 t="inlineStr"><is><t>${escapeXml(typed.text)}</t></is></c>`;
  draft.put(part, xml.replace(cell, content));
  return draft.finish();
}

/** What stands in the answers of a workbook's lists, by code. */
export function answersIn(bytes: Uint8Array): readonly (readonly [code: string, answer: string])[] {
  return (readWorkbook(bytes, "a.xlsx").value?.sheets ?? []).flatMap((grid) => {
    const columns = headingColumns(grid);
    if (columns === undefined) return [];
    const rows = Array.from({ length: grid.rowCount - columns.row }, (_, index) => columns.row + 1 + index);
    return rows
      .map((row) => [textAt(grid, row, columns.code), textAt(grid, row, columns.answer)] as const)
      .filter(([, answer]) => answer !== "");
  });
}

function answerCell(grid: Grid, code: string): string | undefined {
  const columns = headingColumns(grid);
  if (columns === undefined) return undefined;
  for (let row = columns.row + 1; row <= grid.rowCount; row += 1) {
    if (textAt(grid, row, columns.code) !== code) continue;
    return addressText({ row, column: columns.answer });
  }
  return undefined;
}

function headingColumns(grid: Grid) {
  for (let row = 1; row <= Math.min(grid.rowCount, 40); row += 1) {
    const texts = Array.from({ length: grid.columnCount }, (_, index) => textAt(grid, row, index + 1));
    const [code, answer] = [texts.indexOf(LIST_HEADINGS.code) + 1, texts.indexOf(LIST_HEADINGS.text) + 1];
    if (code > 0 && answer > 0) return { row, code, answer };
  }
  return undefined;
}

function textAt(grid: Grid, row: number, column: number): string {
  return shownText(grid, cellIndex(grid, row, column));
}
