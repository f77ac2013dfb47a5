// What a text may be among headings: a whole one, a tier of one, the heading of the column that names rows. Decides
// nothing by itself.

import type { Role } from "../model/form.js";
import { entriesFor, type FormIndex, isNameField } from "./form-index.js";
import { headingKeys, unnumbered } from "./heading-key.js";

export interface HeadingHint {
  /** The heading of a column that names rows. */
  readonly isName: boolean;
  /** A whole heading, the beginning or the end of one. */
  readonly isHeading: boolean;
  readonly isUpperTier: boolean;
  readonly isLowerTier: boolean;
  /** The whole heading of a column of figures, or of a list of records. */
  readonly isFigure: boolean;
}

/** The hint of a text that no heading says. */
export const NO_HEADING: HeadingHint = {
  isName: false,
  isHeading: false,
  isUpperTier: false,
  isLowerTier: false,
  isFigure: false,
};

const FIGURES: ReadonlySet<Role> = new Set(["indicator", "check", "attribute"]);

/** The hint of a text with its keys. */
export function headingHint(index: FormIndex, text: string, keys: readonly string[]): HeadingHint {
  const bareKeys = keysWithoutNumbering(text, keys);
  // One look-up tells what most texts are: nothing that any heading says.
  if (!saysAny(index, keys) && (bareKeys === keys || !saysAny(index, bareKeys))) return NO_HEADING;
  const isHeading = keys.some((key) => index.columns.has(key));
  const isUpperTier = keys.some((key) => index.upperTiers.has(key));
  const isLowerTier = keys.some((key) => index.lowerTiers.has(key));
  const isFigure = entriesFor(index.columns, bareKeys).some(({ field: { role } }) => FIGURES.has(role));
  if (!isHeading && !isUpperTier && !isLowerTier && !isFigure) return NO_HEADING;
  const isName = isHeading && entriesFor(index.columns, keys).some(({ field }) => isNameField(field));
  return { isName, isHeading, isUpperTier, isLowerTier, isFigure };
}

function saysAny({ headingWords }: FormIndex, keys: readonly string[]): boolean {
  return keys.some((key) => headingWords.has(key));
}

/** Columns are matched without any numbering: «1. a) Nữ» names a figure as «Nữ» does. */
function keysWithoutNumbering(text: string, keys: readonly string[]): readonly string[] {
  const bare = unnumbered(text.trimStart());
  return unnumbered(bare) === bare ? keys : headingKeys(bare);
}
