// Other values in the XML of a written sheet. Styles and formulas stay; the sheet is cut at its cells once.

import { escapeText, spliceText } from "../ooxml/splice-text.js";
import { safeText } from "./safe-text.js";

export interface CellPatch {
  readonly address: string;
  readonly value: string | number | null;
  readonly before: string | number | null;
  readonly hasFormula: boolean;
}

/** The sheet with these values and row heights in points. */
export type SheetPatcher = (cells: readonly CellPatch[], heights: ReadonlyMap<number, number>) => string;

interface Piece {
  readonly start: number;
  readonly end: number;
  /** Opening tag without type and end: `<c r="B5" s="7"`. */
  readonly opening: string;
  /** `<f>…</f>`, or nothing. */
  readonly formula: string;
}

const CELL = /<c r="([A-Z]+\d+)"( s="\d+")?(?: t="\w+")?(?:\/>|>(<f>[^<]*<\/f>)?[\s\S]*?<\/c>)/g;
const ROW = /<row r="(\d+)" ht="([^"]*)"/g;

/** A patcher over the XML that exceljs wrote. A cell or row that is not in it is our mistake and throws. */
export function createSheetPatcher(xml: string): SheetPatcher {
  const cells = new Map<string, Piece>();
  for (const match of xml.matchAll(CELL)) {
    const [whole, address = "", style = "", formula = ""] = match;
    cells.set(address, {
      start: match.index,
      end: match.index + whole.length,
      opening: `<c r="${address}"${style}`,
      formula,
    });
  }
  const rows = new Map<number, { readonly start: number; readonly end: number }>();
  for (const match of xml.matchAll(ROW)) {
    const end = match.index + match[0].length - 1;
    rows.set(Number(match[1]), { start: end - (match[2] ?? "").length, end });
  }
  return (patches, heights) => {
    const changes = patches.map((patch) => {
      const piece = cells.get(patch.address);
      if (piece === undefined) throw new Error(`no cell ${patch.address} to write into`);
      return { ...piece, text: cellXml(piece, patch.value) };
    });
    for (const [row, height] of heights) {
      const place = rows.get(row);
      if (place === undefined) throw new Error(`no height of row ${row} to write into`);
      changes.push({ ...place, opening: "", formula: "", text: String(height) });
    }
    return spliceText(xml, changes);
  };
}

function cellXml({ opening, formula }: Piece, value: string | number | null): string {
  if (typeof value === "number") return `${opening}>${formula}<v>${value}</v></c>`;
  if (value === null) return formula === "" ? `${opening}/>` : `${opening}>${formula}</c>`;
  const text = escapeText(safeText(value));
  if (formula !== "") return `${opening} t="str">${formula}<v>${text}</v></c>`;
  return `${opening} t="inlineStr"><is><t xml:space="preserve">${text}</t></is></c>`;
}
