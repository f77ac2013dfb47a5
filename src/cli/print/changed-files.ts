// Which units sent another file than in the other run: the plainest reason why figures differ.

import type { RunResult } from "../../pipeline/conclude.js";

export interface ChangedFile {
  readonly unit: string;
  readonly before: string | undefined;
  readonly after: string | undefined;
  readonly revisionBefore: number | undefined;
  readonly revisionAfter: number | undefined;
}

interface CountedFile {
  readonly path: string;
  readonly sha256: string;
  readonly revision: number | undefined;
  readonly name: string;
}

/** Files of one unit that are counted in only one of the runs, or differ; where no unit sent to both, none. */
export function changedFiles(before: RunResult, after: RunResult): readonly ChangedFile[] {
  const [then, now] = [countedFiles(before), countedFiles(after)];
  if (![...then.keys()].some((key) => now.has(key))) return [];
  return [...new Set([...then.keys(), ...now.keys()])].flatMap((key) => {
    const [one, other] = [then.get(key), now.get(key)];
    if (one?.sha256 === other?.sha256) return [];
    return [
      {
        unit: (other ?? one)?.name ?? key,
        before: one?.path,
        after: other?.path,
        revisionBefore: one?.revision,
        revisionAfter: other?.revision,
      },
    ];
  });
}

/** By unit and period: the same unit's report of another period is another report, not a changed file. */
function countedFiles({ taken, verdicts }: RunResult): ReadonlyMap<string, CountedFile> {
  return new Map(
    taken.flatMap(({ file, submission }, index) => {
      const { unit, period, revision } = submission ?? {};
      if (unit === undefined || verdicts[index] !== "accepted") return [];
      return [[`${unit.key} ${JSON.stringify(period)}`, { ...file, revision, name: unit.name }] as const];
    }),
  );
}
