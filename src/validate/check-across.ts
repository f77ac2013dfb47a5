// Rules that look across the files of a run: figures that came in a file of their own beside those they speak of, and
// entries of lists that stand in several files. They only ask or refuse: what is added up was decided before.

import type { Catalogue } from "../model/catalogue.js";
import type { Contribution } from "../model/contribution.js";
import type { FindingDraft } from "../model/finding.js";
import type { ComparedFigure, LeftBehind } from "../model/left-behind.js";
import { createFactIndex } from "../model/packed-facts.js";
import type { FigureRecord } from "../model/rule.js";
import type { FileRef } from "../model/submission.js";
import { countsAcross } from "./counts-across.js";
import { listsAcross } from "./lists-across.js";
import { type FigureGround, unitFigures } from "./unit-figures.js";

export interface AcrossFiles {
  readonly files: readonly FileRef[];
  /** What each file left behind, in the order of `files`; undefined for nothing, and for files that play no part. */
  readonly left: readonly (LeftBehind | undefined)[];
  /** Contributions of counted submissions. */
  readonly contributions: readonly Contribution[];
}

/** Findings on what stands in different files; none, at no cost, where no file left anything behind. */
export function checkAcross(
  { files, left, contributions }: AcrossFiles,
  catalogue: Catalogue,
): readonly FindingDraft[] {
  const figures = left.flatMap((one) => one?.figures ?? []);
  const lists = left.flatMap((one, index) =>
    (one?.lists ?? []).map((list) => ({ list, file: files[index]?.path ?? "" })),
  );
  return [
    ...(figures.length === 0 ? [] : comparedAcross(figures, { files, contributions }, catalogue)),
    ...listsAcross(lists, catalogue),
    ...countedEntries({ files, left, contributions }, catalogue),
  ];
}

function countedEntries({ files, left, contributions }: AcrossFiles, catalogue: Catalogue): readonly FindingDraft[] {
  const fileOf = (index: number): string => files[index]?.path ?? "";
  const counts = left.flatMap((one, index) => (one?.counts ?? []).map((count) => ({ count, file: fileOf(index) })));
  if (counts.length === 0) return [];
  const branches = left.flatMap((one, index) =>
    one?.branches === undefined ? [] : [{ branches: one.branches, file: fileOf(index) }],
  );
  const reportedOf = createReportedOf({ files, contributions }, catalogue);
  const figuresOf = (unit: string, code: string) => reportedOf(unit, code, new Set([code]));
  return countsAcross(counts, { branches, figuresOf }, catalogue);
}

type ReportedOf = (unit: string, code: string, codes: ReadonlySet<string>) => FigureRecord | undefined;

/** What a unit reported: in its own file, or in its row of the file above; undefined where neither tells the figure. */
function createReportedOf(
  { files, contributions }: Pick<AcrossFiles, "files" | "contributions">,
  { indicators, register }: Catalogue,
): ReportedOf {
  const own = new Map(contributions.map((one) => [one.unit, one]));
  const rows = new Map(contributions.flatMap((one) => one.rows.map((unit) => [unit, one])));
  const factIndex = createFactIndex();
  return (key, code, codes) => {
    const unit = register.byKey(key);
    if (unit === undefined) return undefined;
    const ground: FigureGround = { indicators, files, codes, factIndex };
    for (const contribution of [own.get(unit.key), rows.get(unit.key)]) {
      const reported = contribution && unitFigures(contribution, unit, ground);
      if (reported?.value(code) !== undefined) return reported;
    }
    return undefined;
  };
}

/** Each figure beside the one that its unit reported: in the unit's own file, or in its row of the file above. */
function comparedAcross(
  figures: readonly ComparedFigure[],
  { files, contributions }: Pick<AcrossFiles, "files" | "contributions">,
  catalogue: Catalogue,
): readonly FindingDraft[] {
  const codes = new Set(figures.map(({ figure }) => figure.code));
  const reportedOf = createReportedOf({ files, contributions }, catalogue);
  return figures.flatMap(({ rule: id, unit, figure }) => {
    const bound = catalogue.rules.find((rule) => rule.id === id)?.bound;
    if (bound?.scope !== "record" || bound.besides === undefined) return [];
    const { form, run } = bound.besides;
    const reported = reportedOf(unit, figure.code, codes);
    return reported === undefined ? [] : run(withFigure(reported, form, figure)).failed;
  });
}

/** What was reported, and what the other form says of it. */
function withFigure(reported: FigureRecord, other: string, figure: ComparedFigure["figure"]): FigureRecord {
  const { quantity } = figure;
  const value = quantity.kind === "known" ? quantity.value : undefined;
  return {
    ...reported,
    subject: "child",
    value: (code, form) => (form === other ? value : reported.value(code)),
    figure: (code, form) => (form === other ? figure : reported.figure(code)),
  };
}
