// Score sheets of emulation as declared, and what units score on them. No score sheet of the Central Association was found:
// every sheet is a suggestion that an office may replace.

import type { UnitRef } from "./aggregation.js";
import type { Quantity } from "./quantity.js";

/** Lower bound of a step, in the indicator's own measure (a share 0–1), and its points. */
export interface ScoreStep {
  readonly atLeast: number;
  readonly points: number;
}

/**
 * How points come about. linear: from nothing at `from` to the most at `full` (or at the target in force) · steps: of the
 * highest step that is reached · yes-no: the most where the figure reaches `atLeast` · manual: given by people, with
 * evidence.
 */
export type Scoring =
  | { readonly by: "linear"; readonly indicator: string; readonly from: number; readonly full: number | "target" }
  | { readonly by: "steps"; readonly indicator: string; readonly steps: readonly ScoreStep[] }
  | { readonly by: "yes-no"; readonly indicator: string; readonly atLeast: number }
  | { readonly by: "manual" };

export interface Criterion {
  readonly code: string;
  readonly name: string;
  readonly max: number;
  readonly scoring: Scoring;
}

/** base: of the sheet's points · bonus: beside them · penalty: taken off. */
export const SCORE_KINDS = ["base", "bonus", "penalty"] as const;

export interface ScoreGroup {
  readonly code: string;
  readonly name: string;
  readonly kind: (typeof SCORE_KINDS)[number];
  /** Most that counts of the group. */
  readonly max: number;
  readonly criteria: readonly Criterion[];
}

export interface ScoreAward {
  readonly name: string;
  /** How many units may be proposed. */
  readonly places: number;
  /** Points that are needed. */
  readonly atLeast: number;
}

export interface Scoresheet {
  readonly id: string;
  readonly name: string;
  /** Printed wherever the sheet is: that it is a suggestion. */
  readonly remark: string;
  /** Lists that hold the points given by people: the form, and its columns. */
  readonly points: {
    readonly form: string;
    readonly criterion: string;
    readonly self: string;
    readonly cross: string;
    readonly agreed: string;
    readonly evidence: string;
  };
  /** Decimals to which computed points are rounded. */
  readonly decimals: number;
  readonly groups: readonly ScoreGroup[];
  /** Codes of groups or criteria by which equal totals are told apart, first to last. */
  readonly ties: readonly string[];
  readonly awards: readonly ScoreAward[];
}

/** Whose points count: agreed ones, else computed ones, else cross-checked ones, else the unit's own. */
export const POINT_SOURCES = ["agreed", "computed", "cross", "self"] as const;
export type PointSource = (typeof POINT_SOURCES)[number];

export interface CriterionScore {
  readonly criterion: Criterion;
  readonly given: Readonly<Partial<Record<PointSource, number>>>;
  /** What counts, and whose it is; undefined where nobody gave points. */
  readonly counted: number | undefined;
  readonly source: PointSource | undefined;
  readonly evidence: string;
  /** The figure that computed points rest on. */
  readonly figure: Quantity | undefined;
}

export interface GroupScore {
  readonly group: ScoreGroup;
  readonly scores: readonly CriterionScore[];
  /** Sum of what counts, at most the group's; undefined where no criterion has points. */
  readonly points: number | undefined;
}

export interface UnitScore {
  readonly unit: UnitRef;
  readonly groups: readonly GroupScore[];
  /** Base and bonus less penalty, not below 0; undefined where nothing was scored. */
  readonly total: number | undefined;
  /** Base criteria without any points, and criteria whose points people gave and did not agree on yet. */
  readonly lacking: number;
  readonly open: number;
  /** 1 for the most points; units that nothing tells apart share one. Undefined where nothing was scored. */
  readonly rank: number | undefined;
  /** Why it stands above or beside units with as many points; "" where none has. */
  readonly tie: string;
  /** Proposed award; "" for none. */
  readonly award: string;
}

/** Units on one sheet, best first; those without points last. */
export interface Ranking {
  readonly sheet: Scoresheet;
  readonly units: readonly UnitScore[];
}
