// What the summary workbook is made from: the totals of a run, its worded findings, and what became of each file.

import type { Aggregation, Verdict } from "../model/aggregation.js";
import type { Explanation } from "../model/explanation.js";
import type { Finding } from "../model/finding.js";
import type { CellTally } from "../model/submission.js";

export interface AggregateReport {
  readonly aggregation: Aggregation;
  readonly findings: readonly Finding[];
  /** Answers given further down or earlier, to nothing that is asked now. */
  readonly carried: readonly Explanation[];
  /** What became of each file, in the order of `aggregation.files`. */
  readonly verdicts: readonly Verdict[];
  /** The control total of each file that was read, in the order of `aggregation.files`. */
  readonly tallies: readonly (CellTally | undefined)[];
  /** Moment of the run, ISO text. */
  readonly created: string;
  readonly toolVersion: string;
}
