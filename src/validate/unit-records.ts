// Units beside one another, of which a nation has ten thousand: their figures as columns, and a record of one only where
// it is asked for.

import type { Contribution } from "../model/contribution.js";
import { at } from "../model/outcome.js";
import { type FactShape, isKnownAt, isPacked, type PackedFacts } from "../model/packed-facts.js";
import type { FigureRecord, RecordSet } from "../model/rule.js";
import type { Unit } from "../model/unit.js";
import { type FigureGround, unitFigures } from "./unit-figures.js";

/** A unit, and the contribution that tells of it: its own, or that of a unit above with a row about it. */
export interface ToldUnit {
  readonly contribution: Contribution;
  readonly unit: Unit;
}

/** The same as `unitFigures` of each. */
export class UnitRecords implements RecordSet {
  readonly count: number;
  readonly #units: readonly ToldUnit[];
  readonly #ground: FigureGround;
  readonly #made = new Map<number, FigureRecord>();
  #columns: ReadonlyMap<string, Float64Array> | undefined;

  constructor(units: readonly ToldUnit[], ground: FigureGround) {
    this.count = units.length;
    this.#units = units;
    this.#ground = ground;
  }

  at(index: number): FigureRecord {
    const before = this.#made.get(index);
    if (before !== undefined) return before;
    const { contribution, unit } = at(this.#units, index);
    const made = unitFigures(contribution, unit, this.#ground);
    this.#made.set(index, made);
    return made;
  }

  subjectAt(index: number): FigureRecord["subject"] {
    const { contribution, unit } = at(this.#units, index);
    return unit.key === contribution.unit ? "unit" : "child";
  }

  placesOf(subject: FigureRecord["subject"]): Int32Array {
    return Int32Array.from(this.#units.keys()).filter((index) => this.subjectAt(index) === subject);
  }

  column(code: string): Float64Array | undefined {
    this.#columns ??= this.#readAll();
    return this.#columns.get(code);
  }

  /** Every figure that is asked for, unit by unit: each lies elsewhere in memory, and is gone to once. */
  #readAll(): ReadonlyMap<string, Float64Array> {
    const codes = [...this.#ground.codes];
    const columns = codes.map(() => new Float64Array(this.count));
    let shape: FactShape | undefined;
    let places: readonly (readonly number[])[] = [];
    for (const [index, { contribution, unit }] of this.#units.entries()) {
      const { facts } = contribution;
      if (isPacked(facts) && facts.units === undefined && unit.key === contribution.unit) {
        if (facts.shape !== shape) {
          const byCode = this.#ground.factIndex(facts.shape);
          places = codes.map((code) => byCode.get(code) ?? []);
          shape = facts.shape;
        }
        for (let place = 0; place < codes.length; place += 1) {
          at(columns, place)[index] = knownSum(facts, at(places, place));
        }
      } else {
        const record = unitFigures(contribution, unit, this.#ground);
        for (const [place, code] of codes.entries()) at(columns, place)[index] = record.value(code) ?? Number.NaN;
      }
    }
    return new Map(codes.map((code, place) => [code, at(columns, place)]));
  }
}

/** The sum of the facts that are known; NaN where none is. */
function knownSum(facts: PackedFacts, places: readonly number[]): number {
  let sum = Number.NaN;
  for (const place of places) {
    if (!isKnownAt(facts, place)) continue;
    const value = at(facts.values, place);
    sum = Number.isNaN(sum) ? value : sum + value;
  }
  return sum;
}
