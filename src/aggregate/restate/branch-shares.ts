// Branch rows of a unit that was divided later: what the branches that went to each new unit gave, added up apart. Only
// where an office has declared which branches went where.

import type { BranchShareOf } from "../../model/contribution.js";
import type { Fact } from "../../model/fact.js";
import { type Division, declaredBranchKey } from "../../model/split-key.js";
import type { FormTable, TableRow } from "../../model/submission.js";
import type { UnitKey } from "../../model/unit.js";
import { addBranchFacts } from "../branch-facts.js";
import { foundFields } from "../choose-table.js";
import { withComputed } from "../computed-facts.js";
import { addCountFacts } from "../count-facts.js";
import type { FactMemory } from "../fact-memory.js";

export interface BranchShareRequest {
  readonly unit: UnitKey;
  readonly file: number;
  /** Declared divisions of any units. */
  readonly divisions: readonly Division[];
  readonly memory: FactMemory;
}

/**
 * Facts of the unit's branches by the new unit they went to; undefined where none of its branches is declared. A branch is
 * found by its code or by its name as typed; what the unit keeps for itself (its own fund, its cover) is in no share.
 */
export function branchShares(
  tables: readonly FormTable[],
  { unit, file, divisions, memory }: BranchShareRequest,
): readonly BranchShareOf<readonly Fact[]>[] | undefined {
  const own = divisions.filter(({ old, branches }) => old === unit && branches.length > 0);
  if (own.length === 0) return undefined;
  const covers = foundFields(tables.filter(({ grain }) => grain === "value"));
  const branches = tables.filter(({ grain }) => grain === "branch");
  return own.map(({ next, branches: names }) => {
    const wanted = new Set(names.map(declaredBranchKey));
    const chosen = branches.map((table) => onlyRows(table, (row) => isNamed(row, wanted)));
    const facts: Fact[] = [];
    for (const table of chosen) addBranchFacts(table, { facts, unit, file, taken: covers }, memory);
    addCountFacts(chosen, { facts, unit, file }, memory);
    const found = new Set(chosen.flatMap(({ rows }) => rows.filter(({ role }) => role === "data").flatMap(keysOf)));
    return {
      next,
      facts: withComputed(facts, foundFields(chosen), memory.sums),
      lacking: names.filter((name) => !found.has(declaredBranchKey(name))),
    };
  });
}

function isNamed(row: TableRow, wanted: ReadonlySet<string>): boolean {
  return keysOf(row).some((key) => wanted.has(key));
}

function keysOf({ name, code }: TableRow): readonly string[] {
  return [name, code].filter((text) => text !== "").map(declaredBranchKey);
}

/** The same table with all other rows passed over, as totals are. */
function onlyRows(table: FormTable, isKept: (row: TableRow) => boolean): FormTable {
  const rows = table.rows.map((row): TableRow => {
    return row.role === "data" && isKept(row) ? row : { ...row, role: "total" };
  });
  return { ...table, rows, long: undefined };
}
