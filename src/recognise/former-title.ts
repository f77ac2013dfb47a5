// Titles of former years among headings. Their figures are another thing than those of the titles that came after them,
// so that no column below them is read; the finding names the new title.

import type { CellAddress } from "../model/cell-address.js";
import { type FindingDraft, type Place, values } from "../model/finding.js";
import type { FormerKey } from "./form-index.js";
import type { ColumnTiers } from "./heading-tiers.js";
import { wordKey } from "./word-key.js";

/** A former title on a sheet: where it stands, as it is written, and what came after it. */
export interface FormerColumn {
  readonly column: number;
  readonly cell: CellAddress;
  readonly text: string;
  readonly now: string;
}

/** The former title that a text carries («Số gia đình hiếu học»), if any. */
export function formerTitleIn(text: string, titles: readonly FormerKey[]): FormerKey | undefined {
  if (titles.length === 0) return undefined;
  const key = ` ${wordKey(text)} `;
  return titles.find((title) => key.includes(` ${title.key} `));
}

/** The former title that stands over a column, if any. */
export function formerColumn(
  { column, tiers, cells }: ColumnTiers,
  titles: readonly FormerKey[],
): FormerColumn | undefined {
  for (const [index, text] of tiers.entries()) {
    const title = formerTitleIn(text, titles);
    const cell = cells[index];
    if (title !== undefined && cell !== undefined) return { column, cell, text, now: title.now };
  }
  return undefined;
}

/** V-M08, once for each title, where it first stands: several columns may stand below it. */
export function formerTitleFindings(columns: readonly FormerColumn[], place: Place): readonly FindingDraft[] {
  const first = new Map<string, FormerColumn>();
  for (const column of columns) if (!first.has(column.now)) first.set(column.now, column);
  return [...first.values()].map(({ cell, text, now }) => ({
    code: "V-M08",
    place: { ...place, cell },
    values: values({ cột: text, mới: now }),
    label: text,
    found: text,
  }));
}
