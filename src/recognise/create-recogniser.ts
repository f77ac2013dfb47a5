// Grid → Recognised: which form, which heading, which row is what.

import type { Catalogue } from "../model/catalogue.js";
import type { WorkbookGrid } from "../model/grid.js";
import type { Outcome } from "../model/outcome.js";
import type { RecognisedWorkbook } from "../model/recognised.js";

export type Recognise = (book: WorkbookGrid, file: string) => Outcome<RecognisedWorkbook>;

/** A recogniser for the forms of a catalogue; it keeps what it learnt about headings from one workbook to the next. */
export function createRecogniser(_catalogue: Catalogue): Recognise {
  throw new Error("not built");
}
