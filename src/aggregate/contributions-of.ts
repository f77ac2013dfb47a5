// Submission → Facts: branch rows added up, child rows taken as they are, what `_so-lieu` carried put beside them.
// Nothing is folded over units here, and nothing is judged.

import type { Catalogue } from "../model/catalogue.js";
import type { Contribution, Fact } from "../model/fact.js";
import { notApplicable } from "../model/quantity.js";
import type { FormTable, Submission } from "../model/submission.js";
import type { UnitKey } from "../model/unit.js";
import { branchFacts } from "./branch-facts.js";
import { type CarriedIndex, figureFacts, indexCarried } from "./carried-facts.js";
import { childRowFacts } from "./child-row-facts.js";
import { absentFields, foundFields } from "./choose-table.js";
import { withComputed } from "./computed-facts.js";
import { countFacts } from "./count-facts.js";
import { namedHolder } from "./fund-holder.js";
import { plainFact } from "./plain-fact.js";

/**
 * What one submission contributes; several for a cluster's workbook (each row is its member's own submission), none
 * where its unit is not known. A column that a form at hand lacks is not-applicable (not-on-form); a form that was
 * not sent gives no fact, and its figures are missing when they are added up. Money in whole đồng.
 */
export function contributionsOf(submission: Submission, file: number, catalogue: Catalogue): readonly Contribution[] {
  const upper = submission.tables.filter((table) => table.grain === "upper");
  const carried = indexCarried(submission.carried);
  const { byUnit, ownFunds } = childRowFacts(upper, { file, carried, catalogue });
  const moneyFactor = Math.max(1, ...submission.tables.map((table) => table.moneyFactor));
  if (submission.grouping !== undefined) {
    return [...byUnit].map(([unit, facts]) => ({
      file,
      unit,
      facts,
      rows: [],
      ownFunds: [],
      isMemberRow: true,
      moneyFactor,
    }));
  }
  const unit = submission.unit?.key;
  if (unit === undefined) return [];
  const own = unitFacts(submission.tables, { unit, file, carried }, catalogue);
  const funds = ownFunds.length > 0 ? ownFunds : branchFunds(submission.tables, { unit, file }, catalogue);
  const facts = [...own, ...ownFunds.flatMap((fund) => fund.facts), ...[...byUnit.values()].flat()];
  return [{ file, unit, facts, rows: [...byUnit.keys()], ownFunds: funds, moneyFactor }];
}

interface Origin {
  readonly unit: UnitKey;
  readonly file: number;
}

/** Figures of the sending unit itself: its cover, and its branch rows added up and counted. */
function unitFacts(
  tables: readonly FormTable[],
  origin: Origin & { readonly carried: CarriedIndex },
  catalogue: Catalogue,
): readonly Fact[] {
  const covers = tables.filter((table) => table.grain === "value");
  const branches = tables.filter((table) => table.grain === "branch");
  const taken = foundFields(covers);
  const found = foundFields([...covers, ...branches]);
  const absent = new Set([...covers, ...branches].flatMap((table) => absentFields(table, found, catalogue)));
  const facts = [
    ...covers.flatMap((table) => coverFacts(table, origin)),
    ...branches.flatMap((table) => branchFacts(table, { ...origin, taken }, catalogue)),
    ...countFacts(branches, origin, catalogue),
    ...[...absent].map((indicator) =>
      plainFact({ ...origin, indicator, holder: undefined, quantity: notApplicable("not-on-form"), source: undefined }),
    ),
  ];
  return withComputed(facts, foundFields(branches), catalogue);
}

function coverFacts(table: FormTable, origin: Origin & { readonly carried: CarriedIndex }): readonly Fact[] {
  const facts: Fact[] = [];
  for (const [field, { role }] of table.fields.entries()) {
    if (role !== "indicator" || table.rows.length === 0) continue;
    facts.push(...figureFacts(table, { ...origin, row: 0, field, holder: undefined }, origin.carried).facts);
  }
  return facts;
}

/** Funds of the unit itself that stand among its branches' rows. Their figures are in the sums already. */
function branchFunds(tables: readonly FormTable[], origin: Origin, catalogue: Catalogue): Contribution["ownFunds"] {
  const taken = new Set<string>();
  return tables.flatMap((table) => {
    if (table.grain !== "branch") return [];
    return table.rows.flatMap((row, index) => {
      const holder = row.role === "own" ? namedHolder(row) : undefined;
      if (holder === undefined) return [];
      const facts = branchFacts(table, { ...origin, taken, rows: [index] }, catalogue);
      return [{ holder, name: row.name, facts: withComputed(facts, foundFields([table]), catalogue) }];
    });
  });
}
