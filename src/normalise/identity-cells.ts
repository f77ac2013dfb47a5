// Cells and gaps of a workbook's identity: title statements are used, a missing period or unit is a finding.

import { addressText } from "../model/cell-address.js";
import { type FindingDraft, values } from "../model/finding.js";
import { fieldsOf } from "../model/form.js";
import { cellIndex, type Grid } from "../model/grid.js";
import { vietnameseDate } from "../model/iso-date.js";
import { shortList } from "../model/number-text.js";
import { lastDayOf } from "../model/period.js";
import type { RecognisedWorkbook } from "../model/recognised.js";
import { markUsed, type SheetMarks } from "./cell-tally.js";
import type { Cover, CoverEntry } from "./read-cover.js";
import { doubtfulPeriod } from "./read-period.js";

/** Marks the title lines that say who reports and for when. */
export function markIdentity({ titles }: RecognisedWorkbook, marksOf: (grid: Grid) => SheetMarks): void {
  for (const { grid, cell } of titles) markUsed(marksOf(grid), cellIndex(grid, cell.row, cell.column));
}

/**
 * V-K01 where neither the cover nor a title line gives the period, or neither a code nor a name of the unit; V-K06
 * where the period can be read in two ways or the cut-off is no day. A period that cannot be read at all counts as not
 * given, at its cell. Of a
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
  const cutOff = unclearCutOff(given);
  if (cutOff !== undefined) missing.push(cutOff);
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
  if (entry !== undefined) return notUnderstood(entry, { file, heading });
  return {
    code: "V-K01",
    variant: "mục",
    place: { file, ...(where === undefined ? {} : { sheet: where }) },
    values: values({
      sheet: where ?? sheet,
      cột: heading,
      ds: labels.length === 0 ? "không có" : shortList(labels, "mục"),
    }),
    label: heading,
  };
}

function notUnderstood(entry: CoverEntry, { file, heading }: { readonly file: string; readonly heading: string }) {
  return {
    code: "V-K01",
    variant: "không hiểu",
    place: { file, sheet: entry.grid.name, cell: entry.cell },
    values: values({ ô: addressText(entry.cell), cột: heading, "giá trị": entry.text }),
    label: heading,
    found: entry.text,
  };
}

/** V-K06 as a query: «cuối năm» is no day, and two year-ends are in use; the period's last day is taken. */
function unclearCutOff({ file, cover, labelOf }: Given): FindingDraft | undefined {
  const entry = cover.entries.get("asOf");
  if (entry === undefined || cover.asOf !== undefined || cover.period === undefined) return undefined;
  return {
    code: "V-K06",
    variant: "ngày chốt",
    place: { file, sheet: entry.grid.name, cell: entry.cell },
    values: values({
      ô: addressText(entry.cell),
      "giá trị": entry.text,
      a: vietnameseDate(lastDayOf(cover.period)),
    }),
    label: labelOf("asOf").heading,
    found: entry.text,
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
