// Findings of the runs of several periods as one list: told apart, and each that is about a whole run says of which.

import type { Finding } from "../../model/finding.js";
import type { RunResult } from "../../pipeline/conclude.js";
import type { Words } from "../words.js";

/** A finding among those of several runs; `about`: what it is about where it stands at no place. */
export interface FindingOfRun extends Finding {
  readonly about?: string;
}

/** The findings of all runs, in their order, with ids of their own; those of a single run are left as they are. */
export function findingsOfRuns(
  runs: readonly Pick<RunResult, "findings" | "aggregation">[],
  { wholeRunOf }: Pick<Words, "wholeRunOf">,
): readonly FindingOfRun[] {
  if (runs.length === 1) return runs.flatMap(({ findings }) => findings);
  return runs.flatMap(({ findings, aggregation }, index) => {
    const told = aggregation === undefined ? {} : { about: wholeRunOf(aggregation.period) };
    const own = (id: string): string => `${index}·${id}`;
    return findings.map((one) => ({
      ...one,
      ...told,
      id: own(one.id),
      cause: one.cause === undefined ? undefined : own(one.cause),
    }));
  });
}
