// Submission → Findings: every rule in force, on every item it applies to. Changes nothing.

import type { Catalogue } from "../model/catalogue.js";
import type { FindingDraft } from "../model/finding.js";
import type { Submission } from "../model/submission.js";

/** Findings of the catalogue's rules on one submission. */
export function validateSubmission(_submission: Submission, _catalogue: Catalogue): readonly FindingDraft[] {
  throw new Error("not built");
}
