// Totals → WorkbookPlan of the summary workbook. No arithmetic is left after this.

import type { Aggregation, Verdict } from "../model/aggregation.js";
import type { Catalogue } from "../model/catalogue.js";
import type { Finding } from "../model/finding.js";
import type { WorkbookPlan } from "../model/workbook-plan.js";

export interface AggregateReport {
  readonly aggregation: Aggregation;
  readonly findings: readonly Finding[];
  /** What became of each file, in the order of `aggregation.files`. */
  readonly verdicts: readonly Verdict[];
  /** Moment of the run, ISO text. */
  readonly created: string;
  readonly toolVersion: string;
}

/** The summary workbook: a valid submission one level up, with coverage, findings and sources beside it. */
export function layOutAggregate(_report: AggregateReport, _catalogue: Catalogue): WorkbookPlan {
  throw new Error("not built");
}
