// Declarations (YAML, CSV) → Catalogue, the only way in. A wrong declaration is refused with file, line and reason.

import type { Catalogue } from "../model/catalogue.js";

/** A declaration file as it was read; `path` tells its kind (`indicators/…yaml`, `units/units.csv`) and is shown in refusals. */
export interface DeclarationFile {
  /** Path below the catalogue folder, with `/`. */
  readonly path: string;
  /** Where it really lies, for messages. */
  readonly shownPath: string;
  readonly text: string;
}

/**
 * Loads the shipped declarations, then an office's own on top: an entry with a known id replaces, a new id adds.
 *
 * @throws UsageError `declaration`, with file, line, reason and what is allowed
 */
export function loadCatalogue(_shipped: readonly DeclarationFile[], _own: readonly DeclarationFile[]): Catalogue {
  throw new Error("not built");
}
