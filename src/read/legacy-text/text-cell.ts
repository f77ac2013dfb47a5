// A cell whose letters may stand for others, with all that is weighed about it; and what is settled about it in the end.

import type { CodePage, Encoding, Reading } from "./decode-letters.js";
import type { FontHint } from "./legacy-font.js";
import type { Weights } from "./weigh-text.js";

export interface TextCell {
  /** Index of the stored cell in its grid; its place, 1-based. */
  readonly index: number;
  readonly row: number;
  readonly column: number;
  readonly text: string;
  /** What its font says; undefined for a Unicode font or none. */
  readonly hint: FontHint | undefined;
  readonly weights: Weights;
  /** True where a letter stands in it that only Unicode has. */
  readonly isUnicode: boolean;
}

/** for · against: its words are better so, or as they stand · proven: no text in that encoding · open: as good either way. */
export type Stance = "for" | "against" | "proven" | "open";

/** What one cell says about one encoding. */
export function stanceOf(cell: TextCell, encoding: CodePage): Stance {
  const share = cell.weights.under[encoding];
  if (cell.isUnicode || share.foreign > 0) return "proven";
  if (share.gained === share.lost) return "open";
  return share.gained > share.lost ? "for" : "against";
}

/** Where a cell stands, and what in it. */
export type PlacedText = Pick<TextCell, "index" | "row" | "column" | "text">;

/**
 * What becomes of a cell: its text is replaced (by a decision on its whole sheet, or on its column) · it is left as it is,
 * and asked about because it might be legacy text · the same, because the codes of its font are not known.
 */
export type Settled =
  | {
      readonly kind: "decoded" | "unsure";
      readonly cell: PlacedText;
      readonly encoding: Encoding;
      /** The text under the encoding. */
      readonly text: string;
      readonly by: "sheet" | "column";
    }
  | { readonly kind: "unknown-font"; readonly cell: PlacedText };

/** The reading of a cell's letters under an encoding: its font says whether they are capitals. */
export function readingOf(cell: TextCell, encoding: Encoding): Reading {
  const isCapitals = cell.hint !== undefined && cell.hint !== "unknown" && cell.hint.isCapitals;
  return { encoding, isCapitals: isCapitals && encoding === "TCVN3" };
}
