// The page that is signed: heading of a Vietnamese document, sentences with figures, guidance for what only people know,
// «Nơi nhận» and signature. Source of the layout: Nghị định 30/2020/NĐ-CP, phụ lục I.

import type { LetterBlock, LetterPage } from "../../model/report.js";
import type { Look, PlannedCell, PlannedSheet } from "../../model/workbook-plan.js";
import { addHeadingBlock } from "../heading-block.js";
import { committeeIssuer } from "../issuer.js";
import { addUnseenMark } from "../own-sheet-mark.js";
import { pageFrame } from "../page-frame.js";
import { beginSheet, type SheetLines } from "../sheet-lines.js";
import { linesNeeded } from "../text-size.js";
import { pageBreaks } from "./page-breaks.js";
import type { ReportContext } from "./report-context.js";
import { reportNotes } from "./report-notes.js";
import { say } from "./say.js";

/** Two columns that fill a portrait page between its margins. */
const WIDTHS = [36, 48];
const ROOM = 84;
const FRAME = pageFrame(WIDTHS);
/** Letters of 13 points take that much more room than the 11 points widths are measured in. */
const PROSE_SCALE = 1.17;
const PROSE_LINE = 16.8;
const PARAGRAPH = 6;
/** Rows that go to the next page with the signature, which never stands alone. */
const COMPANY = 4;
/** Rows left for the signature. */
const SIGNING_ROWS = 5;
/** Two em spaces: justified lines stretch common ones. */
const INDENT = "\u2003\u2003";

const BLOCK_LOOKS: Readonly<Record<number, Look>> = { 1: "part", 2: "section", 3: "subsection" };

/** The page as planned. */
export function letterPage(page: LetterPage, context: ReportContext): PlannedSheet {
  const { report } = context.input;
  const lines = beginSheet();
  const kept = new Set<number>();
  addUnseenMark(lines);
  addHead(lines, context);
  for (let row = 1; row < lines.next(); row += 1) kept.add(row);
  for (const block of page.blocks) if (isFor(block, context)) addBlock(lines, kept, block, context);
  lines.skip();
  const notes = reportNotes(context);
  if (notes.length > 0)
    addProse(lines, kept, { value: `Ghi chú về số liệu: ${notes.join(" ")}`, look: "guidance" }, false);
  for (let row = lines.next() - COMPANY; row < lines.next(); row += 1) kept.add(row);
  addFoot(lines, kept, report);
  const sheet = lines.finish({
    name: page.name,
    visibility: "visible",
    widths: WIDTHS,
    freeze: { rows: 0, columns: 0 },
    print: {
      landscape: false,
      repeatRows: undefined,
      footer: "",
      header: context.stamp,
      document: { numbersFirst: false },
      isFullSize: true,
    },
  });
  return { ...sheet, print: { ...sheet.print, breaks: pageBreaks(sheet.rows, kept) } };
}

function isFor(block: LetterBlock, { input }: ReportContext): boolean {
  if (block.kind !== "say" || block.of === undefined) return true;
  return (block.of === "commune") === (input.basis.unit.level === "commune");
}

function addHead(lines: SheetLines, context: ReportContext): void {
  const { report, basis, issuedUnder } = context.input;
  const committee = issuedUnder === "committee" ? committeeIssuer(basis.unit) : undefined;
  addHeadingBlock(lines, {
    issuer: committee ?? context.layout.issuer,
    letter: { mark: report.numberMark, kind: "BÁO CÁO", heading: context.input.heading },
    title: say(report.title, context),
    subtitles: [`${context.layout.periodLine}.`, report.remark],
    warnings: context.stamp === "" ? [] : [context.stamp],
    moneyUnit: undefined,
    frame: FRAME,
  });
}

function addBlock(lines: SheetLines, kept: Set<number>, block: LetterBlock, context: ReportContext): void {
  switch (block.kind) {
    case "heading":
      addProse(lines, kept, { value: say(block.text, context), look: BLOCK_LOOKS[block.level] ?? "section" }, true);
      return;
    case "say": {
      const text = say(block.text, context).trim();
      if (text !== "") addProse(lines, kept, { value: INDENT + text, look: "body" }, false);
      return;
    }
    case "write":
      addProse(lines, kept, { value: `${INDENT}[${say(block.text, context)}]`, look: "guidance" }, true);
      addProse(lines, kept, { value: `${INDENT}…………………………………………………………………………`, look: "body" }, false);
      return;
  }
}

interface Prose {
  readonly value: string;
  readonly look: Look;
}

/** One paragraph over both columns; a heading stays with what follows. */
function addProse(lines: SheetLines, kept: Set<number>, { value, look }: Prose, keepsWithNext: boolean): void {
  const height = Math.min(409, linesNeeded(value, ROOM / PROSE_SCALE) * PROSE_LINE + PARAGRAPH);
  const row = lines.add([{ column: 1, value, look }], height);
  lines.merge({ top: row, left: 1, bottom: row, right: WIDTHS.length });
  if (keepsWithNext) kept.add(row);
}

/** «Nơi nhận» at the left, who signs at the right, all on one page. */
function addFoot(lines: SheetLines, kept: Set<number>, { recipients, signer }: ReportContext["input"]["report"]): void {
  const left: readonly (readonly [string, Look])[] = [
    ["Nơi nhận:", "recipients-title"],
    ...recipients.map((text): readonly [string, Look] => [`- ${text}`, "recipients"]),
  ];
  const rows = Math.max(left.length, signer.length + SIGNING_ROWS);
  for (let index = 0; index < rows; index += 1) {
    const [text, look] = left[index] ?? [null, "recipients"];
    const height = look === "recipients" && text !== null ? linesNeeded(text, WIDTHS[0] ?? 1) * 15 + 2 : 17;
    const cells: readonly PlannedCell[] = [
      { column: 1, value: text, look },
      { column: 2, value: signer[index] ?? null, look: "signature" },
    ];
    const row = lines.add(cells, height);
    if (index + 1 < rows) kept.add(row);
  }
}
