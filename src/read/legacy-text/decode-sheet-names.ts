// Names of sheets have no font and few words: they follow what was decided about the cells of the workbook.

import type { WorkbookGrid } from "../../model/grid.js";
import { decodeDoubleUtf8 } from "./decode-double-utf8.js";
import { type CodePage, decodeLetters, type Encoding } from "./decode-letters.js";
import { traitsOf } from "./text-traits.js";
import { STRANGE, UNICODE } from "./trait-bits.js";
import { weigh } from "./weigh-text.js";

export interface DecodedName {
  /** As stored, and as it is to be read. */
  readonly found: string;
  readonly name: string;
  /** Undefined where the name stays as it is. */
  readonly encoding: Encoding | undefined;
}

/** True for a name with characters that Vietnamese does not use. */
export function isStrangeName(name: string): boolean {
  return (traitsOf(name) & (STRANGE | UNICODE)) === STRANGE;
}

/**
 * The names of the sheets, in order. `met` are the encodings that cells were decoded from. A name that would become that of
 * another sheet stays as it is.
 */
export function decodeSheetNames(book: WorkbookGrid, met: readonly CodePage[]): readonly DecodedName[] {
  const names = book.sheets.map((grid) => decodeName(grid.name, met));
  return names.map((decoded) =>
    names.filter((other) => other.name === decoded.name).length === 1
      ? decoded
      : { found: decoded.found, name: decoded.found, encoding: undefined },
  );
}

function decodeName(found: string, met: readonly CodePage[]): DecodedName {
  const unchanged = { found, name: found, encoding: undefined };
  if ((traitsOf(found) & UNICODE) !== 0) return unchanged;
  const weights = weigh(found);
  const double = decodeDoubleUtf8(found);
  if (double !== undefined && weigh(double).valid >= weights.valid && isStrangeName(found))
    return { found, name: double, encoding: "UTF-8" };
  const encoding = met.find((candidate) => {
    const share = weights.under[candidate];
    return share.gained > 0 && share.lost === 0 && share.foreign === 0;
  });
  if (encoding === undefined) return unchanged;
  return { found, name: decodeLetters(found, { encoding, isCapitals: false }), encoding };
}
