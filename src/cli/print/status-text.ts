// Who has sent and who has not: for a terminal, as a short message to be pasted, for another program.

import type { Aggregation } from "../../model/aggregation.js";
import { vietnameseDate } from "../../model/iso-date.js";
import { vietnameseNumber } from "../../model/number-text.js";
import { periodInWords, printPeriod } from "../../model/period.js";
import {
  countsOf,
  REPORT_STATES,
  type ReportState,
  type StatusReport,
  type UnitStatus,
  unitsIn,
} from "../../model/report-status.js";
import type { Say } from "../language.js";
import { wrap } from "./wrap.js";

export interface AboutStatus {
  readonly aggregation: Aggregation;
  readonly status: StatusReport;
}

export interface StatusLook {
  readonly columns: number;
  /** Every unit of every state, not those alone that have to act. */
  readonly isWhole: boolean;
  /** Puts the program's own words into the language of the run. */
  readonly say: Say;
}

const HEADS: Readonly<Record<ReportState, string>> = {
  missing: "Chưa nộp",
  returned: "Trả lại, còn lỗi",
  late: "Nộp muộn",
  received: "Đã nhận",
  below: "Đã có số liệu từ cấp dưới",
  "no-association": "Chưa có Hội",
};

/** States of which every unit is named; of the others only how many there are, unless all are asked for. */
const NAMED: ReadonlySet<ReportState> = new Set(["missing", "returned", "late"]);
const MOST = 40;
/** Names in a message for a phone. */
const FEW = 12;

/** Counts first, then the units by what is to be done about them. */
export function statusText({ aggregation, status }: AboutStatus, { columns, isWhole, say }: StatusLook): string {
  const { unit, period } = aggregation;
  const head = [
    wrap(`${unit.name} — ${say(periodInWords(period))}${deadlineText(status, say)}`, columns, {
      first: "",
      rest: "  ",
    }),
    wrap(`${countsText(status, say)}.${closedText(status, say)}`, columns),
  ];
  const groups = REPORT_STATES.flatMap((state) => {
    const units = unitsIn(status, state);
    if (units.length === 0) return [];
    const title = `${say(HEADS[state])} (${vietnameseNumber(units.length)})`;
    if (!(isWhole || NAMED.has(state))) return [`\n${title}`];
    const some = isWhole ? units : units.slice(0, MOST);
    const rest = units.length - some.length;
    const tail = rest > 0 ? [`  ${say(`và ${vietnameseNumber(rest)} đơn vị khác (thêm --all để xem hết)`)}`] : [];
    return [
      `\n${title}:`,
      ...some.map((one) => wrap(unitText(one, say), columns, { first: "  ", rest: "    " })),
      ...tail,
    ];
  });
  const note = unitsIn(status, "late").length > 0 ? ["", wrap(say(LATE_NOTE), columns)] : [];
  return [...head, ...groups, ...note].join("\n");
}

const LATE_NOTE = "Ngày nộp tính theo ngày tệp được lưu lần cuối, hoặc theo sổ nhận.";

/** A few lines that fit a phone: counts, deadline, names. */
export function reminderText({ aggregation, status }: AboutStatus): string {
  const lines = [
    `Báo cáo khuyến học ${periodInWords(aggregation.period)}${deadlineText(status, asIs)}: ${countsText(status, asIs)}.`,
  ];
  for (const state of NAMED_IN_ORDER) {
    const names = unitsIn(status, state).map(({ unit }) => unit.name);
    if (names.length === 0) continue;
    const rest = names.length - FEW;
    const tail = rest > 0 ? ` và ${vietnameseNumber(rest)} đơn vị khác` : "";
    lines.push(`- ${HEADS[state]}: ${names.slice(0, FEW).join(", ")}${tail}.`);
  }
  if (lines.length > 1) lines.push("Kính đề nghị các đơn vị gửi hoặc sửa báo cáo sớm. Trân trọng cảm ơn.");
  return lines.join("\n");
}

const NAMED_IN_ORDER = REPORT_STATES.filter((state) => state === "missing" || state === "returned");

/** One object; fields are added, never changed. */
export function statusJson({ aggregation, status }: AboutStatus): string {
  const { unit, period, asOf } = aggregation;
  return JSON.stringify(
    {
      schemaVersion: 1,
      unit,
      period: printPeriod(period),
      asOf,
      deadline: status.deadline ?? null,
      closed: status.closed ?? null,
      counts: Object.fromEntries(REPORT_STATES.map((state) => [state, unitsIn(status, state).length])),
      units: status.units.map((one) => ({
        ...one,
        file: one.file ?? null,
        revision: one.revision ?? null,
        saved: one.saved ?? null,
        gone: one.gone ?? null,
      })),
    },
    null,
    2,
  );
}

/** What goes to senders is Vietnamese always. */
const asIs: Say = (text) => text;

function countsText(status: StatusReport, say: Say): string {
  const { due, received } = countsOf(status);
  const others = REPORT_STATES.flatMap((state) => {
    const count = unitsIn(status, state).length;
    return count === 0 || state === "received" || state === "below"
      ? []
      : [`${say(HEADS[state]).toLowerCase()} ${vietnameseNumber(count)}`];
  });
  return [say(`đã nhận ${vietnameseNumber(received)}/${vietnameseNumber(due)}`), ...others].join("; ");
}

function deadlineText({ deadline }: StatusReport, say: Say): string {
  return deadline === undefined ? "" : `, ${say(`hạn nộp ${vietnameseDate(deadline)}`)}`;
}

function closedText({ closed }: StatusReport, say: Say): string {
  return closed === undefined ? "" : ` ${say(`Kỳ này đã khóa ngày ${vietnameseDate(closed)}.`)}`;
}

function unitText({ unit, file, saved, daysLate, revision, errors, gone }: UnitStatus, say: Say): string {
  const details = [
    saved !== undefined && daysLate > 0
      ? say(`nộp ${vietnameseDate(saved)}, chậm ${vietnameseNumber(daysLate)} ngày`)
      : "",
    errors > 0 ? say(`${vietnameseNumber(errors)} lỗi`) : "",
    revision !== undefined && revision > 1 ? say(`lần nộp ${revision}`) : "",
    file ?? "",
    gone === undefined ? "" : say(`đã từng nhận ${gone}, nay không còn trong thư mục`),
  ].filter((text) => text !== "");
  return `${unit.name} (${unit.code})${details.length === 0 ? "" : `: ${details.join("; ")}`}`;
}
