// The values of many records at a time, figure by figure: each is looked up once, however many rules ask for it.

import { at } from "../model/outcome.js";
import type { FigureName } from "../model/rule.js";
import { type AskedFigure, askedIn } from "./asked-figure.js";
import type { TemplateColumns } from "./figure-columns.js";
import type { FigureRecords } from "./figure-records.js";

/** Records looked at together: most files have fewer, and of a long table no more is held. */
const BLOCK = 1024;
const NO_ROOM = new Float64Array(0);

/** Which figures some rules ask for, each under a number of its own. */
export class FigureNames {
  readonly all: FigureName[] = [];
  /** Of those that are asked for on any form, by code. */
  readonly byCode = new Map<string, number>();

  /** The number of a figure: the same for the same figure. */
  numberOf({ code, form }: FigureName): number {
    const known = this.all.findIndex((name) => name.code === code && name.form === form);
    if (known >= 0) return known;
    const number = this.all.push({ code, form }) - 1;
    if (form === undefined) this.byCode.set(code, number);
    return number;
  }
}

/** Values of one submission after another; the room for them is used again. */
export class ValueColumns {
  /** Records of the block that `column` gives: from the first to before the last, as places among all rows. */
  from = 0;
  to = 0;
  /** Room for what is said of each of them, and of the reporting unit. */
  readonly verdicts = new Uint8Array(BLOCK + 1);
  private readonly names: FigureNames;
  private records: FigureRecords | undefined;
  /** The template of the submission, and how each figure is found on it. */
  private template: TemplateColumns | undefined;
  private asked: readonly (AskedFigure | undefined)[] = [];
  private readonly columns: Float64Array[];
  /** Of the reporting unit, each a column of one value. */
  private readonly owns: readonly Float64Array[];
  /** When each of them was filled: a new block and a new submission are a new turn. */
  private readonly columnTurns: Float64Array;
  private readonly ownTurns: Float64Array;
  private blockTurn = 0;
  private submissionTurn = 0;

  constructor(names: FigureNames) {
    const { length } = names.all;
    this.names = names;
    this.columns = names.all.map(() => NO_ROOM);
    this.owns = names.all.map(() => new Float64Array(1));
    this.columnTurns = new Float64Array(length);
    this.ownTurns = new Float64Array(length);
  }

  /** Turns to a submission, before its first block. */
  begin(records: FigureRecords): void {
    const { template } = records.columns;
    if (template !== this.template) {
      this.template = template;
      this.asked = this.names.all.map((name) => askedIn(template.all, name));
    }
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

  /** True where the block holds all rows: the reporting unit's own value then stands behind theirs. */
  get isWhole(): boolean {
    return this.records !== undefined && this.isOneBlock(this.records);
  }

  /** The values of a figure in the records of the block; NaN where one is not known. */
  column(name: number): Float64Array {
    const room = this.columns[name] ?? NO_ROOM;
    const { records } = this;
    if (this.columnTurns[name] === this.blockTurn || records === undefined) return room;
    this.columnTurns[name] = this.blockTurn;
    const count = this.to - this.from;
    const column = room.length > count ? room : new Float64Array(Math.min(BLOCK, 2 * count) + 1);
    this.columns[name] = column;
    records.rows.fill(column, this.asked[name], this);
    if (this.isOneBlock(records)) column[count] = this.ownValue(name, records);
    return column;
  }

  /** The reporting unit's own value as a column of its own; NaN where it is not known. */
  own(name: number): Float64Array {
    const own = at(this.owns, name);
    if (this.ownTurns[name] === this.submissionTurn || this.records === undefined) return own;
    this.ownTurns[name] = this.submissionTurn;
    own[0] = this.ownValue(name, this.records);
    return own;
  }

  /** The values of a figure in all records, the reporting unit's behind them; undefined where they are too many to be at hand. */
  whole(code: string): Float64Array | undefined {
    const name = this.names.byCode.get(code);
    return name === undefined || !this.isWhole ? undefined : this.column(name);
  }

  /** What was typed of the unit, else the sum over its rows: of the column at hand where that holds the same figures. */
  private ownValue(name: number, records: FigureRecords): number {
    const { rows, unit, columns } = records;
    const { code, form } = at(this.names.all, name);
    const asked = this.asked[name];
    const isAtHand = this.isOneBlock(records) && !columns.hasRefused && asked?.stand.isTaken === true;
    if (!isAtHand) return unit.work(code, form) ?? Number.NaN;
    const typed = asked.isOnCover ? unit.typed(code, form) : undefined;
    return typed ?? knownSum(this.column(name), rows.count);
  }

  private isOneBlock({ rows }: FigureRecords): boolean {
    return this.from === 0 && this.to === rows.count && rows.count > 0;
  }
}

/** The sum of the values that are known; NaN where none is. */
function knownSum(values: Float64Array, count: number): number {
  let sum = 0;
  let isAny = false;
  for (let index = 0; index < count; index += 1) {
    const value = values[index] ?? Number.NaN;
    if (Number.isNaN(value)) continue;
    sum += value;
    isAny = true;
  }
  return isAny ? sum : Number.NaN;
}
