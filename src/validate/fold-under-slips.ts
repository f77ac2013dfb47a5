// One cause, one finding: a sum looks odd because a row beneath it is a thousand times too large.

import { isAboutWholeSheet } from "../checks/slip-findings.js";
import type { FindingDraft, FindingText } from "../model/finding.js";
import { giveCauses } from "./give-causes.js";
import type { RuleOutcome } from "./run-rules.js";
import { severityRank } from "./severity-rank.js";

/**
 * Findings on the unit itself that rest on a figure which slipped in some row follow from that slip, unless they are
 * graver than it is. Where a whole sheet is off, whatever is found there beside the earlier period follows from
 * that, and so do all questions: its rows are right among themselves.
 */
export function foldUnderSlips(
  outcomes: readonly RuleOutcome[],
  unit: string,
  texts: ReadonlyMap<string, FindingText>,
): readonly RuleOutcome[] {
  const drafts = outcomes.flatMap(({ rule: { bound }, failed }) =>
    bound.scope === "submission" && bound.explainsSums === true ? failed : [],
  );
  if (drafts.length === 0) return outcomes;
  const slips = new Map<string, FindingDraft>();
  const sheets = new Map<string, FindingDraft>();
  for (const draft of drafts) {
    const { field, place, cause } = draft;
    if (field !== undefined && !slips.has(field)) slips.set(field, cause ?? draft);
    if (place.sheet !== undefined && cause === undefined && isAboutWholeSheet(draft)) sheets.set(place.sheet, draft);
  }
  return giveCauses(outcomes, (draft, rule) => {
    if (rule.bound.scope !== "record") return undefined;
    const isOdd = rule.readsPast.length > 0 || severityRank(draft, texts) > 0;
    const sheet = isOdd ? sheets.get(draft.place.sheet ?? "") : undefined;
    const [slip] = draft.unit === unit ? rule.reads.flatMap((code) => slips.get(code) ?? []) : [];
    const isMilder = slip !== undefined && severityRank(slip, texts) <= severityRank(draft, texts);
    return sheet ?? (isMilder ? slip : undefined);
  });
}
