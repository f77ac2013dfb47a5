// The control total of every file that was read: cells that hold something, cells used, and where the others are and why.
// Hidden until someone asks where a cell went. Names places only, never what stands in them.

import { vietnameseNumber } from "../model/number-text.js";
import type { CellTally } from "../model/submission.js";
import type { PlannedCell, PlannedSheet } from "../model/workbook-plan.js";
import { VERDICT_TEXTS } from "./cell-texts.js";
import { footerOf, type LayoutContext, OWN_SHEETS } from "./layout-context.js";
import { plainTableSheet } from "./plain-table.js";
import { sourceLink, sourceNumber } from "./sources-sheet.js";

type Listed = CellTally["listed"][number];

/** Reasons told of one file, and ranges told for one reason; what is beyond is counted. */
const MOST_REASONS = 12;
const MOST_RANGES = 6;
/** A reason may quote a heading, and a heading may be a whole letter. */
const LONGEST_REASON = 120;

/** The sheet «Nhật ký đọc», hidden: one row per file of the run, in their order. */
export function readingLogSheet(context: LayoutContext): PlannedSheet {
  const { report, aggregation } = context;
  return plainTableSheet({
    name: OWN_SHEETS.readingLog,
    visibility: "hidden",
    title: "Nhật ký đọc",
    lines: [
      "Mỗi tệp: số ô có nội dung = số ô đã dùng + số ô không dùng. Ô không dùng được nêu theo trang và lý do; không ô nào bị bỏ mà không nói.",
    ],
    headings: ["STT", "Tệp", "Ô có nội dung", "Ô đã dùng", "Ô không dùng", "Ô không dùng ở đâu, vì sao"],
    widths: [6, 44, 12, 12, 12, 96],
    rows: aggregation.files.map(({ path }, file) => {
      const cells = report.tallies[file];
      const verdict = report.verdicts[file];
      const told = cells === undefined ? (verdict === undefined ? "" : VERDICT_TEXTS[verdict]) : whereAndWhy(cells);
      return [
        { column: 1, value: sourceNumber(file), look: "centred" },
        { column: 2, value: path, look: "link", link: sourceLink(file) },
        ...countsOf(cells),
        { column: 6, value: told === "" ? null : told, look: "text" },
      ];
    }),
    whenEmpty: "Không có tệp nào.",
    footer: footerOf(context, OWN_SHEETS.readingLog),
  });
}

function countsOf(cells: CellTally | undefined): readonly PlannedCell[] {
  const counts = cells === undefined ? [null, null, null] : [cells.seen, cells.used, cellsIn(cells.listed)];
  return counts.map((value, index) => ({ column: index + 3, value, look: "count" }));
}

function cellsIn(listed: readonly Listed[]): number {
  return listed.reduce((sum, { count }) => sum + count, 0);
}

/** A line per sheet and reason: «01 Tổ chức – ghi chú dưới bảng: A30, A31:C32 (4 ô)». */
function whereAndWhy({ listed }: CellTally): string {
  const groups = groupsOf(listed);
  const lines = groups.slice(0, MOST_REASONS).map(lineOf);
  const left = groups.slice(MOST_REASONS).flat();
  if (left.length > 0) {
    const reasons = groups.length - MOST_REASONS;
    lines.push(`và ${vietnameseNumber(reasons)} nhóm khác (${vietnameseNumber(cellsIn(left))} ô)`);
  }
  return lines.join("\n");
}

function lineOf(group: Group): string {
  const [{ sheet, reason }] = group;
  const shown = group.slice(0, MOST_RANGES).map(({ cells }) => cells);
  const rest = group.length - shown.length;
  const more = rest > 0 ? ` và ${vietnameseNumber(rest)} chỗ khác` : "";
  return `${sheet} – ${shortened(reason)}: ${shown.join(", ")}${more} (${vietnameseNumber(cellsIn(group))} ô)`;
}

type Group = readonly [Listed, ...Listed[]];

/** Listings of one sheet and reason together, in the order in which they were met. */
function groupsOf(listed: readonly Listed[]): readonly Group[] {
  const bySheet = new Map<string, Map<string, [Listed, ...Listed[]]>>();
  const groups: Group[] = [];
  for (const one of listed) {
    const byReason = bySheet.get(one.sheet) ?? new Map<string, [Listed, ...Listed[]]>();
    bySheet.set(one.sheet, byReason);
    const known = byReason.get(one.reason);
    if (known !== undefined) known.push(one);
    else {
      const group: [Listed, ...Listed[]] = [one];
      byReason.set(one.reason, group);
      groups.push(group);
    }
  }
  return groups;
}

function shortened(reason: string): string {
  return reason.length > LONGEST_REASON ? `${reason.slice(0, LONGEST_REASON)}…` : reason;
}
