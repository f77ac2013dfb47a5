// One cause, one finding: a figure that failed one rule is the likely cause when it fails the next one too.

import type { FindingDraft, FindingText } from "../model/finding.js";
import { giveCauses } from "./give-causes.js";
import type { RuleOutcome } from "./run-rules.js";
import { severityRank } from "./severity-rank.js";

/**
 * Findings on records, alone or together, that stand at one cell: the first of them is named as the cause of the
 * others, unless it is milder than they are. Findings on whole tables are left alone: a wrong total says nothing about
 * the sum.
 */
export function foldByCell(
  outcomes: readonly RuleOutcome[],
  texts: ReadonlyMap<string, FindingText>,
): readonly RuleOutcome[] {
  const firsts = new Map<string, Map<number, FindingDraft>>();
  return giveCauses(outcomes, (draft, rule) => {
    const { sheet, cell } = draft.place;
    if (rule.bound.scope === "table" || sheet === undefined || cell === undefined) return undefined;
    const onSheet = firsts.get(sheet) ?? new Map<number, FindingDraft>();
    firsts.set(sheet, onSheet);
    const place = cell.row * 16_384 + cell.column;
    const first = onSheet.get(place);
    if (first === undefined) onSheet.set(place, draft);
    return first === undefined || severityRank(first, texts) > severityRank(draft, texts) ? undefined : first;
  });
}
