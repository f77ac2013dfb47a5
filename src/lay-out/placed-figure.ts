// Where a figure of the workbook stands: what the fact sheet records and other sheets refer to.

import type { Figure } from "./child-figures.js";
import type { CellRef } from "./sheet-lines.js";
import type { CellValue } from "./table-values.js";

/** A figure of one unit in one visible cell. */
export interface PlacedFigure {
  /** Key of the unit, or id of a cluster. */
  readonly unit: string;
  readonly indicator: string;
  /** Holder of an own fund; undefined for all other figures. */
  readonly holder: string | undefined;
  readonly figure: Figure;
  readonly cell: CellRef;
}

/** A total of the asked unit in a visible cell. */
export interface PlacedTotal {
  readonly cell: CellRef;
  readonly value: CellValue;
}
