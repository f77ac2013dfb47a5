// Submission → Facts: branch rows added up, child rows taken as they are, what `_so-lieu` carried put beside them.

import type { Catalogue } from "../model/catalogue.js";
import type { Contribution } from "../model/fact.js";
import type { Submission } from "../model/submission.js";

/** What one submission contributes; several for a cluster's workbook, none where its unit is not known. */
export function contributionsOf(
  _submission: Submission,
  _file: number,
  _catalogue: Catalogue,
): readonly Contribution[] {
  throw new Error("not built");
}
