// A finished run → where each direct reporter's report stands.

import type { Aggregation, CoverageRow, ReceivedAs } from "../model/aggregation.js";
import { type IsoDate, isIsoDate } from "../model/iso-date.js";
import type { ReportState, StatusReport, UnitStatus } from "../model/report-status.js";
import type { RunResult } from "../pipeline.js";

const DAY = 86_400_000;

const STATES: Readonly<Record<ReceivedAs, ReportState>> = {
  "own-workbook": "received",
  "parent-row": "received",
  "from-below": "below",
  returned: "returned",
  missing: "missing",
  "no-association": "no-association",
};

/**
 * The direct reporters of the asked unit in the order of the register. Late is a report whose file was last saved after
 * the deadline; without a deadline nobody is late.
 */
export function reportStatus(aggregation: Aggregation, result: RunResult, deadline: IsoDate | undefined): StatusReport {
  const direct = new Set(aggregation.children.map(({ unit }) => unit.key));
  const rows = aggregation.grassroots.filter(({ unit }) => direct.has(unit.key));
  return { deadline, units: rows.map((row) => statusOf(row, result, deadline)) };
}

function statusOf(
  { unit, receivedAs, file }: CoverageRow,
  result: RunResult,
  deadline: IsoDate | undefined,
): UnitStatus {
  const taken = file === undefined ? undefined : result.taken[file];
  const saved = taken === undefined ? undefined : dayOf(taken.modified);
  const days = saved === undefined || deadline === undefined ? 0 : daysBetween(deadline, saved);
  const state = STATES[receivedAs];
  const isLate = state === "received" && days > 0;
  const errors = result.findings.filter(
    ({ place, severity }) => severity === "error" && place.file === taken?.file.path,
  ).length;
  return {
    unit,
    state: isLate ? "late" : state,
    file: taken?.file.path,
    revision: taken?.submission?.revision,
    saved,
    daysLate: isLate ? days : 0,
    errors,
  };
}

function dayOf(moment: string): IsoDate | undefined {
  const day = moment.slice(0, 10);
  return isIsoDate(day) ? day : undefined;
}

function daysBetween(from: IsoDate, to: IsoDate): number {
  return Math.max(0, Math.round((Date.parse(to) - Date.parse(from)) / DAY));
}
