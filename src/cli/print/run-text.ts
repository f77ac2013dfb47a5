// What a run says at a terminal: counts first, then what blocks, then what to do next.

import { type Aggregation, VERDICTS, type Verdict } from "../../model/aggregation.js";
import type { Catalogue } from "../../model/catalogue.js";
import { isOpen, type Severity } from "../../model/finding.js";
import { type Indicator, isMoney } from "../../model/indicator.js";
import { vietnameseDate } from "../../model/iso-date.js";
import { vietnameseNumber } from "../../model/number-text.js";
import type { RunResult } from "../../pipeline/conclude.js";
import type { Screen } from "../screen.js";
import type { Words } from "../words.js";
import { countWords } from "./count-words.js";
import { findingCounts } from "./finding-counts.js";
import { wrap } from "./wrap.js";

/** «1.522 tệp: 1.520 nhận, 2 trả lại. 3 lỗi, 12 cần giải trình.» */
export function countsText(result: RunResult, { columns, words }: Screen): string {
  const verdicts = countWords(result.verdicts, VERDICTS, words.verdicts);
  const findings = findingCounts(result.findings, words);
  const shown = findings === "" ? words.noFindings : `${findings}.`;
  return wrap(words.counts(vietnameseNumber(result.taken.length), verdicts, shown), columns);
}

/** What was added up: unit, period, cut-off, coverage. */
export function subjectText(aggregation: Aggregation, { columns, words }: Screen): string {
  const { coverage, unit, period, asOf, standing } = aggregation;
  const lines = [words.subject(unit.name, period, vietnameseDate(asOf), standing)];
  if (aggregation.provisional) lines.push(words.provisional);
  if (coverage.due > 0) {
    lines.push(words.covered(vietnameseNumber(coverage.received), vietnameseNumber(coverage.due)));
  }
  return lines.map((line) => wrap(line, columns)).join("\n");
}

interface Line {
  readonly figure: string;
  readonly measuredIn: string;
  readonly name: string;
}

/** Below this a name is not squeezed, whatever the terminal's width. */
const NAME_ROOM = 24;

/**
 * The few figures that are asked for most, as the catalogue declares them, in three columns; n/N where a figure is
 * incomplete; "" where none is known.
 */
export function totalsText(aggregation: Aggregation, catalogue: Catalogue, columns: number): string {
  const lines: Line[] = [];
  for (const indicator of catalogue.indicators.values()) {
    const total = aggregation.totals.get(indicator.code);
    if (total === undefined || total.quantity.kind !== "known" || !indicator.isHeadline) continue;
    const { have, due } = total.coverage;
    const coverage = have === due ? "" : ` (${vietnameseNumber(have)}/${vietnameseNumber(due)})`;
    const figure = figureText(total.quantity.value, indicator);
    lines.push({ figure, measuredIn: indicator.measuredIn, name: indicator.name + coverage });
  }
  const figureWidth = Math.max(0, ...lines.map((line) => line.figure.length));
  const unitWidth = Math.max(0, ...lines.map((line) => line.measuredIn.length));
  const rest = " ".repeat(2 + figureWidth + 1 + unitWidth + 2);
  const width = Math.max(columns, rest.length + NAME_ROOM);
  return lines
    .map(({ figure, measuredIn, name }) => {
      const first = `  ${figure.padStart(figureWidth)} ${measuredIn.padEnd(unitWidth)}  `;
      return wrap(name, width, { first, rest });
    })
    .join("\n");
}

function figureText(value: number, indicator: Indicator): string {
  if (indicator.ratio === undefined) return vietnameseNumber(value, 0);
  return vietnameseNumber(value * indicator.ratio.times, isMoneyPerHead(indicator) ? 0 : 2);
}

function isMoneyPerHead(indicator: Indicator): boolean {
  return indicator.measuredIn.startsWith("đồng") && !isMoney(indicator);
}

/** The one sentence that ends a run: what the reader does next. `written` is the summary, where one was written. */
export function nextStep(result: RunResult, written: string | undefined, words: Words): string {
  const files = (verdict: Verdict): number => result.verdicts.filter((one) => one === verdict).length;
  const has = (severity: Severity): boolean =>
    result.findings.some((finding) => finding.severity === severity && isOpen(finding));
  const steps: string[] = [];
  if (files("unreadable") > 0) steps.push(words.sendAgain(files("unreadable")));
  if (files("returned") > 0) steps.push(words.mend(files("returned")));
  if (has("error") && files("ignored") === result.taken.length) steps.push(words.otherPeriod);
  if (steps.length === 0 && has("error")) steps.push(words.seeErrors);
  if (steps.length === 0 && has("query")) steps.push(written === undefined ? words.explain : words.explainInSummary);
  if (steps.length === 0) steps.push(written === undefined ? words.addUp : words.passOn);
  return words.next(steps);
}
