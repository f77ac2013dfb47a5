// A finished run → where each direct reporter's report stands.

import { filesByUnit, type KnownFile, type LedgerState } from "../ledger/ledger-state.js";
import type { Aggregation, CoverageRow, ReceivedAs, UnitRef } from "../model/aggregation.js";
import type { IsoDate } from "../model/iso-date.js";
import type { ReportState, StatusReport, UnitStatus } from "../model/report-status.js";
import { dayInVietnam } from "../model/vietnam-time.js";
import type { RunResult } from "../pipeline/conclude.js";
import { daysLate, receiptDay, savedByUnit } from "./receipt-day.js";

const STATES: Readonly<Record<ReceivedAs, ReportState>> = {
  "own-workbook": "received",
  "parent-row": "received",
  "from-below": "below",
  returned: "returned",
  missing: "missing",
  "no-association": "no-association",
};

/** What a status is judged by besides the run itself. */
export interface StatusGround {
  /** Without one nobody is late. */
  readonly deadline: IsoDate | undefined;
  /** What the ledger says of the period; undefined where none is kept. */
  readonly past: LedgerState | undefined;
}

/**
 * The direct reporters of the asked unit in the order of the register; a commune itself, to which nobody reports. Late is a report whose file was last saved after
 * the deadline; where there is an earlier file of the unit, or the ledger knows of one, that day counts: a correction is
 * not late. A unit whose file was returned and taken out of the folder is still one that has to mend it.
 */
export function reportStatus(aggregation: Aggregation, result: RunResult, ground: StatusGround): StatusReport {
  const direct = new Set(aggregation.children.map(({ unit }) => unit.key));
  const isAlone = direct.size === 0 && aggregation.unit.level === "commune";
  const rows = isAlone
    ? [ownRow(aggregation.unit, result)]
    : aggregation.grassroots.filter(({ unit }) => direct.has(unit.key));
  const { deadline, past } = ground;
  const known = past === undefined ? new Map<string, readonly KnownFile[]>() : filesByUnit(past);
  const closed = dayInVietnam(past?.closed.get(aggregation.unit.key)?.lock.moment ?? "");
  const saved = savedByUnit(result.taken, aggregation.period);
  const units = rows.map((row) => {
    const { key } = row.unit;
    return withPast(statusOf(row, result), { saved: saved.get(key) ?? [], known: known.get(key) ?? [] }, deadline);
  });
  return { deadline, ...(closed === undefined ? {} : { closed }), units };
}

/** A unit that nobody reports to is asked for its own report. */
function ownRow(unit: UnitRef, { taken, verdicts }: RunResult): CoverageRow {
  const own = taken.flatMap(({ submission }, file) => (submission?.unit?.key === unit.key ? [file] : []));
  const accepted = own.find((file) => verdicts[file] === "accepted");
  const returned = own.find((file) => verdicts[file] === "returned");
  const receivedAs = accepted !== undefined ? "own-workbook" : returned !== undefined ? "returned" : "missing";
  return { unit, parent: undefined, receivedAs, file: accepted ?? returned };
}

function statusOf({ unit, receivedAs, file }: CoverageRow, result: RunResult): UnitStatus {
  const taken = file === undefined ? undefined : result.taken[file];
  const errors = result.findings.filter(
    ({ place, severity }) => severity === "error" && place.file === taken?.file.path,
  ).length;
  return {
    unit,
    state: STATES[receivedAs],
    file: taken?.file.path,
    revision: taken?.submission?.revision,
    saved: taken === undefined ? undefined : dayInVietnam(taken.modified),
    daysLate: 0,
    errors,
  };
}

/** Files of a unit: when those of the run were last saved, and those the ledger knows. */
interface UnitFiles {
  readonly saved: readonly string[];
  readonly known: readonly KnownFile[];
}

/** The same status with what the ledger adds, and how late it is. */
function withPast(status: UnitStatus, { saved, known }: UnitFiles, deadline: IsoDate | undefined): UnitStatus {
  const latest = known.toSorted((a, b) => (a.last.moment < b.last.moment ? -1 : 1)).at(-1)?.last;
  if (status.state === "missing" && latest !== undefined) {
    const isReturned = latest.state === "returned";
    if (!isReturned) return latest.state === "accepted" ? { ...status, gone: latest.path } : status;
    return { ...status, state: "returned", file: latest.path, revision: latest.revision, errors: latest.errors };
  }
  if (status.saved === undefined) return status;
  const day = receiptDay(saved, known)?.day ?? status.saved;
  const late = deadline === undefined ? 0 : daysLate(day, deadline);
  if (status.state !== "received" || late === 0) return { ...status, saved: day };
  return { ...status, saved: day, state: "late", daysLate: late };
}
