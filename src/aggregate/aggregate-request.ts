// What is asked of the adding-up: which unit, which day, and what came in.

import type { Verdict } from "../model/aggregation.js";
import type { Contribution } from "../model/contribution.js";
import type { IsoDate } from "../model/iso-date.js";
import type { Period, Standing } from "../model/period.js";
import type { FileRef } from "../model/submission.js";

export interface AggregateRequest {
  /** Key of a unit, or id of a grouping. */
  readonly unit: string;
  readonly period: Period;
  readonly asOf: IsoDate;
  readonly standing: Standing | undefined;
  readonly provisional: boolean;
  readonly files: readonly FileRef[];
  /** Contributions of counted submissions. */
  readonly contributions: readonly Contribution[];
  /** Units whose own submission came but is not counted, with what became of it. */
  readonly notCounted: readonly { readonly unit: string; readonly verdict: Verdict; readonly file: number }[];
}
