// V-K12: a heading or a label that fits two fields, or two headings that fit one.

import { addressText, type CellAddress, columnLetters } from "../model/cell-address.js";
import { type FindingDraft, type Place, values } from "../model/finding.js";
import type { Field } from "../model/form.js";
import { at } from "../model/outcome.js";

/** One cell, two meanings. */
export function clashFinding(given: {
  readonly place: Place;
  readonly cell: CellAddress;
  readonly text: string;
  readonly fields: readonly Field[];
}): FindingDraft {
  const { place, cell, text, fields } = given;
  const [a, b] = choicesOf(fields);
  return {
    code: "V-K12",
    place: { ...place, cell },
    values: values({ ô: addressText(cell), "tiêu đề": text, a, b }),
    found: text,
  };
}

/** The meanings as «a» and «b»: three are all named, of more the first two. */
function choicesOf(fields: readonly Field[]): readonly [string, string] {
  const [first = "", second = "", third, ...others] = fields.map(({ heading }) => `«${heading}»`);
  if (third === undefined) return [first, second];
  return others.length === 0
    ? [`${first}, ${second}`, third]
    : [`${first}, ${second}`, `một trong ${others.length + 1} cột khác`];
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
