// The result of adding up: the asked unit, its reporting children, who sent and who did not.

import type { TotalsByIndicator } from "./fact.js";
import type { FindingDraft } from "./finding.js";
import type { IsoDate } from "./iso-date.js";
import type { Period, Standing } from "./period.js";
import type { UnitRecord } from "./record.js";
import type { FileRef } from "./submission.js";
import type { Level, UnitKey } from "./unit.js";

/** A unit as outputs name it; a cluster has its id as code and key. */
export interface UnitRef {
  readonly key: UnitKey | string;
  readonly code: string;
  readonly name: string;
  readonly level: Level | "grouping";
}

/**
 * What became of a file. accepted: counted · returned: has errors · duplicate: same bytes as another · superseded: a
 * higher revision is there · unreadable · ignored: lock file, other period.
 */
export const VERDICTS = ["accepted", "returned", "duplicate", "superseded", "unreadable", "ignored"] as const;
export type Verdict = (typeof VERDICTS)[number];

/** How a child's figures came in. from-below: it sent nothing itself, but units below it did. */
export type ReceivedAs = "own-workbook" | "from-below" | "parent-row" | "returned" | "missing" | "no-association";

/** Direct reporters of the asked unit. late is known only with a ledger. */
export interface ChildCoverage {
  readonly due: number;
  readonly received: number;
  readonly returned: number;
  readonly late: number;
  readonly missing: readonly UnitRef[];
  readonly noAssociation: readonly UnitRef[];
}

export interface ChildResult {
  readonly unit: UnitRef;
  readonly receivedAs: ReceivedAs;
  readonly totals: TotalsByIndicator;
}

/** A unit of the asked area that stands below the direct reporters or is one, for the coverage sheet. */
export interface CoverageRow {
  readonly unit: UnitRef;
  readonly parent: UnitRef | undefined;
  readonly receivedAs: ReceivedAs;
  /** Index into `files`, where its figures stand. */
  readonly file: number | undefined;
}

export interface Aggregation {
  readonly unit: UnitRef;
  readonly period: Period;
  readonly asOf: IsoDate;
  readonly standing: Standing | undefined;
  /** True where readable values of returned submissions are counted. */
  readonly provisional: boolean;
  readonly files: readonly FileRef[];
  readonly coverage: ChildCoverage;
  readonly totals: TotalsByIndicator;
  readonly children: readonly ChildResult[];
  /** Own funds of the asked unit (rows with a holder), as rows of the fund form. */
  readonly ownFunds: readonly OwnFund[];
  /** Entries of the lists that units of the area keep, in the order of the tree. Absent where there are none. */
  readonly records?: readonly UnitRecord[];
  readonly grassroots: readonly CoverageRow[];
  readonly findings: readonly FindingDraft[];
}

/** The unit's own or a named fund: one more part of the unit's fund totals beside its children's. */
export interface OwnFund {
  readonly holder: string;
  readonly name: string;
  readonly totals: TotalsByIndicator;
}
