// What is written into a sender's own workbook, as data: notes at cells, and one sheet that lists them. write/ carries it out.

import type { CellAddress } from "./cell-address.js";
import type { Severity } from "./finding.js";
import type { PlannedSheet } from "./workbook-plan.js";

/** A note beside one cell, which is coloured by its severity. */
export interface CellNote {
  readonly sheet: string;
  readonly cell: CellAddress;
  readonly severity: Severity;
  readonly text: string;
}

export interface AnnotationPlan {
  /** At most one for each cell. */
  readonly notes: readonly CellNote[];
  /** The list, put first; it takes the place of the sheets named in `replaces`. */
  readonly list: PlannedSheet;
  /** Lists of an earlier copy that the workbook still carries. */
  readonly replaces: readonly string[];
}
