// Facts → Totals along the tree of units at one date.

import type { Aggregation, ChildResult } from "../model/aggregation.js";
import type { Catalogue } from "../model/catalogue.js";
import { vietnameseDate } from "../model/iso-date.js";
import { type UnitKey, unitKey } from "../model/unit.js";
import { UsageError } from "../model/usage-error.js";
import type { AggregateRequest } from "./aggregate-request.js";
import { areaFindings, childCoverage, coverageRows } from "./area-coverage.js";
import { areaRecords } from "./area-records.js";
import { evaluateArea, evaluateUnit } from "./evaluate-unit.js";
import { type FoldContext, foldContext } from "./fold-context.js";
import { formsAddedUp, withRecordTotals } from "./record-totals.js";
import { withTotalsOfTotals } from "./totals-of-totals.js";
import type { UnitNode } from "./unit-node.js";

export type { AggregateRequest } from "./aggregate-request.js";

/**
 * Adds up everything below the asked unit, on the tree of `asOf`.
 *
 * Totals stand in declared order and know value, coverage (grassroots units), estimate, fund holders and parts. What
 * nobody gave is missing, never 0. The order of files and contributions plays no part.
 * Findings: V-D06 (missing reporters, per unit), V-D07, V-S03, V-T05.
 *
 * @throws UsageError `unknown-unit` where the asked unit or grouping is not in force on the date
 */
export function aggregate(request: AggregateRequest, catalogue: Catalogue): Aggregation {
  const context = foldContext(request, catalogue);
  const node = askedNode(request, context, catalogue);
  const grassroots = coverageRows(node, context);
  const { records, ...totals } = withRecords(node, context, catalogue);
  return {
    unit: node.ref,
    period: request.period,
    asOf: request.asOf,
    standing: request.standing,
    provisional: request.provisional,
    files: request.files,
    coverage: childCoverage(node),
    ...totals,
    ...(records.length === 0 ? {} : { records }),
    ownFunds: node.ownFunds,
    grassroots,
    findings: areaFindings(node, grassroots),
  };
}

function askedNode(request: AggregateRequest, context: FoldContext, catalogue: Catalogue): UnitNode {
  const named = catalogue.register.byKey(request.unit);
  const unit = named === undefined ? undefined : context.tree.unit(named.key);
  if (unit !== undefined) return evaluateUnit(unit, "not-submitted", context);
  const grouping = catalogue.register.groupingAt(request.unit, request.asOf);
  if (grouping === undefined) throw notInForce(request);
  const { id, name } = grouping;
  const kids = grouping.members.flatMap((code) => context.tree.byCode(code) ?? []);
  const ref = { key: id, code: id, name, level: "grouping" } as const;
  return evaluateArea({ key: unitKey(id, request.asOf), ref, kids, member: undefined }, "not-submitted", context);
}

/** The node's totals with those of the lists in its area, and the records themselves. */
function withRecords(node: UnitNode, context: FoldContext, catalogue: Catalogue) {
  const area = {
    totals: withTotalsOfTotals(node.key, node.totals, catalogue),
    children: node.reporters.map((reporter) => childResult(reporter, catalogue)),
  };
  const members = node.reporters.map(({ key }) => key);
  const records = areaRecords(node.ref.level === "grouping" ? members : [node.key], {
    context,
    added: formsAddedUp(catalogue),
  });
  const reporters = new Set(members);
  const reporterOf = (unit: UnitKey): string | undefined => {
    let here: UnitKey | undefined = unit;
    while (here !== undefined && !reporters.has(here)) here = context.tree.parentOf(here)?.key;
    return here;
  };
  return { records, ...withRecordTotals(area, { asked: node.key, records, reporterOf }, catalogue) };
}

function childResult(node: UnitNode, catalogue: Catalogue): ChildResult {
  return { unit: node.ref, receivedAs: node.receivedAs, totals: withTotalsOfTotals(node.key, node.totals, catalogue) };
}

function notInForce({ unit, asOf }: AggregateRequest): UsageError {
  return new UsageError(
    "unknown-unit",
    `Không có đơn vị hoặc cụm «${unit}» vào ngày ${vietnameseDate(asOf)}.`,
    "Hãy kiểm tra mã đơn vị và ngày chốt số liệu.",
  );
}
