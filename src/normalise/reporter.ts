// Who reports: the unit or grouping of a workbook, and what the rows of its tables can speak of.

import type { FindingDraft } from "../model/finding.js";
import { cellIndex, shownText } from "../model/grid.js";
import type { IsoDate } from "../model/iso-date.js";
import { vietnameseDate } from "../model/iso-date.js";
import { lastDayOf, periodInWords } from "../model/period.js";
import type { RecognisedTable } from "../model/recognised.js";
import type { Register } from "../model/register.js";
import type { Grouping, Unit } from "../model/unit.js";
import { createChildRows } from "./child-rows.js";
import { findCoverGrouping, findCoverUnit, findUndatedUnit } from "./find-cover-unit.js";
import type { UnitNames } from "./named-unit.js";
import type { Cover } from "./read-cover.js";
import { createBranchRows, NO_SUBJECTS, type RowSubjects } from "./row-subject.js";
import { hasHolderColumn } from "./table-layout.js";
import type { UnitsAtDate } from "./units-at-date.js";

export interface ReporterScope {
  readonly file: string;
  readonly cover: Cover;
  readonly register: Register;
  readonly names: UnitNames;
  readonly unitsAt: (date: IsoDate) => UnitsAtDate;
  readonly same: (text: string) => string;
  readonly spelled: (text: string) => string;
  readonly report: (draft: FindingDraft) => void;
}

export interface Reporter {
  readonly unit: Unit | undefined;
  readonly grouping: Grouping | undefined;
  /** What the rows of a table speak of; `tables` are all tables of the workbook. */
  subjectsOf(table: RecognisedTable | undefined, tables: readonly RecognisedTable[]): RowSubjects;
}

/** The reporter at the cut-off date, else the period's last day. Findings of the unit are reported at once. */
export function createReporter(scope: ReporterScope): Reporter {
  const { cover, register } = scope;
  const date = cover.asOf ?? (cover.period === undefined ? undefined : lastDayOf(cover.period));
  if (date === undefined) {
    const unit = findUndatedUnit(cover, register);
    return { unit, grouping: undefined, subjectsOf: (table, tables) => rowsOfBranches(unit, table, { tables, scope }) };
  }
  const units = scope.unitsAt(date);
  const period = cover.period === undefined ? `đến ${vietnameseDate(date)}` : periodInWords(cover.period);
  const grouping = findCoverGrouping(cover, register, date);
  const found = grouping === undefined ? findCoverUnit({ ...scope, date, units, period }) : undefined;
  for (const draft of found?.findings ?? []) scope.report(draft);
  const unit = found?.unit;
  const reporters = unit === undefined ? membersOf(grouping, register, date) : units.tree.reportersTo(unit.key);
  return {
    unit,
    grouping,
    subjectsOf: (table, tables) => {
      if (table?.grain !== "upper") return rowsOfBranches(unit, table, { tables, scope });
      const ownName = unit?.name ?? grouping?.name;
      if (ownName === undefined) return NO_SUBJECTS;
      return createChildRows({ ...scope, sheet: table.grid.name, unit, ownName, reporters, units, date, period });
    },
  };
}

function membersOf(grouping: Grouping | undefined, register: Register, date: IsoDate): readonly Unit[] {
  const members = grouping?.members.map((code) => register.at(code, date)?.unit) ?? [];
  return members.filter((unit) => unit !== undefined);
}

interface BranchScope {
  readonly tables: readonly RecognisedTable[];
  readonly scope: ReporterScope;
}

function rowsOfBranches(
  unit: Unit | undefined,
  table: RecognisedTable | undefined,
  { tables, scope }: BranchScope,
): RowSubjects {
  if (unit === undefined || table?.grain !== "branch") return NO_SUBJECTS;
  let branches: ReadonlySet<string> | undefined;
  return createBranchRows(unit, {
    same: scope.same,
    spelled: scope.spelled,
    isBranch: (mark) => {
      branches ??= branchMarks(tables, scope.same);
      return branches.has(mark);
    },
  });
}

/** Names and codes of the branches in the tables that know no holders of funds. */
function branchMarks(tables: readonly RecognisedTable[], same: (text: string) => string): ReadonlySet<string> {
  const marks = new Set<string>();
  for (const table of tables) {
    if (table.grain !== "branch" || hasHolderColumn(table)) continue;
    for (const { field, column } of table.columns) {
      if (field.code === "row.name") for (const text of textsOf(table, column)) marks.add(same(text));
      if (field.code === "row.code") for (const text of textsOf(table, column)) marks.add(text);
    }
  }
  return marks;
}

/** Texts of a column in the rows of data. */
function textsOf({ grid, firstRow, rowRoles }: RecognisedTable, column: number): readonly string[] {
  const texts = rowRoles.map((role, offset) =>
    role === "data" ? shownText(grid, cellIndex(grid, firstRow + offset, column)).trim() : "",
  );
  return texts.filter((text) => text !== "");
}
