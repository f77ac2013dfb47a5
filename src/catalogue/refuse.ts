// The one way in which a wrong declaration stops the run.

import { UsageError } from "../model/usage-error.js";
import type { DeclarationFile } from "./declaration-file.js";

/**
 * Refuses a declaration: «<file>, dòng <line>: <reason>», with what is allowed as the hint.
 *
 * @param line 1-based line of the offending text
 * @throws UsageError `declaration`, always
 */
export function refuse(file: DeclarationFile, line: number, reason: string, allowed: string): never {
  throw new UsageError("declaration", `${file.shownPath}, dòng ${line}: ${reason}`, allowed);
}
