// The way of one file from bytes to facts and findings, stage by stage; no disk, no clock, no wording of its own.

import { createContribute } from "../aggregate/contributions-of.js";
import type { Catalogue } from "../model/catalogue.js";
import { createPack } from "../model/contribution.js";
import { type FindingDraft, values } from "../model/finding.js";
import type { WorkbookGrid } from "../model/grid.js";
import type { History } from "../model/history.js";
import type { Outcome } from "../model/outcome.js";
import { allTables, type FileRef, fileName, isListOnly, type Submission } from "../model/submission.js";
import { createNormaliser } from "../normalise/create-normaliser.js";
import { createSubmissionReader } from "../read/read-submission.js";
import { createRecogniser } from "../recognise/create-recogniser.js";
import { createEvidence } from "../trace/cell-evidence.js";
import { foldUnderSlide } from "../validate/fold-under-slide.js";
import { foldUnstated } from "../validate/fold-unstated.js";
import { createLeaveBehind } from "../validate/leave-behind.js";
import { createValidate } from "../validate/validate-submission.js";
import { fingerprint } from "./fingerprint.js";
import { hashOf, type ReadBook } from "./read-ahead.js";
import type { ArrivedFile, ReadFile, TakenFile } from "./taken-file.js";

export type TakeIn = (arrived: ArrivedFile | ReadFile, index: number) => Promise<TakenFile>;

export interface TakeInUse {
  /** Figures of earlier periods to compare with, if any were given. */
  readonly history?: History | undefined;
  /** Whether a manifest is going to be written, which keeps each figure as it was typed. */
  readonly isTraced?: boolean;
  /** True for a run over one submission: nothing is left behind for others. */
  readonly isAlone?: boolean;
}

/**
 * The way of one file from bytes to facts and findings: read, recognise, normalise, validate, fold. What is learnt
 * about headings and names is kept from one file to the next. `index` is the file's place in the run's list.
 *
 * @param use what the run is for
 */
export function createTakeIn(
  catalogue: Catalogue,
  { history, isTraced = false, isAlone = false }: TakeInUse = {},
): TakeIn {
  const read = createSubmissionReader();
  const recognise = createRecogniser(catalogue, fingerprint);
  const normalise = createNormaliser(catalogue);
  const validate = createValidate(catalogue, history);
  const contribute = createContribute(catalogue);
  const pack = createPack();
  const leaveBehind = createLeaveBehind(catalogue, { isAlone });
  const evidenceOf = createEvidence();
  /** From bytes to figures; the cells, which may be millions, are let go of on the way. */
  const understand = async (
    arrived: ArrivedFile | ReadFile,
    file: FileRef,
  ): Promise<Outcome<Submission | undefined>> => {
    const book = "read" in arrived ? ahead(arrived.read) : await read(arrived.bytes, file.path);
    if (book.value === undefined) return { value: undefined, findings: book.findings };
    const recognised = recognise(book.value, file.path);
    const normalised = normalise(recognised.value, file);
    const findings = [...book.findings, ...recognised.findings, ...normalised.findings];
    return { value: normalised.value, findings };
  };
  return async (arrived, index) => {
    const file = { path: arrived.path, sha256: "read" in arrived ? arrived.read.sha256 : hashOf(arrived.bytes) };
    const blank = {
      file,
      modified: arrived.modified,
      forms: [],
      contributions: [],
      explanations: [],
      submission: undefined,
    };
    const name = fileName(arrived.path);
    if (name.startsWith("~$")) return { ...blank, isIgnored: true, drafts: [lockFile(arrived.path, name)] };
    if (arrived.refusal !== undefined) return { ...blank, isIgnored: false, drafts: [arrived.refusal] };
    const understood = await understand(arrived, file);
    const submission = understood.value;
    if (submission === undefined) return { ...blank, isIgnored: false, drafts: understood.findings };
    const { explanations } = submission;
    if (isListOnly(submission)) return { ...blank, isIgnored: true, drafts: [], explanations };
    const rules = validate(submission);
    const left = leaveBehind(submission);
    return {
      file,
      modified: arrived.modified,
      isIgnored: false,
      submission: withoutTables(submission),
      forms: [...new Set(allTables(submission).map((table) => table.form.id))],
      drafts: foldUnderSlide(foldUnstated([...understood.findings, ...rules])),
      contributions: left?.isAll === true ? [] : contribute(submission, index).map(pack),
      ...(left === undefined ? {} : { left }),
      ...(isTraced ? { evidence: evidenceOf(allTables(submission)) } : {}),
      explanations,
    };
  };
}

function withoutTables(submission: Submission): Submission {
  const { records } = submission;
  return { ...submission, tables: [], carried: [], ...(records === undefined ? {} : { records: [] }) };
}

function ahead({ book, findings }: ReadBook): Outcome<WorkbookGrid> {
  return { value: book, findings };
}

function lockFile(path: string, name: string): FindingDraft {
  return { code: "V-K17", place: { file: path }, values: values({ tệp: name }) };
}
