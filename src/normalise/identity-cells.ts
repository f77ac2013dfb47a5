// Cells and gaps of a workbook's identity: title statements are used, a missing period or unit is a finding.

import { addressText } from "../model/cell-address.js";
import { type FindingDraft, values } from "../model/finding.js";
import { fieldsOf } from "../model/form.js";
import { cellIndex, type Grid } from "../model/grid.js";
import { shortList } from "../model/number-text.js";
import type { RecognisedWorkbook } from "../model/recognised.js";
import { markUsed, type SheetMarks } from "./cell-tally.js";
import type { Cover } from "./read-cover.js";
import { doubtfulPeriod } from "./read-period.js";

/** Marks the title lines that say who reports and for when. */
export function markIdentity({ titles }: RecognisedWorkbook, marksOf: (grid: Grid) => SheetMarks): void {
  for (const { grid, cell } of titles) markUsed(marksOf(grid), cellIndex(grid, cell.row, cell.column));
}

/**
 * V-K01 where neither the cover nor a title line gives the period, or neither a code nor a name of the unit; V-K06
 * where the period can be read in two ways. A period that cannot be read at all counts as not given, at its cell. Of a
 * workbook without any known form nothing more is said than that (V-K11).
 */
export function missingIdentity(given: {
  readonly file: string;
  readonly cover: Cover;
  readonly recognised: RecognisedWorkbook;
  readonly labelOf: (code: string) => { readonly heading: string; readonly sheet: string };
}): readonly FindingDraft[] {
  const { cover, recognised } = given;
  if (recognised.pairs.length + recognised.tables.length === 0) return [];
  const missing: FindingDraft[] = [];
  if (cover.period === undefined && !isSaidBefore("period", recognised)) {
    missing.push(doubtful(given) ?? absent("period", given));
  }
  const isNamed = cover.entries.has("unit.code") || cover.entries.has("unit.name");
  if (!isNamed && !isSaidBefore("unit.name", recognised)) missing.push(absent("unit.name", given));
  return missing;
}

/** A cover without the label was reported when it was recognised. */
function isSaidBefore(code: string, { pairs, titles }: RecognisedWorkbook): boolean {
  const isMet = pairs.some((cover) => cover.pairs.some(({ field }) => field.code === code));
  if (isMet || titles.some((title) => title.code === code)) return false;
  return pairs.some(({ form }) =>
    fieldsOf(form, "value").some(({ code: own, required }) => own === code && required.kind === "always"),
  );
}

type Given = Parameters<typeof missingIdentity>[0];

function absent(code: string, { file, cover, recognised, labelOf }: Given): FindingDraft {
  const labels = recognised.pairs.flatMap(({ pairs }) => pairs.map(({ labelText }) => labelText));
  const { heading, sheet } = labelOf(code);
  const entry = cover.entries.get(code);
  const where = entry?.grid.name ?? cover.sheet;
  return {
    code: "V-K01",
    place: {
      file,
      ...(where === undefined ? {} : { sheet: where }),
      ...(entry === undefined ? {} : { cell: entry.cell }),
    },
    values: values({
      sheet: where ?? sheet,
      cột: heading,
      ds: labels.length === 0 ? "không có" : shortList(labels, "cột"),
    }),
    label: heading,
    ...(entry === undefined ? {} : { found: entry.text }),
  };
}

function doubtful({ file, cover, labelOf }: Given): FindingDraft | undefined {
  const entry = cover.entries.get("period");
  const readings = entry === undefined ? undefined : doubtfulPeriod(entry.text);
  if (entry === undefined || readings === undefined) return undefined;
  const label = labelOf("period").heading;
  return {
    code: "V-K06",
    place: { file, sheet: entry.grid.name, cell: entry.cell },
    values: values({
      ô: addressText(entry.cell),
      cột: label,
      "giá trị": entry.text,
      a: readings[0],
      b: readings[1],
    }),
    label,
    found: entry.text,
  };
}
