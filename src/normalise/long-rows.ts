// The rows of a very long table by columns. A million rows as objects, each with the key of its unit, cost more than
// reading the whole file: what a row says is kept as numbers and as the texts that were typed, and the rest is worked out
// again for the few rows that somebody asks about.

import { at } from "../model/outcome.js";
import {
  type FormTable,
  type LongRows,
  TABLE_ROW_ROLES,
  type TableRow,
  type TableRowRole,
} from "../model/submission.js";
import { HashedPlaces } from "./hashed-places.js";
import type { RowKeeper } from "./row-keeper.js";
import type { UnitsAgain } from "./row-subject.js";

/** Tables with fewer rows are kept row by row. */
export const LONG_TABLE = 5_000;

/** Instead of an index: the row must be read like that of any table. */
export const NOT_PLAIN = -1;
const DATA = TABLE_ROW_ROLES.indexOf("data");

type TypedRow = Pick<TableRow, "row" | "name" | "code" | "categories">;

export class RowsByColumn implements LongRows, RowKeeper {
  count = 0;
  hasOwn = false;
  repeated: ReadonlyMap<number, number> = new Map();
  private readonly again: UnitsAgain;
  private readonly nameColumn: number;
  readonly roles: Uint8Array;
  readonly sheetRows: Uint32Array;
  readonly sets: Uint32Array;
  readonly categorySets: TableRow["categories"][] = [];
  private readonly names: string[];
  /** Made when the first row has one. */
  private codes: string[] | undefined;
  private readonly numbers = new Map<TableRow["categories"], number>();
  /** Rows that are no plain data, as they are. */
  private readonly others = new Map<number, TableRow>();
  private readonly places: HashedPlaces;
  private readonly ownHash: number;
  private known = 0;

  /** Room for `most` rows, named in one column. */
  constructor(most: number, { nameColumn, again }: { readonly nameColumn: number; readonly again: UnitsAgain }) {
    this.again = again;
    this.nameColumn = nameColumn;
    this.roles = new Uint8Array(most);
    this.sheetRows = new Uint32Array(most);
    this.sets = new Uint32Array(most);
    this.names = emptyTexts(most);
    this.places = new HashedPlaces(most);
    this.ownHash = this.places.hashOf(again.ownName());
  }

  get units(): number {
    return this.known - this.repeated.size;
  }

  push(row: TableRow): void {
    const index = this.add(TABLE_ROW_ROLES.indexOf(row.role), row);
    if (row.role === "own") this.hasOwn = true;
    if (row.role !== "data") this.others.set(index, row);
    else if (row.unit !== undefined) this.keepUnit(index, this.places.hashOf(this.again.markOf(row)));
  }

  /**
   * Adds a row of data whose unit is a branch, known by its code or else its name, where that is plain to see; gives its
   * index, −1 for any other row.
   */
  pushBranch(row: TypedRow): number {
    const { name, code } = row;
    const hash = this.places.quickHashOf(name);
    if (hash === undefined || hash === this.ownHash || !this.again.isPlainName(name)) return NOT_PLAIN;
    const index = this.add(DATA, row);
    this.keepUnit(index, code === "" ? hash : this.places.hashOf(code));
    return index;
  }

  replace(index: number, row: TableRow): void {
    this.others.set(index, row);
  }

  roleAt(index: number): TableRowRole {
    return at(TABLE_ROW_ROLES, at(this.roles, index));
  }

  at(index: number): TableRow {
    const other = this.others.get(index);
    if (other !== undefined) return other;
    const typed = this.typedAt(index);
    return {
      role: "data",
      row: at(this.sheetRows, index),
      ...typed,
      unit: this.again.unitOf(typed),
      nameColumn: this.nameColumn,
      categories: at(this.categorySets, at(this.sets, index)),
      covers: undefined,
    };
  }

  /** All rows are there. They themselves are made once, when somebody asks for all of them. */
  kept(): Pick<FormTable, "rows" | "long"> {
    this.repeated = this.places.repeated((index) => this.again.markOf(this.typedAt(index)));
    let rows: readonly TableRow[] | undefined;
    const make = (): readonly TableRow[] => Array.from({ length: this.count }, (_, index) => this.at(index));
    return {
      get rows() {
        rows ??= make();
        return rows;
      },
      long: this,
    };
  }

  /** What was typed in the row at an index. */
  typedAt(index: number): Pick<TableRow, "name" | "code"> {
    return { name: at(this.names, index), code: this.codes?.[index] ?? "" };
  }

  private add(role: number, { row, name, code, categories }: TypedRow): number {
    const index = this.count;
    this.count += 1;
    this.roles[index] = role;
    this.sheetRows[index] = row;
    this.sets[index] = this.numberOf(categories);
    this.names[index] = name;
    if (code !== "") this.codes ??= emptyTexts(this.roles.length);
    if (this.codes !== undefined) this.codes[index] = code;
    return index;
  }

  /** The hash is that of what tells the row's unit from others. */
  private keepUnit(index: number, hash: number): void {
    this.known += 1;
    this.places.keep(index, hash);
  }

  private numberOf(categories: TableRow["categories"]): number {
    const known = this.numbers.get(categories);
    if (known !== undefined) return known;
    this.numbers.set(categories, this.categorySets.length);
    return this.categorySets.push(categories) - 1;
  }
}

/** Room for all at once: a list that grows is left behind several times, and twice as large as it need be. */
function emptyTexts(count: number): string[] {
  return new Array<string>(count).fill("");
}
