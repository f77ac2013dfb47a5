// A comparison for a terminal: figures side by side, then why they differ.

import type { Catalogue } from "../../model/catalogue.js";
import type { Coverage } from "../../model/coverage.js";
import type { TotalsByIndicator } from "../../model/fact.js";
import type { Indicator } from "../../model/indicator.js";
import { vietnameseDate } from "../../model/iso-date.js";
import { shortList, vietnameseNumber } from "../../model/number-text.js";
import { monthsOf, periodInWords } from "../../model/period.js";
import { DIVISION_PATH } from "../../model/split-key.js";
import type { ComparedRuns } from "../../pipeline/compare-results.js";
import type { Say } from "../language.js";
import type { ChangedFile } from "./changed-files.js";
import { sections } from "./sections.js";
import { wrap } from "./wrap.js";

export interface CompareLook {
  readonly changes: readonly ChangedFile[];
  readonly catalogue: Catalogue;
  readonly columns: number;
  /** Puts the program's own words into the language of the run. */
  readonly say: Say;
  /** Every indicator, not the few that are asked for most. */
  readonly isWhole: boolean;
}

const STANDINGS = { estimate: "số ước tính", final: "số chính thức" } as const;
const FIGURE_WIDTH = 17;
const NAME_ROOM = 24;

/** The whole answer. */
export function compareText(compared: ComparedRuns, look: CompareLook): string {
  return sections([headText(compared, look), tableText(compared, look), reasonsText(compared, look)]);
}

function headText(compared: ComparedRuns, { columns, say }: CompareLook): string {
  const lines = [`${say("So sánh")} ${compared.after.unit.name}`, ...sidesOf(compared, say)];
  return lines.map((line) => wrap(line, columns, { first: "", rest: "  " })).join("\n");
}

/** A line for each side: its period, cut-off date, standing and coverage. */
export function sidesOf({ before, after, total }: ComparedRuns, say: Say): readonly string[] {
  const side = ({ period, asOf, standing }: ComparedRuns["before"]): string => {
    const day = say(`số liệu đến ngày ${vietnameseDate(asOf)}`);
    return [say(periodInWords(period)), day, ...(standing === undefined ? [] : [say(STANDINGS[standing])])].join(", ");
  };
  return [
    `${say("Trước")}: ${side(before)}; ${say(coverageText(total.before))}`,
    `${say("Sau")}: ${side(after)}; ${say(coverageText(total.after))}`,
  ];
}

function coverageText(totals: TotalsByIndicator | undefined): string {
  if (totals === undefined) return "không có số liệu của địa bàn này";
  const widest = [...totals.values()].reduce(
    (best: Coverage, { coverage }) => (coverage.have > best.have ? coverage : best),
    { have: 0, due: 0 },
  );
  return `từ ${vietnameseNumber(widest.have)}/${vietnameseNumber(widest.due)} đơn vị cơ sở`;
}

/** Three columns of figures with the name below them, so that no name is squeezed. */
function tableText({ total }: ComparedRuns, { catalogue, columns, isWhole, say }: CompareLook): string {
  const width = Math.max(columns, 3 * FIGURE_WIDTH + NAME_ROOM);
  const head = ["trước", "sau", "tăng, giảm"].map((word) => say(word).padStart(FIGURE_WIDTH)).join("");
  const lines = [...catalogue.indicators.values()].flatMap((indicator) => {
    const [then, now] = [total.before?.get(indicator.code), total.after.get(indicator.code)];
    if (!(isWhole || indicator.isHeadline)) return [];
    const [a, b] = [knownValue(then?.quantity), knownValue(now?.quantity)];
    if (a === undefined && b === undefined) return [];
    const shown = [figureText(a, indicator), figureText(b, indicator), changeText(a, b, indicator)];
    const first = shown.map((text) => text.padStart(FIGURE_WIDTH)).join("");
    const estimate = then?.estimate === true ? ` ${say("(trước: có phần ước tính)")}` : "";
    const rest = " ".repeat(3 * FIGURE_WIDTH + 2);
    return [wrap(`${indicator.name}${estimate}`, width, { first: `${first}  `, rest })];
  });
  return [head, ...lines].join("\n");
}

function knownValue(quantity: { readonly kind: string; readonly value?: number } | undefined): number | undefined {
  return quantity?.kind === "known" ? quantity.value : undefined;
}

function figureText(value: number | undefined, { ratio }: Indicator): string {
  if (value === undefined) return "…";
  return ratio === undefined ? vietnameseNumber(value, 0) : vietnameseNumber(value * ratio.times, 2);
}

/** Ratios change by points, everything else by amount and percent; nothing where one side is not known. */
function changeText(before: number | undefined, after: number | undefined, { ratio }: Indicator): string {
  if (before === undefined || after === undefined) return "…";
  const change = (after - before) * (ratio?.times ?? 1);
  const sign = change > 0 ? "+" : "";
  if (ratio !== undefined || before === 0 || change === 0) {
    return `${sign}${vietnameseNumber(change, ratio === undefined ? 0 : 2)}`;
  }
  const share = vietnameseNumber(((after - before) / before) * 100, 1);
  const text = `${sign}${vietnameseNumber(change, 0)} (${sign}${share}%)`;
  return text.length < FIGURE_WIDTH ? text : `${sign}${share}%`;
}

function reasonsText(compared: ComparedRuns, look: CompareLook): string {
  const reasons = reasonsOf(compared, look.changes);
  const head = reasons.length === 0 ? "Hai bên cùng phạm vi, cùng cách tính." : "Cần biết khi đọc số so sánh:";
  const { say, columns } = look;
  const lines = reasons.map((reason) => wrap(say(reason), columns, { first: "- ", rest: "  " }));
  return [say(head), ...lines].join("\n");
}

/** Why figures differ, or what to bear in mind; none where both sides are made alike. */
export function reasonsOf(compared: ComparedRuns, changes: readonly ChangedFile[]): readonly string[] {
  const { before, after, total, notes, cameIn, wentOut, unresolved, isOtherGroup } = compared;
  const reasons = notes.map(({ message, why }) => `${message} ${why}`);
  const [then, now] = [monthsOf(before.period), monthsOf(after.period)];
  if (then.last - then.first !== now.last - now.first) {
    reasons.push("Hai kỳ dài ngắn khác nhau: số phát sinh trong kỳ không so sánh trực tiếp.");
  }
  if (before.standing !== after.standing && before.standing !== undefined && after.standing !== undefined) {
    reasons.push(`Một bên là ${STANDINGS[before.standing]}, một bên là ${STANDINGS[after.standing]}.`);
  }
  if (total.madeFrom.length > 0) reasons.push(`${after.unit.name} lập từ: ${shortList(total.madeFrom)}.`);
  const made = compared.children.filter(({ madeFrom }) => madeFrom.length > 1).length;
  if (made > 0) reasons.push(`${vietnameseNumber(made)} đơn vị trực thuộc lập từ nhiều đơn vị cũ.`);
  if (isOtherGroup) {
    reasons.push("Cụm nay không gồm đúng các địa bàn như trước; bên trước tính theo các thành viên hiện nay.");
  }
  if (unresolved.length > 0) {
    const units = new Set(unresolved.map(({ unit }) => unit)).size;
    reasons.push(
      `${vietnameseNumber(units)} xã cũ chia về nhiều nơi, chưa biết chia số thế nào nên không tính vào cấp xã; khai báo cách chia trong ${DIVISION_PATH}.`,
    );
  }
  reasons.push(...divisionReasons(compared), ...backwardReasons(compared));
  if (cameIn.length > 0) reasons.push(`Chỉ bên sau có số liệu: ${shortList(cameIn.map(({ name }) => name))}.`);
  if (wentOut.length > 0) reasons.push(`Chỉ bên trước có số liệu: ${shortList(wentOut.map(({ name }) => name))}.`);
  if (changes.length > 0) reasons.push(`Tệp khác nhau: ${shortList(changes.map(changeOf))}.`);
  return reasons;
}

/** What an old territory's later figures rest on, or what keeps them from being told. */
function backwardReasons({ backward }: ComparedRuns): readonly string[] {
  if (backward === undefined) return [];
  const { straddling, lacking } = backward;
  if (straddling.length > 0) {
    const count = vietnameseNumber(straddling.length);
    return [`Bên sau không tính được theo địa bàn cũ: ${count} đơn vị nay nằm cả trong và ngoài địa bàn ấy.`];
  }
  if (lacking.length > 0) {
    return [
      `Bên sau chưa đủ để tính theo địa bàn cũ: thiếu ${vietnameseNumber(lacking.length)} đơn vị nay thuộc địa bàn ấy.`,
    ];
  }
  return ["Bên sau cộng từ các đơn vị nay nằm trọn trong địa bàn cũ."];
}

/** Units that were divided as declared: how many, on what grounds, and which declared branches nobody reported. */
function divisionReasons({ divided, lacking }: ComparedRuns): readonly string[] {
  if (divided.length === 0) return [];
  const units = new Set(divided.map(({ old }) => old)).size;
  const sources = shortList([...new Set(divided.map(({ source }) => source))], "nguồn");
  const said = `${vietnameseNumber(units)} xã cũ được chia theo khai báo: chi hội theo nơi đã về, phần còn lại theo trọng số là số ước tính. Nguồn: ${sources}.`;
  const names = lacking.flatMap((one) => one.names);
  if (names.length === 0) return [said];
  return [said, `Chi hội đã khai báo mà báo cáo không có: ${shortList(names, "chi hội")}.`];
}

function changeOf({ unit, before, after, revisionBefore, revisionAfter }: ChangedFile): string {
  if (before === undefined) return `${unit} (thêm)`;
  if (after === undefined) return `${unit} (bớt)`;
  const isRevised = revisionBefore !== revisionAfter;
  return isRevised ? `${unit} (lần nộp ${revisionBefore ?? "?"} → ${revisionAfter ?? "?"})` : `${unit} (nội dung khác)`;
}
