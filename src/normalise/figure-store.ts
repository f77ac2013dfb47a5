// Figures of one table as typed arrays: values[row × fields + field], with the text as typed only where it differs.

import type { CellAddress } from "../model/cell-address.js";
import { cutFrom } from "../model/cut-from.js";
import type { FindingDraft } from "../model/finding.js";
import { FindingList } from "../model/finding-list.js";
import { QUANTITY_STATES, type QuantityState } from "../model/quantity.js";
import type { FormTable } from "../model/submission.js";
import type { NumberReading } from "./number-column.js";

export interface FigureStore {
  readonly values: Float64Array;
  readonly states: Uint8Array;
  /** Made when the first text is kept: most tables are typed plainly. */
  typed: Map<number, string | number> | undefined;
}

/** What was noticed while figures were read; said once for a sheet, except `findings`. */
export interface FigureLog {
  readonly findings: FindingList;
  /** The first refused figure of each column of the sheet, which formulas below it follow from. */
  readonly firstRefused: Map<number, FindingDraft>;
  readonly uncalculated: CellAddress[];
  readonly linked: CellAddress[];
  /** Figures that were tidied beyond trimming, by what was done. */
  readonly tidied: Map<string, TidiedFigures>;
  /** True once an amount without a unit of money was met. */
  isMoneyUndeclared: boolean;
}

export interface TidiedFigures {
  readonly cells: CellAddress[];
  /** The first of them, as typed and as read. */
  readonly typed: string;
  readonly value: string;
}

export const KNOWN = QUANTITY_STATES.indexOf("known");
const NOTHING_TYPED: ReadonlyMap<number, string | number> = new Map();
const STATES = new Map(QUANTITY_STATES.map((state, index) => [state, index]));

/** Gives room for so many figures, all of them blank. */
export type FigureRoom = (count: number) => FigureStore;

/** Room for the figures of one table after another. */
export function createFigureRoom(): FigureRoom {
  const values = cutFrom((length) => new Float64Array(length).fill(Number.NaN));
  const states = cutFrom((length) => new Uint8Array(length).fill(stateIndex("blank")));
  return (count) => ({ values: values(count), states: states(count), typed: undefined });
}

/** The first `count` figures: room is made for all rows before those that say nothing are left out. */
export function filledPart(
  { values, states, typed }: FigureStore,
  count: number,
): Pick<FormTable, "values" | "states" | "typed"> {
  const isFull = values.length === count;
  return {
    values: isFull ? values : values.subarray(0, count),
    states: isFull ? states : states.subarray(0, count),
    typed: typed ?? NOTHING_TYPED,
  };
}

/** Keeps a figure as typed: its text, or the stored number whose text hardly anybody asks for. */
export function keepTyped(store: FigureStore, index: number, typed: string | number | undefined): void {
  if (typed === undefined) return;
  store.typed ??= new Map();
  store.typed.set(index, typed);
}

export function createFigureLog(): FigureLog {
  return {
    findings: new FindingList(),
    firstRefused: new Map(),
    uncalculated: [],
    linked: [],
    tidied: new Map(),
    isMoneyUndeclared: false,
  };
}

/** Puts a reading into the store; a refused figure is `rejected`, whatever was typed. */
export function storeReading(store: FigureStore, index: number, reading: NumberReading): void {
  store.states[index] = stateIndex(stateOfReading(reading));
  store.values[index] = reading.kind === "known" ? reading.value : Number.NaN;
}

function stateOfReading(reading: NumberReading): QuantityState {
  switch (reading.kind) {
    case "known":
    case "blank":
      return reading.kind;
    case "not-applicable":
      return reading.why;
    case "refused":
      return "rejected";
  }
}

function stateIndex(state: QuantityState): number {
  const index = STATES.get(state);
  if (index === undefined) throw new Error(`no state ${state}`);
  return index;
}
