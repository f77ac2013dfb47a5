// The values of many records at a time, figure by figure: each is looked up once, however many rules ask for it.

import { at } from "../model/outcome.js";
import type { FigureName } from "../model/rule.js";
import type { FigureRecords } from "./figure-records.js";

/** Records looked at together: most files have fewer, and of a long table no more is held. */
const BLOCK = 1024;

/** Which figures some rules ask for, each under a number of its own. */
export class FigureNames {
  readonly all: FigureName[] = [];

  /** The number of a figure: the same for the same figure. */
  numberOf({ code, form }: FigureName): number {
    const known = this.all.findIndex((name) => name.code === code && name.form === form);
    return known >= 0 ? known : this.all.push({ code, form }) - 1;
  }
}

/** Values of one submission after another; the room for them is used again. */
export class ValueColumns {
  /** Records of the block that `column` gives: from the first to before the last, as places among all rows. */
  from = 0;
  to = 0;
  private readonly names: readonly FigureName[];
  private records: FigureRecords | undefined;
  private readonly columns: Float64Array[];
  private readonly sums: Float64Array;
  /** When each of them was filled: a new block and a new submission are a new turn. */
  private readonly columnTurns: Float64Array;
  private readonly sumTurns: Float64Array;
  private blockTurn = 0;
  private submissionTurn = 0;

  constructor(names: FigureNames) {
    this.names = names.all;
    this.columns = this.names.map(() => new Float64Array(0));
    this.sums = new Float64Array(this.names.length);
    this.columnTurns = new Float64Array(this.names.length);
    this.sumTurns = new Float64Array(this.names.length);
  }

  /** Turns to a submission, before its first block. */
  begin(records: FigureRecords): void {
    this.records = records;
    this.submissionTurn += 1;
    this.from = 0;
    this.to = 0;
  }

  /** Turns to the next block; false where there is none. */
  next(): boolean {
    if (this.records === undefined || this.to >= this.records.rows.count) return false;
    this.blockTurn += 1;
    this.from = this.to;
    this.to = Math.min(this.records.rows.count, this.from + BLOCK);
    return true;
  }

  /** The values of a figure in the records of the block; NaN where one is not known. */
  column(name: number): Float64Array {
    const room = at(this.columns, name);
    if (this.columnTurns[name] === this.blockTurn || this.records === undefined) return room;
    this.columnTurns[name] = this.blockTurn;
    const count = this.to - this.from;
    const column = room.length >= count ? room : new Float64Array(Math.min(BLOCK, 2 * count));
    this.columns[name] = column;
    this.records.rows.fill(column, at(this.names, name), this);
    return column;
  }

  /** The reporting unit's own value; NaN where it is not known. */
  own(name: number): number {
    if (this.sumTurns[name] !== this.submissionTurn) {
      this.sumTurns[name] = this.submissionTurn;
      const { code, form } = at(this.names, name);
      this.sums[name] = this.records?.unit.work(code, form) ?? Number.NaN;
    }
    return at(this.sums, name);
  }
}
