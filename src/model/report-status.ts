// Where each unit's report stands: sent, late, returned, missing, or owed by nobody.

import type { UnitRef } from "./aggregation.js";
import type { IsoDate } from "./iso-date.js";
import type { MonthRange } from "./period.js";

/** In the order in which a secretary has to act. below: nothing of its own, but units below it sent. */
export const REPORT_STATES = ["missing", "returned", "late", "received", "below", "no-association"] as const;
export type ReportState = (typeof REPORT_STATES)[number];

export interface UnitStatus {
  readonly unit: UnitRef;
  readonly state: ReportState;
  /** The file it came in; undefined where none did. */
  readonly file: string | undefined;
  readonly revision: number | undefined;
  /** Day the file was last saved, with a ledger the unit's first one: nearest to the day of sending that a file tells. */
  readonly saved: IsoDate | undefined;
  /** Days after the deadline; 0 where in time, or where there is no deadline. */
  readonly daysLate: number;
  readonly errors: number;
  /** A file of the unit that was counted before and has not come this time; known only with a ledger. */
  readonly gone?: string;
}

export interface StatusReport {
  readonly deadline: IsoDate | undefined;
  /** Day on which the period was closed; undefined while it is open, or where no ledger is kept. */
  readonly closed?: IsoDate;
  readonly units: readonly UnitStatus[];
}

/** A report that came after its deadline. */
export interface LateReport {
  readonly unit: UnitRef;
  readonly range: MonthRange;
  readonly saved: IsoDate;
  readonly deadline: IsoDate;
  readonly daysLate: number;
}

/** Units in a state. */
export function unitsIn({ units }: StatusReport, state: ReportState): readonly UnitStatus[] {
  return units.filter((one) => one.state === state);
}

/** Units that owe a report, and those of which something came, returned ones left out. */
export function countsOf({ units }: StatusReport): { readonly due: number; readonly received: number } {
  const due = units.filter(({ state }) => state !== "no-association");
  const received = due.filter(({ state }) => state === "received" || state === "late" || state === "below");
  return { due: due.length, received: received.length };
}
