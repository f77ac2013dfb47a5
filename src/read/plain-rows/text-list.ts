// The list of texts of one workbook, as it is read on a short way.

import type { Limits } from "../../ooxml/limits.js";

/** Where reading goes on in the part of the list. */
export interface TextPlace {
  readonly part: Buffer;
  readonly start: number;
}

/** Texts by id, and the ids of empty ones, in which cells hold nothing. */
export interface ListedTexts {
  readonly texts: string[];
  readonly empty: number[];
}

export interface TextList {
  /** True as long as no text that was read strikes (legacy-text/text-traits.ts); false where they are not looked at. */
  readonly isCalm: boolean;
  /** Adds the plain texts from a place on to those before, as many as `limits` allow, and gives the position behind them. */
  read(place: TextPlace, listed: ListedTexts, limits: Limits): number;
}
