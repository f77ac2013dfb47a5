// Who reports: the unit or grouping of a workbook, and what the rows of its tables can speak of.

import type { FindingDraft } from "../model/finding.js";
import { cellIndex, shownText } from "../model/grid.js";
import type { IsoDate } from "../model/iso-date.js";
import { vietnameseDate } from "../model/iso-date.js";
import { lastDayOf, periodInWords } from "../model/period.js";
import type { RecognisedTable } from "../model/recognised.js";
import type { Register } from "../model/register.js";
import type { Grouping, Unit } from "../model/unit.js";
import { type ChildScope, createChildRows } from "./child-rows.js";
import { findCoverUnit, findUndatedUnit } from "./find-cover-unit.js";
import type { FindGrouping } from "./find-grouping.js";
import type { WordsOf } from "./name-words.js";
import type { UnitNames } from "./named-unit.js";
import type { Cover } from "./read-cover.js";
import { type BranchRows, createBranchRows, NO_SUBJECTS, OWN, type RowSubjects } from "./row-subject.js";
import { hasHolderColumn } from "./table-layout.js";
import { trimmed } from "./trimmed.js";
import type { UnitsAtDate } from "./units-at-date.js";

export interface ReporterScope {
  readonly file: string;
  readonly cover: Cover;
  readonly register: Register;
  readonly names: UnitNames;
  readonly unitsAt: (date: IsoDate) => UnitsAtDate;
  readonly findGrouping: FindGrouping;
  readonly wordsOf: WordsOf;
  readonly report: (draft: FindingDraft) => void;
}

export interface Reporter {
  readonly unit: Unit | undefined;
  readonly grouping: Grouping | undefined;
  /** What the rows of a table speak of. */
  subjectsOf(table: RecognisedTable | undefined): RowSubjects;
}

/**
 * The reporter at the cut-off date, else the period's last day. Findings of the unit are reported at once. `tables` are
 * all tables of the workbook.
 */
export function createReporter(scope: ReporterScope, tables: readonly RecognisedTable[]): Reporter {
  const { cover, register } = scope;
  const date = cover.asOf ?? (cover.period === undefined ? undefined : lastDayOf(cover.period));
  if (date === undefined) {
    const unit = findUndatedUnit(cover, register);
    return { unit, grouping: undefined, subjectsOf: branchRows(unit, tables, scope.wordsOf) };
  }
  const units = scope.unitsAt(date);
  const period = cover.period === undefined ? `đến ${vietnameseDate(date)}` : periodInWords(cover.period);
  const grouping = scope.findGrouping(cover, date);
  const found = grouping === undefined ? findCoverUnit({ date, units, period, ...scope }) : undefined;
  for (const draft of found?.findings ?? []) scope.report(draft);
  const unit = found?.unit;
  const reporters = unit === undefined ? membersOf(grouping, register, date) : units.tree.reportersTo(unit.key);
  const branchesOf = branchRows(unit, tables, scope.wordsOf);
  return {
    unit,
    grouping,
    subjectsOf: (table) => {
      const isAboutUnits = table?.grain === "upper" || table?.grain === "record";
      if (table === undefined || !isAboutUnits) return branchesOf(table);
      const ownName = unit?.name ?? grouping?.name;
      if (ownName === undefined) return NO_SUBJECTS;
      if (table.grain === "record" && reporters.length === 0) return OWN_RECORDS;
      const children = { ...scope, sheet: table.grid.name, unit, ownName, reporters, units, date, period };
      return table.grain === "record" ? createRecordOwners(children) : createChildRows(children);
    },
  };
}

/** Whose a record is: a unit anywhere below, known by its code; else as in a table of child units. */
function createRecordOwners(scope: ChildScope): RowSubjects {
  const children = createChildRows(scope);
  const { register, date, reporters, units, names } = scope;
  return {
    ...children,
    of: (row) => {
      const coded = row.code === "" ? undefined : register.at(row.code, date)?.unit;
      const isBelow = coded !== undefined && reporters.some(({ key }) => units.tree.isBelow(coded.key, key));
      if (!isBelow || (row.name !== "" && !names.agrees(row.name, coded))) return children.of(row);
      return { kind: "data", unit: coded.key };
    },
  };
}

/** Whatever a unit without units below writes beside its records, they are its own. */
const OWN_RECORDS: RowSubjects = { of: () => OWN, enterGroup: () => undefined };

function membersOf(grouping: Grouping | undefined, register: Register, date: IsoDate): readonly Unit[] {
  const members = grouping?.members.map((code) => register.at(code, date)?.unit) ?? [];
  return members.filter((unit) => unit !== undefined);
}

/** Rows about the unit's branches, the same for all its tables of branches. */
function branchRows(
  unit: Unit | undefined,
  tables: readonly RecognisedTable[],
  wordsOf: WordsOf,
): (table: RecognisedTable | undefined) => RowSubjects {
  let rows: BranchRows | undefined;
  return (table) => {
    if (unit === undefined || table?.grain !== "branch") return NO_SUBJECTS;
    rows ??= createBranchRows(unit, { wordsOf, isBranch: branchTest(tables, wordsOf) });
    return marksBranches(table) ? rows.plain : rows.besideHolders;
  };
}

/** True for names and codes of the branches in the tables that know no holders of funds. */
function branchTest(tables: readonly RecognisedTable[], wordsOf: WordsOf): (mark: string) => boolean {
  let marks: Set<string> | undefined;
  return (mark) => {
    marks ??= branchMarks(tables, wordsOf);
    return marks.has(mark);
  };
}

/** True where whatever stands in a row of branches is one: nobody holds a fund there. */
function marksBranches(table: RecognisedTable): boolean {
  return !hasHolderColumn(table);
}

function branchMarks(tables: readonly RecognisedTable[], wordsOf: WordsOf): Set<string> {
  const marks = new Set<string>();
  let names: readonly string[] = [];
  let codes: readonly string[] = [];
  for (const table of tables) {
    if (table.grain !== "branch" || !marksBranches(table)) continue;
    for (const { field, column } of table.columns) {
      if (field.code === "row.name") {
        names = addTexts(marks, textsOfRows(table, column), { before: names, markOf: (name) => wordsOf(name).same });
      }
      if (field.code === "row.code") {
        codes = addTexts(marks, textsOfRows(table, column), { before: codes, markOf: (code) => code });
      }
    }
  }
  return marks;
}

/** A column's texts in the rows of data. */
function textsOfRows({ grid, firstRow, rowRoles }: RecognisedTable, column: number): readonly string[] {
  const texts: string[] = [];
  for (let offset = 0; offset < rowRoles.length; offset += 1) {
    if (rowRoles[offset] === "data") texts.push(trimmed(shownText(grid, cellIndex(grid, firstRow + offset, column))));
  }
  return texts;
}

/** Adds the marks of texts and gives these. `before` were added already: the tables of a workbook mostly have the same. */
function addTexts(
  marks: Set<string>,
  texts: readonly string[],
  { before, markOf }: { readonly before: readonly string[]; readonly markOf: (text: string) => string },
): readonly string[] {
  for (let index = 0; index < texts.length; index += 1) {
    const text = texts[index];
    if (text !== undefined && text !== "" && text !== before[index]) marks.add(markOf(text));
  }
  return texts;
}
