// What a blank workbook is made for: one unit, one period, and what is known beforehand.

import type { IsoDate } from "../../model/iso-date.js";
import type { Period } from "../../model/period.js";
import type { Unit } from "../../model/unit.js";

/** A branch or child unit whose row is there before anything is typed. */
export interface KnownRow {
  readonly code: string;
  readonly name: string;
  /** Canonical values of category fields by field code. */
  readonly categories: ReadonlyMap<string, string>;
  /** Opening figures by indicator: what the period before closed with. Money in whole đồng. */
  readonly openings: ReadonlyMap<string, number>;
}

export interface TemplateRequest {
  readonly unit: Unit;
  readonly period: Period;
  readonly asOf: IsoDate;
  /** Branches known from an earlier period, or the child units; in order of printing. */
  readonly rows: readonly KnownRow[];
  /** Funds of the unit's own known from an earlier period. */
  readonly funds: readonly KnownRow[];
  /** Rows for branches or child units on each sheet, at least as many as are known. */
  readonly rowCount: number;
  /** Ids of the lists that are asked for beside those that belong to every workbook. */
  readonly lists?: readonly string[] | undefined;
  /** Moment of the run, ISO text. */
  readonly created: string;
  readonly toolVersion: string;
}
