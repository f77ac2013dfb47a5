// Where the rows of a table go while it is read: into a list, or column by column where they are very many.

import { at } from "../model/outcome.js";
import type { FormTable, TableRow, TableRowRole } from "../model/submission.js";
import type { CoverableRows } from "./row-covers.js";

export interface RowKeeper extends CoverableRows {
  push(row: TableRow): void;
  /** Puts another row in the place of one that is no data. */
  replace(index: number, row: TableRow): void;
  kept(): Pick<FormTable, "rows" | "long">;
}

/** Rows as objects, as nearly every table has them. */
export class RowsOneByOne implements RowKeeper {
  private readonly rows: TableRow[] = [];

  get count(): number {
    return this.rows.length;
  }

  push(row: TableRow): void {
    this.rows.push(row);
  }

  replace(index: number, row: TableRow): void {
    this.rows[index] = row;
  }

  roleAt(index: number): TableRowRole {
    return this.at(index).role;
  }

  at(index: number): TableRow {
    return at(this.rows, index);
  }

  kept(): Pick<FormTable, "rows" | "long"> {
    return { rows: this.rows };
  }
}
