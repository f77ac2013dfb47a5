// One cause, one finding: that the cover lacks the unit of money is why a sheet has none.

import type { FindingDraft } from "../model/finding.js";

/** The cover's label for the unit of money. */
const MONEY_UNIT = "moneyUnit";

/** Where sheets have no unit of money (V-K04), its absence on the cover (V-K01) follows from the first of them. */
export function foldUnstated(drafts: readonly FindingDraft[]): readonly FindingDraft[] {
  const cause = drafts.find(({ code }) => code === "V-K04");
  if (cause === undefined) return drafts;
  return drafts.map((draft) => (draft.code === "V-K01" && draft.field === MONEY_UNIT ? { ...draft, cause } : draft));
}
