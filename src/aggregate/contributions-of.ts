// Submission → Facts: branch rows added up, child rows taken as they are, what `_so-lieu` carried put beside them.
// Nothing is folded over units here, and nothing is judged.

import type { Catalogue } from "../model/catalogue.js";
import type { FreshContribution } from "../model/contribution.js";
import type { Fact } from "../model/fact.js";
import { fieldsOf } from "../model/form.js";
import { at } from "../model/outcome.js";
import type { FormTable, Submission } from "../model/submission.js";
import type { UnitKey } from "../model/unit.js";
import { addBranchFacts } from "./branch-facts.js";
import { addFigureFacts, type CarriedIndex, indexCarried } from "./carried-facts.js";
import { type ChildRows, childRowFacts } from "./child-row-facts.js";
import { withComputed } from "./computed-facts.js";
import { addCountFacts } from "./count-facts.js";
import { createFactMemory, type FactMemory } from "./fact-memory.js";
import { namedHolder } from "./fund-holder.js";
import { listRecords } from "./list-records.js";
import { notOnForm } from "./plain-fact.js";
import { branchShares } from "./restate/branch-shares.js";
import { sharingFacts } from "./share-facts.js";

/** What one submission contributes; `file` is its index in the run's list. */
export type Contribute = (submission: Submission, file: number) => readonly FreshContribution[];

/**
 * Gives what a submission contributes; several for a cluster's workbook (each row is its member's own submission), none
 * where its unit is not known. A column that a form at hand lacks is not-applicable (not-on-form); a form that was
 * not sent gives no fact, and its figures are missing when they are added up. Money in whole đồng. What all facts of a
 * run have in common is kept from one submission to the next.
 */
export function createContribute(catalogue: Catalogue): Contribute {
  const memory = createFactMemory(catalogue);
  return (submission, file) => contribute(submission, file, memory);
}

/** What a single submission contributes. */
export function contributionsOf(
  submission: Submission,
  file: number,
  catalogue: Catalogue,
): readonly FreshContribution[] {
  return createContribute(catalogue)(submission, file);
}

function contribute(submission: Submission, file: number, memory: FactMemory): readonly FreshContribution[] {
  const { tables } = submission;
  const carried = indexCarried(submission.carried);
  const upper = tables.filter(givesFigures);
  const children = upper.length === 0 ? NO_CHILDREN : childRowFacts(upper, { file, carried, memory });
  let moneyFactor = 1;
  for (const table of tables) if (table.moneyFactor > moneyFactor) moneyFactor = table.moneyFactor;
  const records = listRecords(submission, file);
  const listed = records === undefined ? {} : { records };
  if (submission.grouping !== undefined) {
    const members = memberRows(children, { file, moneyFactor, listed });
    return members.length > 0 || records === undefined ? members : [listsAlone(submission.grouping, file, records)];
  }
  const unit = submission.unit?.key;
  if (unit === undefined) return [];
  const facts = [...unitFacts(tables, { unit, file, carried, memory })];
  for (const fund of children.ownFunds) for (const fact of fund.facts) facts.push(fact);
  for (const rows of children.byUnit.values()) for (const fact of rows) facts.push(fact);
  const ownFunds =
    children.ownFunds.length > 0 ? children.ownFunds : branchFunds(tables, facts, { unit, file, memory });
  const parts = branchShares(tables, { unit, file, divisions: memory.divisions, memory });
  const shared = parts === undefined ? {} : { shares: parts };
  return [{ file, unit, facts, rows: [...children.byUnit.keys()], ownFunds, moneyFactor, ...shared, ...listed }];
}

/** True for rows about child units of which anything is taken: a table that is only compared makes nobody a reporter. */
function givesFigures({ form, grain }: FormTable): boolean {
  return grain === "upper" && fieldsOf(form, grain).some(({ role }) => role === "indicator");
}

const NO_CHILDREN: ChildRows = { byUnit: new Map(), ownFunds: [] };

/** A cluster's workbook as its members' own; its lists, which may name units below them, go with one of them. */
function memberRows(
  { byUnit }: ChildRows,
  {
    file,
    moneyFactor,
    listed,
  }: { readonly file: number; readonly moneyFactor: number; readonly listed: Pick<FreshContribution, "records"> },
): readonly FreshContribution[] {
  return [...byUnit].map(([unit, facts], index) => ({
    ...(index === 0 ? listed : {}),
    file,
    unit,
    facts,
    rows: [],
    ownFunds: [],
    isMemberRow: true,
    moneyFactor,
  }));
}

/** A cluster's workbook of lists only: it stands for no unit's figures, so that it contradicts nobody's. */
function listsAlone(
  grouping: string,
  file: number,
  records: NonNullable<FreshContribution["records"]>,
): FreshContribution {
  return { file, unit: `${grouping}@${LISTS}`, facts: [], rows: [], ownFunds: [], records };
}
const LISTS = "lists";

interface Origin {
  readonly unit: UnitKey;
  readonly file: number;
  readonly memory: FactMemory;
}

/** Figures of the sending unit itself: its cover, and its branch rows added up and counted. */
function unitFacts(
  tables: readonly FormTable[],
  { unit, file, memory, carried }: Origin & { readonly carried: CarriedIndex },
): readonly Fact[] {
  const covers = tables.filter((table) => table.grain === "value");
  const branches = tables.filter((table) => table.grain === "branch");
  const taken = memory.fieldsOn(covers);
  const added = memory.fieldsOn(branches);
  const facts: Fact[] = [];
  for (const table of covers) addCoverFacts(table, { unit, file }, { facts, carried, memory });
  for (const table of branches) addBranchFacts(table, { facts, unit, file, taken }, memory);
  addCountFacts(branches, { facts, unit, file }, memory);
  for (const indicator of memory.absentFrom(covers, branches)) facts.push(notOnForm(unit, indicator));
  return withComputed(facts, added, memory.sums);
}

function addCoverFacts(
  table: FormTable,
  { unit, file }: Pick<Origin, "unit" | "file">,
  gathering: Parameters<typeof addFigureFacts>[2],
): void {
  if (table.rows.length === 0) return;
  for (let field = 0; field < table.fields.length; field += 1) {
    if (at(table.fields, field).role !== "indicator") continue;
    addFigureFacts(table, { row: 0, field, unit, holder: undefined, file }, gathering);
  }
}

const NOTHING_TAKEN: ReadonlySet<string> = new Set();

/** Funds of the unit itself that stand among its branches' rows. Their figures are in the sums (`told`) already. */
function branchFunds(
  tables: readonly FormTable[],
  told: readonly Fact[],
  { unit, file, memory }: Origin,
): FreshContribution["ownFunds"] {
  const funds: FreshContribution["ownFunds"][number][] = [];
  for (const table of tables) {
    if (table.grain !== "branch" || memory.traitsOf(table).holder === undefined) continue;
    for (let index = 0; index < table.rows.length; index += 1) {
      const row = at(table.rows, index);
      const holder = row.role === "own" ? namedHolder(row) : undefined;
      if (holder === undefined) continue;
      const facts: Fact[] = [];
      addBranchFacts(table, { facts, unit, file, taken: NOTHING_TAKEN, rows: [index] }, memory);
      const all = withComputed(facts, memory.fieldsOn([table]), memory.sums);
      funds.push({ holder, name: row.name, facts: sharingFacts(all, told) });
    }
  }
  return funds;
}
