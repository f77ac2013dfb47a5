// Figures of one table as typed arrays: values[row × fields + field], with the text as typed only where it differs.

import type { CellAddress } from "../model/cell-address.js";
import type { FindingDraft } from "../model/finding.js";
import { QUANTITY_STATES, type QuantityState } from "../model/quantity.js";
import type { NumberReading } from "./number-column.js";

export interface FigureStore {
  readonly values: Float64Array;
  readonly states: Uint8Array;
  readonly typed: Map<number, string>;
}

/** What was noticed while figures were read; said once for a sheet, except `findings`. */
export interface FigureLog {
  readonly findings: FindingDraft[];
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
const STATES = new Map(QUANTITY_STATES.map((state, index) => [state, index]));

/** Room for `count` figures, all of them blank. */
export function createFigureStore(count: number): FigureStore {
  return {
    values: new Float64Array(count).fill(Number.NaN),
    states: new Uint8Array(count).fill(stateIndex("blank")),
    typed: new Map(),
  };
}

export function createFigureLog(): FigureLog {
  return { findings: [], uncalculated: [], linked: [], tidied: new Map(), isMoneyUndeclared: false };
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
