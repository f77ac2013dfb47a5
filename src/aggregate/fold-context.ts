// What every step of one adding-up needs to know, settled once: the tree of the day, who sent what, which indicators
// are folded and where each of them is owed.

import type { Catalogue } from "../model/catalogue.js";
import type { Contribution } from "../model/contribution.js";
import { type Form, fieldsOf, type Grain } from "../model/form.js";
import type { Indicator } from "../model/indicator.js";
import { type OrgTree, treeAt } from "../model/org-tree.js";
import { type ColumnIndex, createColumnIndex, createFactIndex, type FactIndex } from "../model/packed-facts.js";
import type { FileRef } from "../model/submission.js";
import type { Unit, UnitKey } from "../model/unit.js";
import type { AggregateRequest } from "./aggregate-request.js";

export interface FoldContext {
  /** Key of the asked unit, or id of the asked grouping. */
  readonly asked: string;
  readonly tree: OrgTree;
  readonly files: readonly FileRef[];
  /** Indicators folded over units, in declared order; ratios and sums of totals come after them. */
  readonly folded: readonly Indicator[];
  /** Place of each of them in that order, by its code. */
  readonly places: ReadonlyMap<string, number>;
  /** Indicators that a unit's own workbook of the lowest level has a place for. */
  readonly owedBySelf: ReadonlySet<string>;
  /** Indicators that a row about a child unit has a place for. */
  readonly owedByRow: ReadonlySet<string>;
  readonly contributions: ReadonlyMap<string, Contribution>;
  /** Units whose own workbook was sent back. */
  readonly returned: ReadonlyMap<string, number>;
  /** Units whose totals are shown: the asked one, and those that report to it. */
  readonly shown: ReadonlySet<string>;
  /** Where facts of packed contributions stand. */
  readonly factIndex: FactIndex;
  readonly columnIndex: ColumnIndex;
  /** Units below which a workbook is counted. */
  readonly reached: ReadonlySet<string>;
  lacksAssociation(key: UnitKey): boolean;
  /** Units directly below; a district that has no communes and of which nothing is told collects from nobody. */
  kidsOf(key: UnitKey): readonly Unit[];
}

/** Settles the context of a request. The order of the request's contributions plays no part. */
export function foldContext(request: AggregateRequest, catalogue: Catalogue): FoldContext {
  const tree = treeAt(catalogue.register, request.asOf);
  const contributions = byUnit(request);
  const told = new Set(request.contributions.flatMap(({ unit, rows }) => [unit, ...rows]));
  const collects = (unit: Unit): boolean =>
    unit.level !== "district" || tree.childrenOf(unit.key).length > 0 || told.has(unit.key);
  const owedBySelf = owedOn(["value", "branch"], catalogue);
  const owedByRow = owedOn(["upper"], catalogue);
  const folded = [...catalogue.indicators.values()].filter(
    (indicator) => isFolded(indicator) && (owedBySelf.has(indicator.code) || owedByRow.has(indicator.code)),
  );
  const factIndex = createFactIndex();
  const places = new Map(folded.map(({ code }, place) => [code, place]));
  return {
    asked: request.unit,
    tree,
    files: request.files,
    folded,
    places,
    owedBySelf,
    owedByRow,
    contributions,
    returned: new Map(
      request.notCounted.filter(({ verdict }) => verdict === "returned").map(({ unit, file }) => [unit, file]),
    ),
    shown: new Set([request.unit, ...shownBelow(request, tree, catalogue)]),
    factIndex,
    columnIndex: createColumnIndex(factIndex),
    reached: unitsAbove(contributions.values(), tree),
    lacksAssociation: (key) => catalogue.register.lacksAssociation(key, request.asOf),
    kidsOf: (key) => tree.childrenOf(key).filter((unit) => unit.level !== "branch" && collects(unit)),
  };
}

/** Units directly below the asked one, or a grouping's members, and the communes of districts among them. */
function shownBelow({ unit, asOf }: AggregateRequest, tree: OrgTree, { register }: Catalogue): readonly UnitKey[] {
  const key = register.byKey(unit)?.key;
  const members = key === undefined ? (register.groupingAt(unit, asOf)?.members ?? []) : [];
  const below = key === undefined ? members.flatMap((code) => tree.byCode(code) ?? []) : tree.childrenOf(key);
  return [...below, ...(key === undefined ? [] : tree.reportersTo(key))].map((one) => one.key);
}

/** False for what is computed last, from totals: ratios, and sums that are never typed. */
function isFolded(indicator: Indicator): boolean {
  return indicator.kind !== "RATIO" && indicator.sumOf?.when !== "always";
}

/** One contribution per unit; should two be counted, the file's path decides, never the order of the files. */
function byUnit({ contributions, files }: AggregateRequest): ReadonlyMap<string, Contribution> {
  const pathOf = (contribution: Contribution): string => files[contribution.file]?.path ?? "";
  const chosen = new Map<string, Contribution>();
  for (const contribution of contributions) {
    const other = chosen.get(contribution.unit);
    if (other === undefined || pathOf(contribution) < pathOf(other)) chosen.set(contribution.unit, contribution);
  }
  return chosen;
}

function unitsAbove(contributions: Iterable<Contribution>, tree: OrgTree): ReadonlySet<string> {
  const above = new Set<string>();
  for (const { unit } of contributions) {
    let here = tree.parentOf(unit);
    while (here !== undefined && !above.has(here.key)) {
      above.add(here.key);
      here = tree.parentOf(here.key);
    }
  }
  return above;
}

/** Indicators that a form has a place for in one of the grains, and those counted or computed from them. */
function owedOn(grains: readonly Grain[], catalogue: Catalogue): ReadonlySet<string> {
  const tables = [...catalogue.forms.values()].flatMap((form) =>
    form.grains.filter(({ grain }) => grains.includes(grain)),
  );
  const fields = tables.flatMap((table) => table.fields.filter((field) => field.role === "indicator"));
  const owed = new Set(fields.map((field) => field.code));
  const countsOn = (form: Form | undefined): boolean =>
    form !== undefined && fieldsOf(form, "branch").length > 0 && grains.includes("branch");
  for (const { code, count, sumOf } of catalogue.indicators.values()) {
    if (count !== undefined && countsOn(catalogue.forms.get(count.form))) owed.add(code);
    if (sumOf?.parts.some((part) => owed.has(part)) === true) owed.add(code);
  }
  return owed;
}
