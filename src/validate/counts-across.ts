// Entries counted in files of their own beside what their unit reports in another file: branch by branch where the lists
// name branches that the report has. A branch that no list names is nobody's fault: its list may not be here.

import type { Catalogue } from "../model/catalogue.js";
import type { FindingDraft, Place } from "../model/finding.js";
import { groupBy } from "../model/group-by.js";
import { type BranchFigures, type EntryCount, PER_BRANCH_KEY } from "../model/left-behind.js";
import { shortList } from "../model/number-text.js";
import { at } from "../model/outcome.js";
import { known } from "../model/quantity.js";
import type { CountedAcross, Figure, FigureRecord } from "../model/rule.js";
import { shortPlace } from "../model/short-place.js";
import { sameText } from "../model/text.js";
import { keyOfBranch } from "./leave-counts.js";

export interface FiledCount {
  readonly count: EntryCount;
  readonly file: string;
}

export interface FiledBranches {
  readonly branches: BranchFigures;
  readonly file: string;
}

/** What was reported, in the files of a run. */
export interface ReportedCounts {
  readonly branches: readonly FiledBranches[];
  /** What a unit reported of itself, or its row above did; undefined where nothing of it was taken. */
  readonly figuresOf: (unit: string, code: string) => FigureRecord | undefined;
}

/**
 * Counts of each unit's lists beside its report. Several files may list one branch: their entries are added up. Where no
 * branch can be matched (the lists name none, or the report has none), only more entries than the whole unit reports
 * are asked about: fewer may be a part of its lists. A unit that reported twice is not judged: which of the two is right is
 * asked already.
 */
export function countsAcross(
  counts: readonly FiledCount[],
  reported: ReportedCounts,
  { rules }: Pick<Catalogue, "rules">,
): readonly FindingDraft[] {
  const bounds = new Map(rules.map(({ id, bound }) => [id, bound]));
  const reports = groupBy(reported.branches, ({ branches }) => branches.unit);
  return [...groupBy(counts, ({ count }) => `${count.rule} ${count.unit}`).values()].flatMap((own) => {
    const { rule, unit } = at(own, 0).count;
    const bound = bounds.get(rule);
    if (bound?.scope !== "whole-list" || bound.countedAcross === undefined) return [];
    const { countedAcross: across } = bound;
    const [report, second] = (reports.get(unit) ?? []).filter(({ branches }) => branches.indicator === across.counted);
    if (second !== undefined) return [];
    const named = own.filter(({ count }) => count.branch !== "");
    const found = report === undefined ? [] : branchByBranch(named, report, across);
    const isMatched = report !== undefined && named.length === own.length;
    return found.length > 0 || isMatched ? found : whole(own, reported.figuresOf(unit, across.counted), across);
  });
}

function branchByBranch(
  counts: readonly FiledCount[],
  report: FiledBranches,
  across: CountedAcross,
): readonly FindingDraft[] {
  const byKey = branchesByKey(report.branches);
  const named = groupBy(counts, ({ count }) => byKey.get(keyOfBranch(count.branch)));
  return [...named].flatMap(([branch, own]) => {
    if (branch === undefined) return unknownBranches(own, report, across);
    const figure = figureOf(report, branch);
    return figure === undefined ? [] : differing(own, { name: at(own, 0).count.branch, figure }, across);
  });
}

/** Two branches of one name: which of them an entry means is not known. */
const SEVERAL = -1;

/** The branch behind each key: where its numbers begin. */
function branchesByKey({ figures }: BranchFigures): ReadonlyMap<number, number> {
  const byKey = new Map<number, number>();
  let branch = 0;
  for (let index = 0; index < figures.length; index += PER_BRANCH_KEY) {
    if (at(figures, index + 1) !== at(figures, branch + 1)) branch = index;
    const key = at(figures, index);
    const earlier = byKey.get(key);
    byKey.set(key, earlier === undefined || earlier === branch ? branch : SEVERAL);
  }
  return byKey;
}

/** What a branch reports; undefined where that is not known. */
function figureOf({ branches, file }: FiledBranches, branch: number): Figure | undefined {
  const { indicator: code, label, sheet, column, figures } = branches;
  const value = figures[branch + 2] ?? Number.NaN;
  if (branch === SEVERAL || Number.isNaN(value)) return undefined;
  const place: Place = { file, sheet, cell: { row: at(figures, branch + 1), column } };
  return { code, label, place, typed: "", quantity: known(value), scale: 1, rounding: 0 };
}

function unknownBranches(
  counts: readonly FiledCount[],
  { branches: { sheet }, file: report }: FiledBranches,
  across: CountedAcross,
): readonly FindingDraft[] {
  const elsewhere = shortPlace({ file: report, sheet });
  return [...groupBy(counts, ({ count }) => sameText(count.branch)).values()].map((own) => {
    const { count, file } = at(own, 0);
    return across.unknown({ ...count, count: sumOf(own) }, { file, elsewhere });
  });
}

/** All entries of a unit's lists beside all that it reports. */
function whole(
  counts: readonly FiledCount[],
  reported: FigureRecord | undefined,
  across: CountedAcross,
): readonly FindingDraft[] {
  const value = reported?.value(across.counted);
  const figure = reported?.figure(across.counted);
  if (reported === undefined || value === undefined || figure === undefined || sumOf(counts) <= value) return [];
  return differing(counts, { name: reported.name, figure }, across);
}

function differing(
  counts: readonly FiledCount[],
  { name, figure }: { readonly name: string; readonly figure: Figure },
  across: CountedAcross,
): readonly FindingDraft[] {
  const count = sumOf(counts);
  if (figure.quantity.kind === "known" && figure.quantity.value === count) return [];
  const places = counts.map(({ count: { place }, file }) => shortPlace({ file, ...place }));
  const { unit } = at(counts, 0).count;
  return [across.differing({ unit, name, figure }, { count, elsewhere: shortList(places, "ô") })];
}

function sumOf(counts: readonly FiledCount[]): number {
  return counts.reduce((sum, { count }) => sum + count.count, 0);
}
