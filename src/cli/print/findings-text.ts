// Findings for a person at a terminal: by file, each with where, what, why and how to mend.

import { Chalk } from "chalk";
import { type Finding, placeText } from "../../model/finding.js";
import type { GivenOptions } from "../options.js";
import type { Screen } from "../screen.js";
import { chooseListed } from "./choose-listed.js";
import { findingCounts } from "./finding-counts.js";
import type { FindingOfRun } from "./findings-of-runs.js";
import { wrap } from "./wrap.js";

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
export function findingsText(findings: readonly FindingOfRun[], options: GivenOptions, screen: Screen): string {
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

function block(finding: FindingOfRun, following: readonly Finding[], screen: Screen): string {
  const { words } = screen;
  const paint = new Chalk({ level: screen.hasColour ? 1 : 0 });
  const colour = { error: paint.red, query: paint.yellow, note: paint.cyan }[finding.severity];
  const place = placeText(finding.place);
  const isReturned = finding.severity !== "error" && following.some(({ severity }) => severity === "error");
  const weight = words.severities[finding.severity] + (isReturned ? words.withErrors : "");
  const head = `${place === "" ? (finding.about ?? words.wholeRun) : place} — ${weight}`;
  const rest = following.length - FOLLOWERS;
  return [
    colour(wrap(head, screen.columns, { first: "", rest: "  " })),
    wrap(`${finding.message} ${finding.why}`, screen.columns, { first: "  ", rest: "  " }),
    wrap(`${finding.fix} [${finding.code}]`, screen.columns, { first: "  → ", rest: "    " }),
    ...following
      .slice(0, FOLLOWERS)
      .map((one) =>
        wrap(words.follows(`${one.message} [${one.code}]`), screen.columns, { first: "    ", rest: "      " }),
      ),
    ...(rest > 0 ? [`    ${words.moreFollow(rest)}`] : []),
  ].join("\n");
}

function hiddenText(hidden: readonly Finding[], { columns, words }: Screen): string {
  return [
    wrap(words.hidden(findingCounts(hidden, words)), columns),
    wrap(words.howToSeeAll, columns, { first: "→ ", rest: "  " }),
  ].join("\n");
}
