// How grave a draft is, as the words of its code say.

import type { Catalogue } from "../model/catalogue.js";
import type { FindingDraft, Severity } from "../model/finding.js";

/** @throws Error where a code or variant has no words in the catalogue: our mistake */
export function severityOfDraft(draft: FindingDraft, { findingTexts }: Catalogue): Severity {
  const key = draft.variant === undefined ? draft.code : `${draft.code}/${draft.variant}`;
  const text = findingTexts.get(key);
  if (text === undefined) throw new Error(`finding ${key} is not in the catalogue`);
  return text.severity;
}
