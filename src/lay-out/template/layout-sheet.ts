// The very-hidden sheet of a blank workbook: which forms of which version it was made of, for whom and when, and under
// which heading each field stood. When the workbook comes back, what became of the form is told by it.

import { addressText } from "../../model/cell-address.js";
import { printPeriod } from "../../model/period.js";
import {
  LAYOUT_FINGERPRINT,
  LAYOUT_HEAD,
  LAYOUT_MARK,
  type LayoutLine,
  layoutText,
} from "../../model/template-layout.js";
import type { PlannedCell, PlannedRow, PlannedSheet } from "../../model/workbook-plan.js";
import { OWN_SHEETS } from "../layout-context.js";
import type { TemplateRequest } from "./template-request.js";

/** Gives a short text that is another one for every other layout. */
export type Fingerprint = (text: string) => string;

/** The sheet; its named cells are what other programs may ask for. */
export function layoutSheet(
  lines: readonly LayoutLine[],
  { unit, period, toolVersion }: TemplateRequest,
  fingerprint: Fingerprint,
): PlannedSheet {
  const head: readonly (readonly [label: string, name: string, value: string])[] = [
    ["unit", "kh_don_vi", unit.key],
    ["period", "kh_ky_bao_cao", printPeriod(period)],
    [LAYOUT_FINGERPRINT, "kh_dau_van_tay", fingerprint(layoutText(lines))],
    ["forms", "kh_bieu", [...new Set(lines.map(({ form, version }) => `${form}/${version}`))].join(" ")],
    ["tool", "kh_phien_ban", toolVersion],
  ];
  const rows: PlannedRow[] = [
    planned(1, [LAYOUT_MARK]),
    ...head.map(([label, name, value], index) => ({
      row: index + 2,
      cells: [
        { column: 1, value: label, look: "plain" as const },
        { column: 2, value, look: "plain" as const, name },
      ],
    })),
    planned(head.length + 2, LAYOUT_HEAD),
    ...lines.map((line, index) => planned(head.length + 3 + index, cellsOf(line))),
  ];
  return {
    name: OWN_SHEETS.layout,
    visibility: "very-hidden",
    widths: LAYOUT_HEAD.map(() => 16),
    rows,
    merges: [],
    freeze: { rows: 0, columns: 0 },
    print: { landscape: true, repeatRows: undefined, footer: "", header: "" },
  };
}

function cellsOf({ form, version, sheet, grain, field, heading, cell, from, to }: LayoutLine) {
  return [form, version, sheet, grain, field, heading, addressText(cell), from, to];
}

function planned(row: number, values: readonly (string | number)[]): PlannedRow {
  return { row, cells: values.map((value, index): PlannedCell => ({ column: index + 1, value, look: "plain" })) };
}
