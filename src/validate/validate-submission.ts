// Submission → Findings: every rule in force, on every item it applies to. Changes nothing.

import type { Catalogue } from "../model/catalogue.js";
import type { FindingDraft } from "../model/finding.js";
import type { Submission } from "../model/submission.js";
import { runRules } from "./run-rules.js";

/** Findings of the catalogue's rules on one submission, in the order of the rules. */
export function validateSubmission(submission: Submission, catalogue: Catalogue): readonly FindingDraft[] {
  return runRules(submission, catalogue).flatMap((outcome) => outcome.failed);
}
