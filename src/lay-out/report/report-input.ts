// What a report is laid out from: its declaration, and the figures of every stretch of time it shows.

import type { Aggregation, Verdict } from "../../model/aggregation.js";
import type { MonthRange, Period } from "../../model/period.js";
import type { PeriodFigures } from "../../model/period-figures.js";
import type { UnitRecord } from "../../model/record.js";
import type { Report } from "../../model/report.js";
import type { LateReport } from "../../model/report-status.js";
import type { Ranking } from "../../model/scoresheet.js";

export interface ReportInput {
  readonly report: Report;
  readonly period: Period;
  /** Figures of the stretches the report shows, its own first. */
  readonly figures: readonly PeriodFigures[];
  /** Figures as the inputs gave them, one for each period at hand. */
  readonly pieces: readonly PeriodFigures[];
  /** Entries of lists, by the period that listed them. */
  readonly listed?: readonly { readonly range: MonthRange; readonly records: readonly UnitRecord[] }[];
  /** Reports that came after their deadline, of any period at hand; absent: no deadline is declared. */
  readonly late?: readonly LateReport[] | undefined;
  /** The units below on the report's score sheet; undefined where it has none. */
  readonly ranking?: Ranking | undefined;
  /** The run at the end of the report's time: the unit, its files, who sent what. */
  readonly basis: Aggregation;
  /** Periods at hand that were left out because the unit then held another territory. */
  readonly otherTerritory: readonly Period[];
  /** What became of each file, in the order of `basis.files`. */
  readonly verdicts: readonly Verdict[];
  /** Heading of the first page: of the State's documents, or of the Party's. */
  readonly heading: "state" | "party";
  /** Who stands above the issuer there: the association above, or the People's Committee of the same place. */
  readonly issuedUnder: "association" | "committee";
  /** Moment of the run, ISO text. */
  readonly created: string;
  readonly toolVersion: string;
}
