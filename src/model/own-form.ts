// An office's own form while it is filled: what stands in it, and what is put in its place.

import type { CellAddress } from "./cell-address.js";

/** A code as it stands in a form. */
export interface PlacedCode {
  /** What stands between the braces. */
  readonly text: string;
  /** «Biểu 1 › B7», or the words around it where there are no cells. */
  readonly place: string;
  /** True where it stands in a row that is repeated for every unit below. */
  readonly isRepeated: boolean;
}

/** What takes the place of a code. */
export interface FilledCode {
  readonly text: string;
  /** The figure, for a cell that holds nothing else; a share stands as 0–1. Undefined where the text is all there is. */
  readonly number?: { readonly value: number; readonly isShare: boolean } | undefined;
}

export interface Filling {
  /** How often a repeated row comes. */
  readonly rows: number;
  /** `row` counts from 0; undefined outside repeated rows. */
  value(code: string, row: number | undefined): FilledCode;
}

/** Why a form cannot be filled, at which place. */
export interface FormFault {
  readonly place: string;
  readonly why: string;
}

/** A coded cell of a form that was filled. */
export interface FilledPlace extends CellAddress {
  readonly sheet: string;
  /** What stood between the braces in it. */
  readonly codes: readonly string[];
  /** Which copy of a repeated row it stands in, from 0; undefined outside repeated rows. */
  readonly copy: number | undefined;
}

/** A form that was opened: its codes, what is wrong with it, and the way to fill it. */
export interface OwnForm {
  readonly kind: "xlsx" | "docx";
  readonly codes: readonly PlacedCode[];
  readonly faults: readonly FormFault[];
  /** The whole package with every code replaced; parts without codes keep their bytes. */
  fill(filling: Filling): Uint8Array;
  /** Where its coded cells stand once repeated rows came so often; none in a document, which has no cells. */
  places(rows: number): readonly FilledPlace[];
}
