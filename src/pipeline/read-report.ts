// Files that are read but not judged: those of earlier periods, and outputs looked at again.

import type { Catalogue } from "../model/catalogue.js";
import type { FindingDraft } from "../model/finding.js";
import type { WorkbookGrid } from "../model/grid.js";
import type { History } from "../model/history.js";
import type { Period } from "../model/period.js";
import type { Submission } from "../model/submission.js";
import { createNormaliser } from "../normalise/create-normaliser.js";
import { createSubmissionReader } from "../read/read-submission.js";
import { readWorkbook } from "../read/read-workbook.js";
import { createRecogniser } from "../recognise/create-recogniser.js";
import { createHistoryGatherer } from "../validate/gather-history.js";
import { fingerprint } from "./fingerprint.js";
import type { ArrivedFile } from "./taken-file.js";

/** A workbook read like any other but not judged; undefined where it cannot be read. */
export type ReadReport = (arrived: ArrivedFile) => Promise<Submission | undefined>;

/** Reads workbooks up to what they say. What is learnt about headings and names is kept from one to the next. */
export function createReadReport(catalogue: Catalogue): ReadReport {
  const read = createSubmissionReader();
  const recognise = createRecogniser(catalogue, fingerprint);
  const normalise = createNormaliser(catalogue);
  return async (arrived) => {
    const book = arrived.refusal === undefined ? await read(arrived.bytes, arrived.path) : undefined;
    if (book?.value === undefined) return undefined;
    return normalise(recognise(book.value, arrived.path).value, { path: arrived.path, sha256: "" }).value;
  };
}

/** Files of earlier periods, read like any other but not judged. */
export interface Recall {
  take(arrived: ArrivedFile): Promise<void>;
  history(): History;
  /** What is said of files that could not be used, or that are no earlier than `now`. */
  unused(now: Period): readonly FindingDraft[];
}

/** Reads the files of earlier periods that a run is compared with: submissions, or outputs of `aggregate`. */
export function createRecall(catalogue: Catalogue): Recall {
  const readReport = createReadReport(catalogue);
  const gatherer = createHistoryGatherer(catalogue);
  return {
    take: async (arrived) => gatherer.add(arrived.path, await readReport(arrived)),
    history: gatherer.history,
    unused: gatherer.unused,
  };
}

/** The cells of an output as they stand now; undefined where it is no workbook any more. */
export function outputCells(bytes: Uint8Array, path: string): WorkbookGrid | undefined {
  return readWorkbook(bytes, path).value;
}
