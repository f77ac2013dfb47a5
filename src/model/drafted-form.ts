// A form as it was found in an office's own workbook: which label or column carries which code.

import type { FormCode } from "./form-code.js";

export interface DraftedField {
  readonly code: FormCode;
  /** The label, or the tiers of the column's heading joined from the top. */
  readonly heading: string;
  /** «Biểu 1 › B7». */
  readonly place: string;
}

/** One sheet that carries codes. */
export interface DraftedForm {
  readonly sheet: string;
  /** Title lines above the table by which the sheet may be known, whatever it is called. */
  readonly titles: readonly string[];
  /** Labels with one value of the unit itself. */
  readonly pairs: readonly DraftedField[];
  /** Columns of the repeated row; undefined where the sheet has none. */
  readonly table: { readonly grain: "upper" | "branch"; readonly columns: readonly DraftedField[] } | undefined;
}
