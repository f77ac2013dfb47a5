// The lines above a table: issuer at the left, national heading at the right, title, period, unit of money.
// Source of the layout: Nghị định 30/2020/NĐ-CP, phụ lục I.

import type { Look } from "../model/workbook-plan.js";
import type { Issuer } from "./issuer.js";
import { type PageFrame, roomBetween } from "./page-frame.js";
import { addSpanning, type SheetLines } from "./sheet-lines.js";
import { boldLines, heightOf, textWidth } from "./text-size.js";

interface LookedText {
  readonly value: string;
  readonly look: Look;
}

const NATION = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM";
const PARTY = "ĐẢNG CỘNG SẢN VIỆT NAM";
const MOTTO = "Độc lập - Tự do - Hạnh phúc";
/** Filled in by hand. */
export const PLACE_DATE = "…………, ngày …… tháng …… năm ……";

export interface HeadingBlock {
  readonly issuer: Issuer;
  readonly title: string;
  /** A document that is sent: its mark («BC-HKH»), «BÁO CÁO», and the title below that as it is written. */
  readonly letter?: Letter;
  /** Lines below the title: period, cut-off, coverage. */
  readonly subtitles: readonly string[];
  /** Lines that must strike the eye: «SỐ LIỆU TẠM TÍNH». */
  readonly warnings: readonly string[];
  /** «Đơn vị tính: đồng», at the right above the table; undefined for none. */
  readonly moneyUnit: string | undefined;
  readonly frame: PageFrame;
}

interface Letter {
  readonly mark: string;
  readonly kind: string;
  /** Of the State's documents (Nghị định 30/2020/NĐ-CP), or of the Party's, which carry no national heading. */
  readonly heading: "state" | "party";
}

/** Adds the block; the table begins at the next row. */
export function addHeadingBlock(lines: SheetLines, block: HeadingBlock): void {
  const { frame } = block;
  const { superior, own } = block.issuer;
  const [first, second] =
    superior === "" ? [upper(own, "nation"), upper("", "nation")] : [upper(superior, "superior"), upper(own, "nation")];
  for (const pair of headingPairs([first, second], block.letter)) addPair(lines, pair, frame);
  lines.skip();
  addSpanning(lines, { value: block.letter?.kind ?? block.title.toUpperCase(), look: "title" }, frame);
  if (block.letter !== undefined) addSpanning(lines, { value: block.title, look: "report-title" }, frame);
  for (const value of block.warnings) addSpanning(lines, { value, look: "warning" }, frame);
  for (const value of block.subtitles) addSpanning(lines, { value, look: "subtitle" }, frame);
  if (block.moneyUnit !== undefined) addMoneyUnit(lines, block.moneyUnit, frame);
}

type Pair = readonly [left: LookedText, right: LookedText];

function headingPairs([first, second]: readonly [LookedText, LookedText], letter: Letter | undefined): readonly Pair[] {
  const empty = upper("", "nation");
  const placeDate: LookedText = { value: PLACE_DATE, look: "place-date" };
  if (letter?.heading === "party") {
    const [kind = "", ...own] = letter.mark.split("-");
    const number: LookedText = { value: `Số ………-${kind}/${own.join("-")}`, look: "number-line" };
    return [
      [first, { value: PARTY, look: "motto" }],
      [second, empty],
      [{ value: "*", look: "number-line" }, empty],
      [number, placeDate],
    ];
  }
  const state: readonly Pair[] = [
    [first, { value: NATION, look: "nation" }],
    [second, { value: MOTTO, look: "motto" }],
  ];
  if (letter === undefined) return state;
  return [...state, [{ value: `Số: ………/${letter.mark}`, look: "number-line" }, placeDate]];
}

function upper(text: string, look: Look): LookedText {
  return { value: text.toUpperCase(), look };
}

function addPair(lines: SheetLines, [left, right]: Pair, frame: PageFrame): void {
  const needed = Math.max(
    boldLines(left.value, roomBetween(frame, frame.left, frame.half)),
    boldLines(right.value, roomBetween(frame, frame.half + 1, frame.right)),
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
