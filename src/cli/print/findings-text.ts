// Findings for a person at a terminal: by file, each with where, what, why and how to mend.

import { Chalk } from "chalk";
import { type Finding, placeText, SEVERITIES } from "../../model/finding.js";
import { type GivenOptions, SEVERITY_WORDS } from "../options.js";
import { chooseListed } from "./choose-listed.js";
import { countWords } from "./count-words.js";
import { wrap } from "./wrap.js";

export interface Screen {
  readonly columns: number;
  readonly hasColour: boolean;
}

/** What follows from one finding is shown so often; the rest is counted. */
const FOLLOWERS = 3;

/**
 * One block per finding:
 *
 *   bai-nop/huong-phung.xlsx › 01 Tổ chức - Hội viên › L9 — lỗi
 *     Nữ (61) vượt HV cuối kỳ (60). Hội viên nữ là một phần của tổng số hội viên.
 *     → Sửa số ghi nhầm ở L9.  [V-H03]
 *
 * Findings that follow from another stand under it, indented. Width is kept where words allow. A list too long to be
 * read is cut (`chooseListed`) and ends with how many more there are and how to see them.
 */
export function findingsText(findings: readonly Finding[], options: GivenOptions, screen: Screen): string {
  const followers = new Map<string, Finding[]>();
  const known = new Set(findings.map((finding) => finding.id));
  const first = findings.filter((finding) => finding.cause === undefined || !known.has(finding.cause));
  for (const finding of findings) {
    if (finding.cause === undefined || !known.has(finding.cause)) continue;
    followers.set(finding.cause, [...(followers.get(finding.cause) ?? []), finding]);
  }
  const { shown, hidden } = chooseListed(first, options.all === true ? "all" : "readable");
  const blocks = shown.map((finding) => block(finding, followers.get(finding.id) ?? [], screen));
  if (hidden.length > 0) blocks.push(hiddenText(hidden, screen));
  return blocks.join("\n\n");
}

function block(finding: Finding, following: readonly Finding[], screen: Screen): string {
  const paint = new Chalk({ level: screen.hasColour ? 1 : 0 });
  const colour = { error: paint.red, query: paint.yellow, note: paint.cyan }[finding.severity];
  const place = placeText(finding.place);
  const isReturned = finding.severity !== "error" && following.some(({ severity }) => severity === "error");
  const weight = SEVERITY_WORDS[finding.severity] + (isReturned ? ", kéo theo lỗi" : "");
  const head = `${place === "" ? "Cả đợt báo cáo" : place} — ${weight}`;
  const rest = following.length - FOLLOWERS;
  return [
    colour(wrap(head, screen.columns, { first: "", rest: "  " })),
    wrap(`${finding.message} ${finding.why}`, screen.columns, { first: "  ", rest: "  " }),
    wrap(`${finding.fix} [${finding.code}]`, screen.columns, { first: "  → ", rest: "    " }),
    ...following
      .slice(0, FOLLOWERS)
      .map((one) => wrap(`Kéo theo: ${one.message} [${one.code}]`, screen.columns, { first: "    ", rest: "      " })),
    ...(rest > 0 ? [`    và ${rest} mục khác kéo theo.`] : []),
  ].join("\n");
}

function hiddenText(hidden: readonly Finding[], screen: Screen): string {
  const counts = countWords(
    hidden.map((finding) => finding.severity),
    SEVERITIES,
    SEVERITY_WORDS,
  );
  const fix = "Thêm --all để in hết, --severity error để chỉ xem lỗi, hoặc kiểm tra riêng từng tệp.";
  return [
    wrap(`Còn ${counts} chưa in ra cho dễ đọc.`, screen.columns),
    wrap(fix, screen.columns, { first: "→ ", rest: "  " }),
  ].join("\n");
}
