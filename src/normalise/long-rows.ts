// The rows of a very long table by columns. A million rows as objects, each with the key of its unit, cost more than
// reading the whole file: what a row says is kept as numbers and as the texts that were typed, and the rest is worked out
// again for the few rows that somebody asks about.

import type { NumberedTexts } from "../model/numbered-texts.js";
import { at } from "../model/outcome.js";
import {
  type FormTable,
  type LongRows,
  TABLE_ROW_ROLES,
  type TableRow,
  type TableRowRole,
} from "../model/submission.js";
import type { RowKeeper } from "./row-keeper.js";
import type { UnitsAgain } from "./row-subject.js";
import { TextPlaces } from "./text-places.js";

/** Tables with fewer rows are kept row by row. */
export const LONG_TABLE = 5_000;

const DATA = TABLE_ROW_ROLES.indexOf("data");

interface LongTable {
  readonly nameColumn: number;
  readonly again: UnitsAgain;
  /** Texts that rows may be given by the ids of. */
  readonly numbered: NumberedTexts | undefined;
}

interface NumberedRow extends Pick<TableRow, "row" | "categories"> {
  readonly name: number;
  readonly code: number;
}

export class RowsByColumn implements LongRows, RowKeeper {
  count = 0;
  hasOwn = false;
  readonly repeated = new Map<number, number>();
  private readonly again: UnitsAgain;
  private readonly nameColumn: number;
  readonly roles: Uint8Array;
  readonly sheetRows: Uint32Array;
  readonly sets: Uint32Array;
  readonly categorySets: TableRow["categories"][] = [];
  private readonly names: TypedTexts;
  private readonly codes: TypedTexts;
  private readonly numbers = new Map<TableRow["categories"], number>();
  /** Rows that are no plain data, as they are. */
  private readonly others = new Map<number, TableRow>();
  private readonly places: TextPlaces;
  private known = 0;

  /** Room for `most` rows, named in one column. */
  constructor(most: number, { nameColumn, again, numbered }: LongTable) {
    this.again = again;
    this.nameColumn = nameColumn;
    this.roles = new Uint8Array(most);
    this.sheetRows = new Uint32Array(most);
    this.sets = new Uint32Array(most);
    this.names = new TypedTexts(most, numbered);
    this.codes = new TypedTexts(most, numbered);
    this.places = new TextPlaces(most, (index) => again.markOf(this.typedAt(index)));
  }

  get units(): number {
    return this.known - this.repeated.size;
  }

  push(row: TableRow): void {
    const index = this.add(TABLE_ROW_ROLES.indexOf(row.role), row);
    this.names.keep(index, row.name);
    this.codes.keep(index, row.code);
    if (row.role === "own") this.hasOwn = true;
    if (row.role !== "data") this.others.set(index, row);
    else if (row.unit !== undefined) this.keepUnit(index, this.places.firstWith(this.again.markOf(row), index));
  }

  /** Adds a row of data by the ids of its texts, 0 for no code; the mark of its unit is a stem and a number. Gives its index. */
  pushNumbered(row: NumberedRow, stem: string, number: number): number {
    const index = this.add(DATA, row);
    this.names.keepId(index, row.name);
    if (row.code > 0) this.codes.keepId(index, row.code);
    this.keepUnit(index, this.places.firstWithNumber(stem, number, index));
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

  /** The rows themselves are made once, when somebody asks for all of them. */
  kept(): Pick<FormTable, "rows" | "long"> {
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

  typedAt(index: number): Pick<TableRow, "name" | "code"> {
    return { name: this.names.at(index), code: this.codes.at(index) };
  }

  private add(role: number, { row, categories }: Pick<TableRow, "row" | "categories">): number {
    const index = this.count;
    this.count += 1;
    this.roles[index] = role;
    this.sheetRows[index] = row;
    this.sets[index] = this.numberOf(categories);
    return index;
  }

  private keepUnit(index: number, first: number): void {
    this.known += 1;
    if (first !== index) this.repeated.set(index, first);
  }

  private numberOf(categories: TableRow["categories"]): number {
    const known = this.numbers.get(categories);
    if (known !== undefined) return known;
    this.numbers.set(categories, this.categorySets.length);
    return this.categorySets.push(categories) - 1;
  }
}

/** What one column says of each row, kept as it is typed: a text by its id among the numbered ones, any other as it is. */
class TypedTexts {
  private readonly most: number;
  private readonly numbered: NumberedTexts | undefined;
  /** Both are made when they are first needed, with room for all: a list that grows is left behind several times. */
  private texts: string[] | undefined;
  private ids: Uint32Array | undefined;

  constructor(most: number, numbered: NumberedTexts | undefined) {
    this.most = most;
    this.numbered = numbered;
  }

  keep(index: number, text: string): void {
    if (text === "") return;
    this.texts ??= new Array<string>(this.most).fill("");
    this.texts[index] = text;
  }

  keepId(index: number, id: number): void {
    this.ids ??= new Uint32Array(this.most);
    this.ids[index] = id;
  }

  at(index: number): string {
    return this.numbered?.textOf(this.ids?.[index] ?? -1) ?? this.texts?.[index] ?? "";
  }
}
