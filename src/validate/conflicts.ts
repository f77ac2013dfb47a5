// Different files that speak of the same unit and period: which one replaces which, and which contradict one another.

import type { FindingDraft } from "../model/finding.js";
import { values } from "../model/finding.js";
import { shortList } from "../model/number-text.js";
import { lastDayOf, periodInWords, printPeriod } from "../model/period.js";
import type { Register } from "../model/register.js";
import type { ReceivedFile } from "./admit.js";

export interface Conflicts {
  readonly superseded: readonly ReceivedFile[];
  /** One V-K14 on each file of a conflict. */
  readonly conflicts: readonly FindingDraft[];
}

/**
 * Judges files of different bytes that are otherwise fit to be counted. Within a unit and period the highest «lần nộp»
 * wins if it has every form of those it replaces; no «lần nộp» is the first. What is left over contradicts: V-K14 on
 * each file. A file that reports nothing contradicts those of its own forms alone, and lists of persons nobody: a branch
 * may have one of its own. With `latest` the file changed last wins among the highest (then the last path) instead. A cluster's
 * workbook contradicts a member's own one: which of the two is right is not for the program to say.
 */
export function conflictsAmong(
  files: readonly ReceivedFile[],
  { latest, register }: { readonly latest: boolean; readonly register: Register },
): Conflicts {
  const superseded = new Set<ReceivedFile>();
  const contradictions: Contradiction[] = [];
  for (const group of groupsOf(files)) {
    const highest = Math.max(...group.map(revisionOf));
    const top = group.filter((file) => revisionOf(file) === highest);
    const winners = latest ? top.toSorted(compareChanged).slice(-1) : top;
    const rest = group.filter((file) => !winners.includes(file));
    const isReplaced = latest || winners.every((winner) => rest.every((file) => hasFormsOf(winner, file)));
    if (isReplaced) for (const file of rest) superseded.add(file);
    const left = isReplaced ? winners : group;
    for (const file of left) if (left.length > 1) contradictions.push({ file, all: left, about: file });
  }
  contradictions.push(...clusterContradictions(files.filter((file) => !superseded.has(file))));
  return { superseded: [...superseded], conflicts: contradictions.map((one) => draftOf(one, register)) };
}

/** One file of several that contradict one another; `about`: the file whose unit this is about. */
interface Contradiction {
  readonly file: ReceivedFile;
  readonly all: readonly ReceivedFile[];
  readonly about: ReceivedFile;
}

/** What a file may contradict: reports one another, figures to compare with those of the same forms. */
function matterOf({ left, forms }: ReceivedFile): string | undefined {
  if (left?.isAll !== true) return "";
  return left.lists.length > 0 ? undefined : forms.join(" ");
}

/** Files of one unit (or one cluster) and one period. Those of unknown unit or period stand alone. */
function groupsOf(files: readonly ReceivedFile[]): readonly (readonly ReceivedFile[])[] {
  const byUnit = new Map<string, Map<string, ReceivedFile[]>>();
  for (const file of files) {
    const unit = file.submission?.unit?.key ?? file.submission?.grouping;
    const period = file.submission?.period;
    const matter = matterOf(file);
    if (unit === undefined || period === undefined || matter === undefined) continue;
    const matters = byUnit.get(unit) ?? new Map<string, ReceivedFile[]>();
    byUnit.set(unit, matters);
    const key = `${printPeriod(period)} ${matter}`;
    const group = matters.get(key);
    if (group === undefined) matters.set(key, [file]);
    else group.push(file);
  }
  return [...byUnit.values()].flatMap((matters) => [...matters.values()]).filter((group) => group.length > 1);
}

function revisionOf(file: ReceivedFile): number {
  return file.submission?.revision ?? 1;
}

function compareChanged(a: ReceivedFile, b: ReceivedFile): number {
  const [first, second] = [a.modified ?? "", b.modified ?? ""];
  if (first !== second) return first < second ? -1 : 1;
  return a.path < b.path ? -1 : 1;
}

/** A later file that lacks a form of the earlier one would drop its figures unseen. */
function hasFormsOf(winner: ReceivedFile, replaced: ReceivedFile): boolean {
  return replaced.forms.every((form) => winner.forms.includes(form));
}

function clusterContradictions(files: readonly ReceivedFile[]): readonly Contradiction[] {
  const own = new Map<string, ReceivedFile[]>();
  for (const file of files) {
    const unit = file.submission?.unit?.key;
    if (unit !== undefined) own.set(unit, [...(own.get(unit) ?? []), file]);
  }
  return files
    .filter((file) => file.submission?.grouping !== undefined)
    .flatMap((cluster) => {
      const members = [...new Set(cluster.contributions.map((contribution) => contribution.unit))];
      return members
        .flatMap((member) => own.get(member) ?? [])
        .filter((file) => isSameTime(file, cluster))
        .flatMap((file) => [cluster, file].map((one) => ({ file: one, all: [cluster, file], about: file })));
    });
}

function isSameTime(a: ReceivedFile, b: ReceivedFile): boolean {
  const [first, second] = [a.submission?.period, b.submission?.period];
  return first !== undefined && second !== undefined && printPeriod(first) === printPeriod(second);
}

function draftOf({ file, all, about }: Contradiction, register: Register): FindingDraft {
  const { unit, grouping, period } = about.submission ?? {};
  const cluster =
    grouping === undefined || period === undefined ? undefined : register.groupingAt(grouping, lastDayOf(period));
  return {
    code: "V-K14",
    place: { file: file.path },
    values: values({
      k: String(all.length),
      "đơn vị": unit?.name ?? cluster?.name ?? grouping ?? "",
      kỳ: period === undefined ? "" : periodInWords(period),
      ds: shortList(
        all.map((one) => one.path),
        "tệp",
      ),
    }),
    ...(unit === undefined ? {} : { unit: unit.key }),
  };
}
