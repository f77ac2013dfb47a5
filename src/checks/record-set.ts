// Records beside one another, between the two ways of giving them: one by one, and column by column.

import { at } from "../model/outcome.js";
import type { FigureRecord, RecordSet } from "../model/rule.js";

/** These records as a set. */
export function recordSet(records: readonly FigureRecord[]): RecordSet {
  return {
    count: records.length,
    at: (index) => at(records, index),
    subjectAt: (index) => at(records, index).subject,
    placesOf: (subject) => Int32Array.from(records.keys()).filter((index) => at(records, index).subject === subject),
    column: (code) => Float64Array.from(records, (record) => record.value(code) ?? Number.NaN),
  };
}

/** The records of a set, one by one. */
export function recordsOf(set: RecordSet): readonly FigureRecord[] {
  return Array.from({ length: set.count }, (_, index) => set.at(index));
}
