// One cause, one finding: how a fold takes effect. Causes are never folded themselves, so that what is printed under a
// finding is all that follows from it.

import type { FindingDraft } from "../model/finding.js";
import type { Rule } from "../model/rule.js";
import type { RuleOutcome } from "./run-rules.js";

/** The finding that a draft follows from, as far as one kind of fold can tell. */
export type CauseOf = (draft: FindingDraft, rule: Rule) => FindingDraft | undefined;

/**
 * Gives open drafts their causes. What followed from a draft that now has a cause follows from that cause too; a draft
 * that would come to follow from itself stays open.
 */
export function giveCauses(outcomes: readonly RuleOutcome[], causeOf: CauseOf): readonly RuleOutcome[] {
  const causes = new Map<FindingDraft, FindingDraft>();
  const rootOf = (draft: FindingDraft): FindingDraft => {
    let root = draft;
    for (let next = causes.get(root); next !== undefined; next = causes.get(root)) root = next;
    return root;
  };
  for (const { rule, failed } of outcomes) {
    for (const draft of failed) {
      const cause = draft.cause === undefined ? causeOf(draft, rule) : undefined;
      if (cause !== undefined && rootOf(cause) !== draft) causes.set(draft, cause);
    }
  }
  if (causes.size === 0) return outcomes;
  return outcomes.map((outcome) => ({
    ...outcome,
    failed: outcome.failed.map((draft) => {
      const cause = causes.get(draft) ?? draft.cause;
      return cause === undefined ? draft : { ...draft, cause: rootOf(cause) };
    }),
  }));
}
