// One cause, one finding: a figure that failed one rule is the likely cause when it fails the next one too.

import type { FindingDraft, FindingText } from "../model/finding.js";
import type { RuleOutcome } from "./run-rules.js";
import { severityRank } from "./severity-rank.js";

/**
 * Findings on records, alone or together, that stand at one cell: the first of them is named as the cause of the others, unless it is
 * milder than they are. Findings on whole tables are left alone: a wrong total says nothing about the sum.
 */
export function foldByCell(
  outcomes: readonly RuleOutcome[],
  texts: ReadonlyMap<string, FindingText>,
): readonly RuleOutcome[] {
  const firsts = new Map<string, Map<number, FindingDraft>>();
  return outcomes.map((outcome) =>
    outcome.failed.length === 0 || outcome.rule.bound.scope === "table"
      ? outcome
      : { ...outcome, failed: outcome.failed.map((draft) => fold(draft, firsts, texts)) },
  );
}

function fold(
  draft: FindingDraft,
  firsts: Map<string, Map<number, FindingDraft>>,
  texts: ReadonlyMap<string, FindingText>,
): FindingDraft {
  const { sheet, cell } = draft.place;
  if (sheet === undefined || cell === undefined || draft.cause !== undefined) return draft;
  const onSheet = firsts.get(sheet) ?? new Map<number, FindingDraft>();
  firsts.set(sheet, onSheet);
  const place = cell.row * 16_384 + cell.column;
  const first = onSheet.get(place);
  if (first === undefined) onSheet.set(place, draft);
  return first === undefined || severityRank(first, texts) > severityRank(draft, texts)
    ? draft
    : { ...draft, cause: first };
}
