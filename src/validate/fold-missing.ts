// One cause, one finding: a unit is missing because its file is about another period.

import type { FindingDraft } from "../model/finding.js";
import type { Submission } from "../model/submission.js";

/** Reporters that are missing; that the totals are incomplete follows from it. */
const MISSING = "V-D06";

interface LeftOut {
  /** Files with what they speak of. */
  readonly files: readonly { readonly file: { readonly path: string }; readonly submission: Submission | undefined }[];
  /** What was said of files as a whole: those that were left out are among them. */
  readonly said: readonly FindingDraft[];
  /** Keys of the units that are missing. */
  readonly missing: readonly string[];
}

/**
 * Findings about what is missing follow from the file that was left out, where every missing unit sent one: the first
 * of these files stands for all. Elsewhere they stay as they are.
 */
export function foldMissing(
  findings: readonly FindingDraft[],
  { files, said, missing }: LeftOut,
): readonly FindingDraft[] {
  const byFile = new Map(said.map((draft) => [draft.place.file, draft]));
  const byUnit = new Map<string, FindingDraft>();
  for (const { file, submission } of files) {
    const draft = byFile.get(file.path);
    if (draft !== undefined && submission?.unit !== undefined) byUnit.set(submission.unit.key, draft);
  }
  const causes = missing.map((unit) => byUnit.get(unit));
  const [cause] = causes;
  if (cause === undefined || causes.includes(undefined)) return findings;
  return findings.map((draft) => ((draft.cause ?? draft).code === MISSING ? { ...draft, cause } : draft));
}
