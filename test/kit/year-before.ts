// What an invented commune reported the year before: its closing figures are this year's opening ones, all else is
// nearly the same.

import type { BranchReport, CommuneReport, Figures } from "../../fixtures/kit/commune-figures.js";
import { value } from "../../fixtures/kit/commune-figures.js";
import { allot } from "../../fixtures/kit/random.js";
import { communeBook, type Layout } from "../../fixtures/kit/submission-book.js";
import { at } from "../../src/model/outcome.js";
import { type CoverWords, communeSenderOf } from "./invented-commune.js";

/** The same branches, one year younger. */
export function yearBefore(report: CommuneReport): CommuneReport {
  return {
    ...report,
    branches: report.branches.map((branch) => ({ ...branch, figures: figuresBefore(branch) })),
    ownFund: fundBefore(report.ownFund),
  };
}

/** The workbook of a report of the year 2021, closed for good. */
export function bookOf2021(report: CommuneReport, layout: Layout, words: CoverWords = {}) {
  const period = { period: "Năm 2021", asOf: "31/12/2021", standing: "chính thức", ...words };
  return communeBook(report, { ...communeSenderOf(report, period), periodLine: String(period.period) }, layout);
}

function figuresBefore({ figures }: BranchReport): Figures {
  const members = value(figures, "HV00");
  const before = new Map([
    ...fundBefore(figures),
    ["HV00", members],
    ["HV01", members],
    ["HV02", 0],
    ["HV03", 0],
  ] as const);
  for (const part of ["HV04", "HV05"]) before.set(part, Math.min(members, value(figures, part)));
  return before;
}

/** Closes with what this year opens with: what was spent beyond this year's amounts is spread over all of it. */
function fundBefore(figures: Figures): Map<string, number> {
  const closing = value(figures, "Q01");
  const raised = ["Q02a", "Q02b", "Q03"].reduce((sum, code) => sum + value(figures, code), 0);
  const spent = SPENT.map((code) => value(figures, code));
  const all = spent.reduce((sum, amount) => sum + amount, 0);
  const parts = allot(Math.max(all, raised - closing), [...spent, 1]);
  const before = new Map(figures);
  for (const [index, code] of SPENT.entries()) before.set(code, at(parts, index));
  before.set("Q05f", value(before, "Q05f") + at(parts, SPENT.length));
  before.set("Q07", closing);
  before.set("Q01", closing - raised + parts.reduce((sum, amount) => sum + amount, 0));
  return before;
}

const SPENT = ["Q05a", "Q05b", "Q05c", "Q05d", "Q05e", "Q05f"];
