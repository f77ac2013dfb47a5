// Recognised → Submission: text becomes numbers, names become unit keys, every cell gets a role.

import type { Catalogue } from "../model/catalogue.js";
import type { Outcome } from "../model/outcome.js";
import type { RecognisedWorkbook } from "../model/recognised.js";
import type { FileRef, Submission } from "../model/submission.js";

export type Normalise = (recognised: RecognisedWorkbook, file: FileRef) => Outcome<Submission>;

/** A normaliser over a catalogue's register and forms; it keeps what it learnt about names from one file to the next. */
export function createNormaliser(_catalogue: Catalogue): Normalise {
  throw new Error("not built");
}
