// What became of a form that the program sent out: sheets and columns renamed, moved, added, doubled, removed; formulas
// overwritten; nothing filled in at all.

import type { Catalogue } from "../model/catalogue.js";
import { addressText } from "../model/cell-address.js";
import { type FindingDraft, values } from "../model/finding.js";
import type { Field } from "../model/form.js";
import { shortList } from "../model/number-text.js";
import type { RecognisedPairs, RecognisedTable } from "../model/recognised.js";
import { fileName } from "../model/submission.js";
import type { LayoutLine } from "../model/template-layout.js";
import { columnChanges } from "./column-changes.js";
import { hasLostFormulas, isUnfilled } from "./filled-cells.js";
import type { CoverReading } from "./read-cover.js";
import type { StatedLayout } from "./read-layout.js";
import type { TableReading } from "./read-table.js";

/** The hidden sheet does not say any more what it said when it was sent out. */
const TAMPERED = "trang ẩn của biểu đã bị sửa nên không so được với biểu đã gửi";

export interface Compared {
  readonly layout: StatedLayout;
  readonly tables: readonly TableReading[];
  readonly covers: readonly CoverReading[];
  readonly indicators: Catalogue["indicators"];
  readonly file: string;
}

/**
 * The findings about the form itself (V-L01 what makes it unreadable in part, V-L02 what does not), followed by `others`,
 * of which those about columns that were removed or doubled now follow from what was done to the form.
 */
export function withLayoutFindings(compared: Compared, others: readonly FindingDraft[]): readonly FindingDraft[] {
  const told = compared.layout.isIntact
    ? partsOf(compared).flatMap((part) => partFindings(part, compared))
    : [{ code: "V-L02", place: { file: compared.file }, values: values({ gì: TAMPERED }) }];
  const own = [...told, ...unfilledFinding(compared)];
  const causes = own.filter(({ code }) => code === "V-L01");
  return [...own, ...others.map((draft) => followed(draft, causes))];
}

/** The lines of one form, and what of it was recognised. */
interface Part {
  readonly lines: readonly LayoutLine[];
  readonly first: LayoutLine;
  readonly table: TableReading | undefined;
  readonly pairs: RecognisedPairs | undefined;
}

function partsOf({ layout: { lines }, tables, covers }: Compared): readonly Part[] {
  const byForm = new Map<string, LayoutLine[]>();
  for (const line of lines) {
    const key = `${line.form} ${line.grain}`;
    byForm.set(key, [...(byForm.get(key) ?? []), line]);
  }
  return [...byForm.values()].flatMap((own): readonly Part[] => {
    const [first] = own;
    if (first === undefined) return [];
    const table = tables.find(({ table: one }) => one.form.id === first.form && one.grain === first.grain);
    const pairs = covers.find(({ pairs: one }) => first.grain === "value" && one.form.id === first.form)?.pairs;
    return [{ lines: own, first, table, pairs }];
  });
}

function partFindings({ lines, first, table, pairs }: Part, { file }: Compared): readonly FindingDraft[] {
  const sheet = table?.table.grid.name ?? pairs?.grid.name;
  if (sheet === undefined) {
    const done = `không còn trang «${first.sheet}» (biểu ${first.form})`;
    return [
      altered(file, { sheet: undefined, done, mend: `chép lại trang «${first.sheet}» từ biểu đã gửi`, fields: [] }),
    ];
  }
  const told = sheet === first.sheet ? [] : [`trang «${first.sheet}» đổi tên thành «${sheet}»`];
  if (table === undefined) return notes(file, sheet, told);
  const { harmful, harmless } = columnChanges(lines, table);
  if (hasLostFormulas(table.table)) harmless.push("công thức của dòng tổng bị thay bằng số");
  return [
    ...harmful.map((change) => altered(file, { sheet, ...change })),
    ...notes(file, sheet, [...told, ...harmless]),
  ];
}

function altered(
  file: string,
  {
    sheet,
    done,
    mend,
    fields,
  }: {
    readonly sheet: string | undefined;
    readonly done: string;
    readonly mend: string;
    readonly fields: readonly Field[];
  },
): FindingDraft {
  const [field] = fields;
  return {
    code: "V-L01",
    place: sheet === undefined ? { file } : { file, sheet },
    values: values({ gì: done, cách: mend }),
    ...(field === undefined ? {} : { field: field.code, label: field.heading }),
  };
}

function notes(file: string, sheet: string, changes: readonly string[]): readonly FindingDraft[] {
  if (changes.length === 0) return [];
  return [{ code: "V-L02", place: { file, sheet }, values: values({ gì: shortList(changes, "thay đổi") }) }];
}

/** A form that came back as it was sent. */
function unfilledFinding({ tables, covers, indicators, file }: Compared): readonly FindingDraft[] {
  const read = tables.map(({ table }): RecognisedTable => table);
  const isBlank =
    read.length > 0 &&
    isUnfilled(
      read,
      covers.map(({ pairs }) => pairs),
      indicators,
    );
  return isBlank
    ? [{ code: "V-L01", variant: "chưa điền", place: { file }, values: values({ tệp: fileName(file) }) }]
    : [];
}

/** A column that is absent or doubled follows from what was done to the form, where that is told. */
function followed(draft: FindingDraft, causes: readonly FindingDraft[]): FindingDraft {
  if (draft.cause !== undefined) return draft;
  const cause = causes.find((one) => {
    if (draft.code === "V-K01") return draft.field !== undefined && one.field === draft.field;
    return draft.code === "V-K12" && one.place.sheet === draft.place.sheet && sharesCells(draft, one);
  });
  return cause === undefined ? draft : { ...draft, cause };
}

function sharesCells(clash: FindingDraft, { values: said }: FindingDraft): boolean {
  const { cell } = clash.place;
  return cell !== undefined && (said.get("gì") ?? "").includes(addressText(cell));
}
