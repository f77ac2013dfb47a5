// Reports as declared: pages of sentences and of tables, over indicators, units and stretches of time.

import { isSameRange, moved, sinceNewYear, yearOf } from "./month-range.js";
import { assertNever } from "./outcome.js";
import type { MonthRange, Period } from "./period.js";
import type { ChartKind } from "./planned-chart.js";

/** Which stretch of time a figure of the report belongs to, seen from the report's own; a number is a calendar year. */
export const WHENS = ["this", "cumulative", "previous", "last-year", "last-year-cumulative"] as const;
export type When = (typeof WHENS)[number] | number;

/**
 * What a column shows. number: running number · name, measure: of the row · figure · change, growth: against another
 * stretch of time · target, attainment, lacking, verdict, document: of the target in force · rank: among the units ·
 * state: what became of a unit's report · blank: to be filled in by hand · field: of an entry of a list · score:
 * of a score sheet, its field says what.
 */
export const SHOWS = [
  "number",
  "name",
  "measure",
  "figure",
  "change",
  "growth",
  "target",
  "attainment",
  "lacking",
  "verdict",
  "document",
  "rank",
  "state",
  "blank",
  "field",
  "score",
] as const;
export type Show = (typeof SHOWS)[number];

export interface ReportColumn {
  readonly show: Show;
  readonly heading: string;
  /** Heading over several neighbouring columns; undefined for none. */
  readonly group: string | undefined;
  /** Undefined where the rows are indicators. */
  readonly indicator: string | undefined;
  readonly when: When;
  /** change, growth: what is compared with. */
  readonly against: When;
  /** field: the list's columns it shows, side by side. */
  readonly fields?: readonly string[] | undefined;
}

export type ReportRows =
  | {
      readonly by: "indicators";
      readonly groups: readonly { readonly name: string; readonly indicators: readonly string[] }[];
    }
  | { readonly by: "units" }
  /** One row a calendar year of the report's time, with so many years before it. */
  | { readonly by: "years"; readonly yearsBefore: number }
  /** Units whose report is missing or was sent back. */
  | { readonly by: "absent" }
  /** Empty rows. */
  | { readonly by: "hand"; readonly count: number }
  /** Entries of a list, at the end of the report's time or of all of it. */
  | {
      readonly by: "records";
      readonly form: string;
      readonly over: "closing" | "time";
      /** Only entries that hold one of the values. */
      readonly where: ReadonlyMap<string, readonly string[]>;
      readonly groupBy: string | undefined;
      /** Entries alike in these fields are one row, their numbers added; none: each entry a row. */
      readonly merge: readonly string[];
      /** Name of a last row of sums; undefined for none. */
      readonly total: string | undefined;
      /** Empty rows where nothing is listed. */
      readonly blank: number;
    }
  /** One row for each value of a field that entries of a list hold at the end of the report's time. */
  | { readonly by: "tally"; readonly form: string; readonly field: string }
  /** One row for each kind of fund holder. */
  | { readonly by: "holders" }
  /** The criteria of the report's score sheet. */
  | { readonly by: "criteria" }
  /** The units on it, best first; or each unit with its points criterion by criterion. */
  | { readonly by: "ranking" }
  | { readonly by: "scores" }
  /** The unit's own and named funds, of all holders where none is named. */
  | { readonly by: "funds"; readonly holders: readonly string[] };

export interface LetterPage {
  readonly kind: "letter";
  readonly name: string;
  readonly blocks: readonly LetterBlock[];
}

/**
 * heading: level 1 is the highest · say: a sentence with figures, of a commune or of areas above alone where `of` says so ·
 * write: guidance for what only people know.
 */
export type LetterBlock =
  | { readonly kind: "heading"; readonly level: number; readonly text: string }
  | { readonly kind: "say"; readonly text: string; readonly of?: SaidOf | undefined }
  | { readonly kind: "write"; readonly text: string };

/** Whose report a sentence is for. */
export const SAID_OF = ["commune", "above"] as const;
export type SaidOf = (typeof SAID_OF)[number];

export interface TablePage {
  readonly kind: "table";
  readonly name: string;
  /** «Biểu 01», «PL2». */
  readonly mark: string;
  readonly title: string;
  readonly isLandscape: boolean;
  readonly rows: ReportRows;
  readonly columns: readonly ReportColumn[];
  readonly notes: readonly string[];
  /** Rows by years: a line between the year `after` and the next one. */
  readonly breaks: readonly { readonly after: number; readonly text: string }[];
}

/** A page of charts, each of a table of the same report. */
export interface ChartsPage {
  readonly kind: "charts";
  readonly name: string;
  readonly mark: string;
  readonly title: string;
  readonly charts: readonly ReportChart[];
}

/** A chart with one point for each of a table's units, years or indicators. */
export interface ReportChart {
  readonly kind: ChartKind;
  readonly title: string;
  /** Name of the table's page. */
  readonly table: string;
  /** Columns of the table, from 0, each a series. */
  readonly series: readonly { readonly name: string; readonly column: number }[];
  /** Rows by indicators: those that are drawn; empty for all. */
  readonly indicators: readonly string[];
}

export type ReportPage = LetterPage | TablePage | ChartsPage;

export interface Report {
  readonly id: string;
  readonly name: string;
  readonly about: string;
  readonly periods: readonly Period["kind"][];
  /** Taken where no period is asked for. */
  readonly defaultPeriod: Period | undefined;
  /** Share (0–1) of the units due that must have reported; below it the report is provisional or not written. */
  readonly minimumCoverage: number;
  /** After the number: «BC-HKH» of «Số: …/BC-HKH». */
  readonly numberMark: string;
  readonly title: string;
  /** Said under the title, in italics: that the layout is a suggestion. */
  readonly remark: string;
  readonly recipients: readonly string[];
  /** Lines above the signature: «TM. BAN THƯỜNG VỤ», «CHỦ TỊCH». */
  readonly signer: readonly string[];
  readonly pages: readonly ReportPage[];
  /** Id of the score sheet that its units are ranked on; undefined for none. */
  readonly scoresheet?: string | undefined;
}

/**
 * What a column of a score sheet's tables shows. Of a criterion: code, name, max, way, figure, computed, self, cross, agreed,
 * counted, evidence · of a unit: total, lacking, open, award, tie, and a group's points as `group:<code>`.
 */
export const SCORE_FIELDS = [
  "code",
  "name",
  "max",
  "way",
  "figure",
  "computed",
  "self",
  "cross",
  "agreed",
  "counted",
  "evidence",
  "total",
  "lacking",
  "open",
  "award",
  "tie",
] as const;

/** What a table of a list's entries by the values of a field shows beside sums: how many entries there are. */
export const ENTRIES = "entries";

/** The months `when` means, seen from the report's own. */
export function rangeOf(when: When, own: MonthRange): MonthRange {
  if (typeof when === "number") return calendarYear(when);
  switch (when) {
    case "this":
      return own;
    case "cumulative":
      return sinceNewYear(own);
    case "previous":
      return moved(own, own.first - own.last - 1);
    case "last-year":
      return moved(own, -12);
    case "last-year-cumulative":
      return moved(sinceNewYear(own), -12);
    default:
      return assertNever(when);
  }
}

/** The calendar years of a table with one row a year, oldest first. */
export function yearsOf(rows: ReportRows, own: MonthRange): readonly number[] {
  if (rows.by !== "years") return [];
  const first = Math.floor(own.first / 12) - rows.yearsBefore;
  return Array.from({ length: yearOf(own) - first + 1 }, (_, index) => first + index);
}

/** January to December of a year. */
export function calendarYear(year: number): MonthRange {
  return { first: year * 12, last: year * 12 + 11 };
}

/** Every stretch of time whose figures the report shows, its own first; each once. */
export function rangesOf(report: Report, own: MonthRange, said: readonly When[]): readonly MonthRange[] {
  const ranges: MonthRange[] = [own];
  const add = (range: MonthRange): void => {
    if (!ranges.some((known) => isSameRange(known, range))) ranges.push(range);
  };
  for (const when of said) add(rangeOf(when, own));
  for (const page of report.pages) {
    if (page.kind !== "table") continue;
    for (const { show, when, against } of page.columns) {
      if (show === "change" || show === "growth") add(rangeOf(against, own));
      add(rangeOf(when, own));
    }
    for (const year of yearsOf(page.rows, own)) add(calendarYear(year));
  }
  return ranges;
}
