// A band of headings → what it would be as each form. Workbooks made from one template have the same headings, so a
// reading is kept under the band's texts and merges and given again.

import type { Field } from "../model/form.js";
import { type Grid, shownText } from "../model/grid.js";
import { at } from "../model/outcome.js";
import { isShown } from "./cell-kinds.js";
import { entriesFor, type FormIndex } from "./form-index.js";
import type { HeadingBand } from "./heading-band.js";
import { type Candidate, candidatesFor } from "./heading-candidates.js";
import { headingKeys } from "./heading-key.js";
import { tiersOf } from "./heading-tiers.js";

export interface HeadingReading {
  readonly band: HeadingBand;
  readonly candidates: readonly Candidate[];
  /** Most distinct fields of one label–value form among the headings: a cover laid out sideways. */
  readonly labels: number;
}

export type ReadHeadings = (grid: Grid, band: HeadingBand) => HeadingReading;

const KEPT = 2_000;

/** A reader of heading bands over an index. */
export function createHeadingReader(index: FormIndex): ReadHeadings {
  const known = new Map<string, HeadingReading>();
  return (grid, band) => {
    const key = signatureOf(grid, band);
    const kept = known.get(key);
    if (kept !== undefined) return kept;
    const reading = readingOf(index, grid, band);
    if (known.size >= KEPT) known.clear();
    known.set(key, reading);
    return reading;
  };
}

function readingOf(index: FormIndex, grid: Grid, band: HeadingBand): HeadingReading {
  const columns = tiersOf(grid, band);
  const labels = new Map<number, Set<Field>>();
  for (const { tiers } of columns) {
    for (const { slot, field } of entriesFor(index.labels, headingKeys(tiers.join(" ")))) {
      labels.set(slot.index, (labels.get(slot.index) ?? new Set()).add(field));
    }
  }
  return {
    band,
    candidates: candidatesFor(index, columns),
    labels: Math.max(0, ...[...labels.values()].map((fields) => fields.size)),
  };
}

/** Everything the reading depends on: where the band stands, its texts, its merges. */
function signatureOf(grid: Grid, band: HeadingBand): string {
  let signature = `${band.top}:${band.bottom}`;
  const last = Math.min(band.bottom, grid.rowCount);
  for (let index = at(grid.rowStarts, band.top); index < at(grid.rowStarts, last + 1); index += 1) {
    if (isShown(grid, index)) {
      signature += `|${at(grid.rows, index)},${at(grid.columns, index)}=${shownText(grid, index)}`;
    }
  }
  for (const { top, left, bottom, right } of band.merges) signature += `|${top},${left},${bottom},${right}`;
  return signature;
}
