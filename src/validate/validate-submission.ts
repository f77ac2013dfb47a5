// Submission → Findings: every rule in force, on every item it applies to. Changes nothing.

import type { Catalogue } from "../model/catalogue.js";
import type { FindingDraft } from "../model/finding.js";
import { FindingList } from "../model/finding-list.js";
import type { History } from "../model/history.js";
import type { Submission } from "../model/submission.js";
import { createRunRules } from "./run-rules.js";

/** Findings of the catalogue's rules on a submission, in the order of the rules. */
export type Validate = (submission: Submission) => readonly FindingDraft[];

/**
 * Validation of one submission after another; which columns a rule reads is worked out once for each template. Rules
 * that compare with an earlier period need its figures in `history`.
 */
export function createValidate(catalogue: Catalogue, history?: History): Validate {
  const runRules = createRunRules(catalogue, history);
  return (submission) => {
    const findings = new FindingList();
    for (const { failed, failedBesides } of runRules(submission)) {
      for (const draft of failed) findings.add(draft);
      const last = failed.at(-1);
      if (last !== undefined) findings.leaveOut(last, failedBesides);
    }
    return findings.all();
  };
}

/** Findings on a single submission. */
export function validateSubmission(
  submission: Submission,
  catalogue: Catalogue,
  history?: History,
): readonly FindingDraft[] {
  return createValidate(catalogue, history)(submission);
}
