// V-D06: which reporters of a unit are missing. The full list stands in the coverage sheet.

import { type FindingDraft, values } from "../model/finding.js";
import { shortList, vietnameseNumber } from "../model/number-text.js";
import type { FoldContext } from "./fold-context.js";
import { isDue, type UnitNode } from "./unit-node.js";

/**
 * One query where reporters are missing, none where all are there or were sent back (their findings say why). It
 * stands at the workbook whose rows leave them out, else at no file. A district's communes are named by the unit they
 * report to through it.
 */
export function missingReporters(node: Omit<UnitNode, "findings">, context: FoldContext): readonly FindingDraft[] {
  if (node.ref.level === "district" && node.key !== context.asked) return [];
  const due = node.reporters.filter(isDue);
  const missing = due.filter((reporter) => reporter.receivedAs === "missing");
  if (missing.length === 0) return [];
  const own = context.contributions.get(node.key);
  const file = own === undefined || own.rows.length === 0 ? undefined : context.files[own.file]?.path;
  return [
    {
      code: "V-D06",
      place: { file: file ?? "" },
      values: values({
        k: vietnameseNumber(missing.length),
        N: vietnameseNumber(due.length),
        ds: shortList(missing.map((reporter) => reporter.ref.name)),
      }),
      unit: node.ref.key,
    },
  ];
}
