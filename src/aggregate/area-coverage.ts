// Who is in the totals: direct reporters counted, the whole area listed, and what is to be said about it.

import type { ChildCoverage, CoverageRow, UnitRef } from "../model/aggregation.js";
import type { TotalsByIndicator } from "../model/fact.js";
import { type FindingDraft, values } from "../model/finding.js";
import { vietnameseNumber } from "../model/number-text.js";
import type { FoldContext } from "./fold-context.js";
import { isDue, isReceived, refOf, type UnitNode } from "./unit-node.js";

/** Counts the direct reporters. Lateness is known only with a ledger, so none is late here. */
export function childCoverage(node: UnitNode): ChildCoverage {
  const reporters = node.reporters.filter((reporter) => !reporter.isRemainder);
  const refsOf = (kind: UnitNode["receivedAs"]): readonly UnitRef[] =>
    reporters.filter((reporter) => reporter.receivedAs === kind).map((reporter) => reporter.ref);
  return {
    due: reporters.filter(isDue).length,
    received: reporters.filter(isReceived).length,
    returned: refsOf("returned").length,
    late: 0,
    missing: refsOf("missing"),
    noAssociation: refsOf("no-association"),
  };
}

/** The reporters and all below them, in the order of the register, each with the unit above it. */
export function coverageRows(node: UnitNode, context: FoldContext): readonly CoverageRow[] {
  return node.reporters.flatMap((reporter) => {
    if (reporter.isRemainder) return [];
    const parent = context.tree.parentOf(reporter.key);
    const row: CoverageRow = {
      unit: reporter.ref,
      parent: parent === undefined ? undefined : refOf(parent),
      receivedAs: reporter.receivedAs,
      file: reporter.file,
    };
    return [row, ...coverageRows(reporter, context)];
  });
}

/**
 * V-D07 for each unit without an association, and V-S03 (folded under the V-D06 it follows from) where the totals
 * rest on fewer grassroots units than are due.
 */
export function areaFindings(node: UnitNode, rows: readonly CoverageRow[]): readonly FindingDraft[] {
  const without = rows.filter((row) => row.receivedAs === "no-association");
  return [...node.findings, ...without.map(({ unit }) => noAssociation(unit)), ...incomplete(node)];
}

function noAssociation(unit: UnitRef): FindingDraft {
  return { code: "V-D07", place: { file: "" }, values: values({ tên: unit.name }), unit: unit.key };
}

function incomplete(node: UnitNode): readonly FindingDraft[] {
  const { have, due } = bestCoverage(node.totals);
  if (have >= due) return [];
  const draft: FindingDraft = {
    code: "V-S03",
    place: { file: "" },
    values: values({ n: vietnameseNumber(have), N: vietnameseNumber(due) }),
    unit: node.ref.key,
  };
  const cause = node.findings.find((finding) => finding.code === "V-D06");
  return [cause === undefined ? draft : { ...draft, cause }];
}

/** Grassroots units of which any figure is counted, of all that owe one: the widest of all totals. */
function bestCoverage(totals: TotalsByIndicator): { readonly have: number; readonly due: number } {
  let [have, due] = [0, 0];
  for (const { coverage } of totals.values()) {
    have = Math.max(have, coverage.have);
    due = Math.max(due, coverage.due);
  }
  return { have, due };
}
