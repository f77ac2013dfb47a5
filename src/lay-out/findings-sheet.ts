// Faults, questions and remarks of the run, with an empty column for the answers. Texts are taken as worded.

import { addressText } from "../model/cell-address.js";
import type { Finding } from "../model/finding.js";
import { fileName } from "../model/submission.js";
import type { PlannedCell, PlannedSheet } from "../model/workbook-plan.js";
import { SEVERITY_TEXTS } from "./cell-texts.js";
import { type LayoutContext, OWN_SHEETS } from "./layout-context.js";
import { plainTableSheet } from "./plain-table.js";
import { sourceLink } from "./sources-sheet.js";

/** The sheet «Lỗi và giải trình», in the order of the findings. */
export function findingsSheet(context: LayoutContext): PlannedSheet {
  const { findings } = context.report;
  const fileIndex = new Map(context.aggregation.files.map((file, index) => [file.path, index]));
  const count = (severity: Finding["severity"]) => findings.filter((finding) => finding.severity === severity).length;
  return plainTableSheet(
    {
      name: OWN_SHEETS.findings,
      title: "Lỗi và giải trình",
      lines: [
        `${context.periodLine}.`,
        `Lỗi: ${count("error")}; cần giải trình: ${count("query")}; lưu ý: ${count("note")}.`,
      ],
      headings: ["Mức", "Mã lỗi", "Tệp", "Trang", "Ô", "Đơn vị", "Nội dung", "Vì sao", "Cách sửa", "Giải trình"],
      widths: [9, 9, 24, 14, 6, 16, 36, 26, 26, 20],
      rows: findings.map((finding) => cellsOf(finding, fileIndex, unitName(finding, context))),
      whenEmpty: "Không có lỗi, không có nội dung cần giải trình.",
    },
    context,
  );
}

function cellsOf(finding: Finding, fileIndex: ReadonlyMap<string, number>, unit: string): readonly PlannedCell[] {
  const { place } = finding;
  const file = fileIndex.get(place.file);
  const texts = [
    SEVERITY_TEXTS[finding.severity],
    finding.code,
    fileName(place.file),
    place.sheet ?? "",
    place.cell === undefined ? "" : addressText(place.cell),
    unit,
    finding.message,
    finding.why,
    finding.fix,
    "",
  ];
  return texts.map((text, index): PlannedCell => {
    const value = text === "" ? null : text;
    if (index === 2 && file !== undefined) return { column: 3, value, look: "link", link: sourceLink(file) };
    return { column: index + 1, value, look: index === 0 && finding.severity === "error" ? "warning-cell" : "text" };
  });
}

/** A unit as the register names it; a branch as its row calls it, behind its commune. */
function unitName(finding: Finding, { catalogue, aggregation }: LayoutContext): string {
  const key = finding.unit;
  if (key === undefined) return "";
  if (key === aggregation.unit.key) return aggregation.unit.name;
  const known = catalogue.register.byKey(key)?.name;
  if (known !== undefined) return known;
  const slash = key.indexOf("/");
  const commune = slash < 0 ? undefined : catalogue.register.byKey(key.slice(0, slash))?.name;
  return commune === undefined ? key : `${commune}, ${finding.unitName ?? key.slice(slash + 1)}`;
}
