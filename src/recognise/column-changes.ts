// The columns of a form against those it was sent out with.

import { addressText } from "../model/cell-address.js";
import type { Field } from "../model/form.js";
import { at } from "../model/outcome.js";
import type { RecognisedColumn } from "../model/recognised.js";
import { CHECK_HEADING, type LayoutLine } from "../model/template-layout.js";
import type { UnknownColumn } from "./heading-candidates.js";
import type { TableReading } from "./read-table.js";
import { wordKey } from "./word-key.js";

/** What was done, how to mend it, and the fields that cannot be read for it. */
export interface HarmfulChange {
  readonly done: string;
  readonly mend: string;
  readonly fields: readonly Field[];
}

export interface ColumnChanges {
  readonly harmful: HarmfulChange[];
  readonly harmless: string[];
}

/** Columns doubled, removed or overwritten; moved, added, worded otherwise. */
export function columnChanges(lines: readonly LayoutLine[], { table, candidate }: TableReading): ColumnChanges {
  const harmful: HarmfulChange[] = [];
  const harmless: string[] = [];
  const found = new Map(table.columns.map((column) => [column.field.code, column]));
  const doubled = new Set<string>();
  for (const { cells, fields } of candidate.clashes) {
    const [field] = fields;
    if (field === undefined || cells.length < 2 || !lines.some((line) => line.field === field.code)) continue;
    doubled.add(field.code);
    const where = cells.map(addressText).join(" và ");
    harmful.push({
      done: `cột «${field.heading}» có hai lần (${where})`,
      mend: "xóa cột thừa, chỉ để một cột",
      fields: [field],
    });
  }
  const missing = lines.filter(({ field }) => !found.has(field) && !doubled.has(field));
  const added = addedColumns(lines, table.unknownColumns);
  for (const line of missing) {
    const change = missingColumn(line, {
      added,
      isAlone: missing.length === 1,
      reading: table.form.grains.flatMap(({ fields }) => fields),
    });
    if (change.isHarmful) harmful.push(change);
    else harmless.push(change.done);
  }
  const overwritten = missing.length === 1 && added.length === 1;
  if (!overwritten) harmless.push(...added.map(({ text }) => `thêm cột «${text}»`));
  const moved = movedColumns(lines, found);
  if (moved.length > 0) harmless.push(`cột ${moved.map((heading) => `«${heading}»`).join(" và ")} đổi chỗ`);
  for (const line of lines) {
    const column = found.get(line.field);
    if (column !== undefined && isReworded(line, column)) {
      harmless.push(`tiêu đề «${line.heading}» ghi thành «${column.headingText}»`);
    }
  }
  return { harmful, harmless };
}

interface Missing extends HarmfulChange {
  readonly isHarmful: boolean;
}

function missingColumn(
  line: LayoutLine,
  near: { readonly added: readonly UnknownColumn[]; readonly isAlone: boolean; readonly reading: readonly Field[] },
): Missing {
  const field = near.reading.find(({ code }) => code === line.field);
  const isHarmful = field !== undefined && field.required.kind !== "never";
  const fields = field === undefined ? [] : [field];
  const [only] = near.added;
  const over = near.isAlone && near.added.length === 1 ? only : undefined;
  return over === undefined
    ? { done: `cột «${line.heading}» đã bị bỏ`, mend: "chép lại cột ấy từ biểu đã gửi", fields, isHarmful }
    : {
        done: `tiêu đề «${line.heading}» bị ghi đè thành «${over.text}» (ô ${addressText(over.heading)})`,
        mend: `ghi lại tiêu đề «${line.heading}»`,
        fields,
        isHarmful,
      };
}

/** Columns that the form did not have. */
function addedColumns(lines: readonly LayoutLine[], unknown: readonly UnknownColumn[]): readonly UnknownColumn[] {
  const own = new Set([CHECK_HEADING, ...lines.map(({ heading }) => heading)].map(wordKey));
  return unknown.filter(({ text }) => !own.has(wordKey(text)));
}

/** Headings of the fewest columns that must have been moved for the others to stand in their old order. */
function movedColumns(lines: readonly LayoutLine[], found: ReadonlyMap<string, RecognisedColumn>): readonly string[] {
  const now = lines.flatMap((line) => {
    const column = found.get(line.field);
    return column === undefined ? [] : [{ heading: line.heading, column: column.column }];
  });
  const kept = longestRising(now.map(({ column }) => column));
  return now.filter((_, index) => !kept.has(index)).map(({ heading }) => heading);
}

/** Indexes of the longest rising run of numbers, gaps allowed. */
function longestRising(numbers: readonly number[]): ReadonlySet<number> {
  const length: number[] = [];
  const before: number[] = [];
  let best = -1;
  for (const [index, number] of numbers.entries()) {
    length[index] = 1;
    before[index] = -1;
    for (let earlier = 0; earlier < index; earlier += 1) {
      if (at(numbers, earlier) >= number || at(length, earlier) < at(length, index)) continue;
      length[index] = at(length, earlier) + 1;
      before[index] = earlier;
    }
    if (best < 0 || at(length, index) > at(length, best)) best = index;
  }
  const kept = new Set<number>();
  for (let index = best; index >= 0; index = at(before, index)) kept.add(index);
  return kept;
}

/** True where the words of a heading are others; tiers and capitals do not count. */
function isReworded(line: LayoutLine, column: RecognisedColumn): boolean {
  return wordKey(line.heading) !== wordKey(column.headingText);
}
