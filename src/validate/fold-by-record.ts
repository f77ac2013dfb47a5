// One cause, one finding: a question about figures that an error of the same record already weighs.

import type { FindingDraft, FindingText } from "../model/finding.js";
import { giveCauses } from "./give-causes.js";
import type { RuleOutcome } from "./run-rules.js";
import { severityRank } from "./severity-rank.js";

interface KnownError {
  readonly reads: ReadonlySet<string>;
  readonly draft: FindingDraft;
}

/**
 * A milder finding of a rule on records follows from an error on the same unit or branch whose rule reads all that it
 * reads: a fund that does not balance explains that more was spent than there was.
 */
export function foldByRecord(
  outcomes: readonly RuleOutcome[],
  texts: ReadonlyMap<string, FindingText>,
): readonly RuleOutcome[] {
  const errors = new Map<string, KnownError[]>();
  for (const { rule, failed } of outcomes) {
    if (
      rule.bound.scope !== "record" ||
      severityRank({ code: rule.finding, ...(rule.variant === undefined ? {} : { variant: rule.variant }) }, texts) !==
        0
    )
      continue;
    for (const draft of failed) {
      const { unit } = draft;
      if (unit === undefined) continue;
      errors.set(unit, [...(errors.get(unit) ?? []), { reads: new Set(rule.reads), draft: draft.cause ?? draft }]);
    }
  }
  if (errors.size === 0) return outcomes;
  return giveCauses(outcomes, (draft, { bound, reads }) => {
    if (bound.scope !== "record" || draft.unit === undefined || severityRank(draft, texts) === 0) return undefined;
    return errors.get(draft.unit)?.find((one) => reads.every((code) => one.reads.has(code)))?.draft;
  });
}
