// Findings for a person at a terminal: by file, each with where, what, why and how to mend.

import { Chalk } from "chalk";
import { type Finding, placeText } from "../../model/finding.js";
import { SEVERITY_WORDS } from "../options.js";
import { wrap } from "./wrap.js";

export interface Screen {
  readonly columns: number;
  readonly hasColour: boolean;
}

/**
 * One block per finding:
 *
 *   bai-nop/huong-phung.xlsx › 01 Tổ chức - Hội viên › L9 — lỗi
 *     Nữ (61) vượt HV cuối kỳ (60). Hội viên nữ là một phần của tổng số hội viên.
 *     → Sửa số ghi nhầm ở L9.  [V-H03]
 *
 * Findings that follow from another stand under it, indented. Width is kept where words allow.
 */
export function findingsText(findings: readonly Finding[], screen: Screen): string {
  const followers = new Map<string, Finding[]>();
  const known = new Set(findings.map((finding) => finding.id));
  const first = findings.filter((finding) => finding.cause === undefined || !known.has(finding.cause));
  for (const finding of findings) {
    if (finding.cause === undefined || !known.has(finding.cause)) continue;
    followers.set(finding.cause, [...(followers.get(finding.cause) ?? []), finding]);
  }
  return first.map((finding) => block(finding, followers.get(finding.id) ?? [], screen)).join("\n\n");
}

function block(finding: Finding, following: readonly Finding[], screen: Screen): string {
  const paint = new Chalk({ level: screen.hasColour ? 1 : 0 });
  const colour = { error: paint.red, query: paint.yellow, note: paint.cyan }[finding.severity];
  const place = placeText(finding.place);
  const head = `${place === "" ? "Cả đợt tổng hợp" : place} — ${SEVERITY_WORDS[finding.severity]}`;
  return [
    colour(wrap(head, screen.columns)),
    wrap(`${finding.message} ${finding.why}`.trim(), screen.columns, "  "),
    wrap(`→ ${finding.fix} [${finding.code}]`, screen.columns, "  "),
    ...following.map((one) => wrap(`kéo theo: ${one.message} [${one.code}]`, screen.columns, "    ")),
  ].join("\n");
}
