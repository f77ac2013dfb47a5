// A file on its way: as it arrived, unpacked from its archive, and as it was taken in.

import { ofFile, type PackedContribution } from "../model/contribution.js";
import type { Explanation } from "../model/explanation.js";
import { type FindingDraft, values } from "../model/finding.js";
import type { LeftBehind } from "../model/left-behind.js";
import type { FileRef, Submission } from "../model/submission.js";
import { archiveMembers } from "../read/archive-members.js";
import type { ReadBook } from "./read-ahead.js";

/** A file after reading, checking and folding: what later steps need, without the tables. */
export interface TakenFile {
  readonly file: FileRef;
  readonly modified: string;
  /** Undefined where the file could not be read, or is a lock file. */
  readonly submission: Submission | undefined;
  readonly isIgnored: boolean;
  /** True for a correction that a closed period does not take: its draft says why. */
  readonly isHeld?: true;
  /** Ids of the forms found, in sheet order. */
  readonly forms: readonly string[];
  readonly drafts: readonly FindingDraft[];
  readonly contributions: readonly PackedContribution[];
  /** For rules that look across files; absent for nothing. */
  readonly left?: LeftBehind | undefined;
  /** Its figures as typed, for the manifest; undefined where it could not be read, or where no trace is asked for. */
  readonly evidence?: Uint8Array;
  /** What was answered on lists of findings in it. */
  readonly explanations: readonly Explanation[];
}

export interface ArrivedFile {
  readonly path: string;
  readonly modified: string;
  readonly bytes: Uint8Array;
  /** Why the file could not be unpacked from its archive; `bytes` are empty then. */
  readonly refusal?: FindingDraft | undefined;
}

/** A file whose workbook was read already. */
export interface ReadFile extends Omit<ArrivedFile, "bytes"> {
  readonly read: ReadBook;
}

/**
 * The file itself, or the files inside it where it is an archive of submissions, one by one; names for which `isWanted` is
 * false are passed over. An archive without any is given as it is, so that taking it in says so.
 */
export function* unpacked(arrived: ArrivedFile, isWanted: (name: string) => boolean): Generator<ArrivedFile> {
  let count = 0;
  for (const member of archiveMembers(arrived.bytes, arrived.path, { isWanted }) ?? []) {
    count++;
    yield { ...member, modified: arrived.modified };
  }
  if (count === 0) yield arrived;
}

/**
 * What was taken in from each file found, as one list in which every submission of an archive has a place of its own.
 * Facts say their file by its place in that list.
 */
export function inOrder(perFile: readonly (readonly TakenFile[])[]): readonly TakenFile[] {
  const isSame = perFile.every(({ length }) => length === 1);
  return isSame
    ? perFile.flat()
    : perFile
        .flat()
        .map((one, place) => ({ ...one, contributions: one.contributions.map((given) => ofFile(given, place)) }));
}

/** A file that the system would not give: one finding, and the run goes on. */
export function unreadableFile(path: string, modified: string, reason: string): TakenFile {
  const draft: FindingDraft = {
    code: "V-K10",
    variant: "không mở được",
    place: { file: path },
    values: values({ "lý do": reason }),
  };
  const file = { path, sha256: "" };
  const nothing = { forms: [], contributions: [], explanations: [] };
  return { file, modified, submission: undefined, isIgnored: false, drafts: [draft], ...nothing };
}
