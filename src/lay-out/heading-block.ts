// The lines above a table: issuer at the left, national heading at the right, title, period, unit of money.
// Source of the layout: Nghị định 30/2020/NĐ-CP, phụ lục I.

import type { Look } from "../model/workbook-plan.js";
import type { Issuer } from "./issuer.js";
import { type PageFrame, roomBetween } from "./page-frame.js";
import { addSpanning, type SheetLines } from "./sheet-lines.js";
import { heightOf, linesNeeded, textWidth } from "./text-size.js";

interface LookedText {
  readonly value: string;
  readonly look: Look;
}

const NATION = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM";
const MOTTO = "Độc lập - Tự do - Hạnh phúc";

export interface HeadingBlock {
  readonly issuer: Issuer;
  readonly title: string;
  /** Lines below the title: period, cut-off, coverage. */
  readonly subtitles: readonly string[];
  /** Lines that must strike the eye: «SỐ LIỆU TẠM TÍNH». */
  readonly warnings: readonly string[];
  /** «Đơn vị tính: đồng», at the right above the table; undefined for none. */
  readonly moneyUnit: string | undefined;
  readonly frame: PageFrame;
}

/** Adds the block; the table begins at the next row. */
export function addHeadingBlock(lines: SheetLines, block: HeadingBlock): void {
  const { frame } = block;
  const { superior, own } = block.issuer;
  const [first, second] =
    superior === "" ? [upper(own, "nation"), upper("", "nation")] : [upper(superior, "superior"), upper(own, "nation")];
  addPair(lines, [first, { value: NATION, look: "nation" }], frame);
  addPair(lines, [second, { value: MOTTO, look: "motto" }], frame);
  lines.skip();
  addSpanning(lines, { value: block.title.toUpperCase(), look: "title" }, frame);
  for (const value of block.warnings) addSpanning(lines, { value, look: "warning" }, frame);
  for (const value of block.subtitles) addSpanning(lines, { value, look: "subtitle" }, frame);
  if (block.moneyUnit !== undefined) addMoneyUnit(lines, block.moneyUnit, frame);
}

function upper(text: string, look: Look): LookedText {
  return { value: text.toUpperCase(), look };
}

function addPair(lines: SheetLines, [left, right]: readonly [LookedText, LookedText], frame: PageFrame): void {
  const needed = Math.max(
    linesNeeded(left.value, roomBetween(frame, frame.left, frame.half)),
    linesNeeded(right.value, roomBetween(frame, frame.half + 1, frame.right)),
  );
  const cells = [
    { column: frame.left, ...left },
    { column: frame.half + 1, ...right },
  ];
  const row = lines.add(cells, heightOf(needed) + 2);
  lines.merge({ top: row, left: frame.left, bottom: row, right: frame.half });
  lines.merge({ top: row, left: frame.half + 1, bottom: row, right: frame.right });
}

function addMoneyUnit(lines: SheetLines, text: string, frame: PageFrame): void {
  const { right } = frame;
  let left = right;
  while (left > frame.left && roomBetween(frame, left, right) < textWidth(text) + 2) left -= 1;
  const row = lines.add([{ column: left, value: text, look: "money-unit" }]);
  lines.merge({ top: row, left, bottom: row, right });
}
