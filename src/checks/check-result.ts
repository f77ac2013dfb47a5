// Passed, failed, skipped: what a check says about one thing. Most things pass, so the two dull answers are shared.

import type { FindingDraft } from "../model/finding.js";
import type { CheckResult } from "../model/rule.js";

export const PASSED: CheckResult = { passed: 1, failed: [], skipped: 0 };
export const SKIPPED: CheckResult = { passed: 0, failed: [], skipped: 1 };

/** One thing that failed. */
export function failedWith(draft: FindingDraft): CheckResult {
  return { passed: 0, failed: [draft], skipped: 0 };
}
