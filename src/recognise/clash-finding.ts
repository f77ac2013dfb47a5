// V-K12: a heading or a label that fits two fields, or two headings that fit one.

import { addressText, type CellAddress, columnLetters } from "../model/cell-address.js";
import { type FindingDraft, type Place, values } from "../model/finding.js";
import { at } from "../model/outcome.js";

/** One cell, two meanings. */
export function clashFinding(given: {
  readonly place: Place;
  readonly cell: CellAddress;
  readonly text: string;
  readonly a: string;
  readonly b: string;
}): FindingDraft {
  const { place, cell, text, a, b } = given;
  return {
    code: "V-K12",
    place: { ...place, cell },
    values: values({ ô: addressText(cell), "tiêu đề": text, a, b }),
    found: text,
  };
}

/** One field, two cells: both are named, the finding stands at the second. */
export function twiceFinding(given: {
  readonly place: Place;
  readonly cells: readonly CellAddress[];
  readonly text: string;
  /** How a cell is named as one of two choices; by its column where absent. */
  readonly by?: (cell: CellAddress) => string;
}): FindingDraft {
  const { place, cells, text, by = (cell) => `cột ${columnLetters(cell.column)}` } = given;
  const [first, second] = [at(cells, 0), at(cells, 1)];
  return {
    code: "V-K12",
    place: { ...place, cell: second },
    values: values({
      ô: cells.map(addressText).join(", "),
      "tiêu đề": text,
      a: by(first),
      b: by(second),
    }),
    found: text,
  };
}
