// The role of a row below the headings of a list of records: texts stand in all its columns, so that dates and words
// which would end a table of figures are part of a record here.

import { BLANK_ROW, type RowGiven, type RowReading } from "./row-roles.js";
import { labelOf, numberOf, type RowShape, rowTexts } from "./row-shape.js";

/** Cells that no line of a signature block or note has beside one another. */
const FILLED = 3;
const COUNTED = /^\d{1,4}\.?$/;

/** Reads one row of a list by itself: numbered or well filled, it is a record. */
export function readListRow(shape: RowShape, { grid, kinds }: RowGiven): RowReading {
  if (shape.filled === 0) return BLANK_ROW;
  if (COUNTED.test(numberOf(grid, shape).trim()))
    return { isBlank: false, role: "data", label: "plain", mark: "arabic" };
  const label = kinds.ofLabel(labelOf(grid, shape));
  switch (label) {
    case "total":
    case "subtotal":
    case "sum":
      return { isBlank: false, role: "total", label, mark: "none" };
    case "note":
    case "signature":
      return { isBlank: false, role: label, label, mark: "none" };
    default:
      return {
        isBlank: false,
        role: shape.filled >= FILLED ? "data" : lineRole(shape, { grid, kinds }),
        label,
        mark: "none",
      };
  }
}

/** A row with little in it: a line below the list, or a short record. */
function lineRole(shape: RowShape, { grid, kinds }: Pick<RowGiven, "grid" | "kinds">): RowReading["role"] {
  for (const text of rowTexts(grid, shape.row)) {
    const kind = kinds.ofLine(text);
    if (kind === "signature" || kind === "note") return kind;
  }
  return shape.filled > 1 ? "data" : "outside";
}
