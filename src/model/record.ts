// Entries of the lists that units keep: coordination programmes, awards, criteria of a score sheet. They go upward one by
// one, each with the unit whose entry it is; what is counted or added over them stands beside the area's figures.

import type { CellAddress } from "./cell-address.js";
import type { Quantity } from "./quantity.js";
import type { UnitKey } from "./unit.js";

export interface UnitRecord {
  /** Id of the form that lists it. */
  readonly form: string;
  /** Whose entry it is. */
  readonly unit: UnitKey;
  /** What stands in the first column: a partner, a form of award, a criterion. */
  readonly name: string;
  /** Texts by field code: choices in their canonical form, days as 2024-03-15, or 2024-03 and 2024 where no more is known. */
  readonly texts: ReadonlyMap<string, string>;
  /** Numbers by field or indicator code, with their cells. Money in whole đồng. */
  readonly numbers: ReadonlyMap<string, { readonly quantity: Quantity; readonly cell: CellAddress }>;
  /** Index into the run's list of files. */
  readonly file: number;
  readonly sheet: string;
  /** Cell of the text that names it. */
  readonly cell: CellAddress;
}

/** The same record of a file that stands at another place in the run's list. */
export function inFile(record: UnitRecord, file: number): UnitRecord {
  return { ...record, file };
}

/** The known number under a code; undefined where none is known. */
export function numberIn({ numbers }: UnitRecord, code: string): number | undefined {
  const quantity = numbers.get(code)?.quantity;
  return quantity?.kind === "known" ? quantity.value : undefined;
}
