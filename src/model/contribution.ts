// What one submission gives to the adding-up: facts and entries of lists.

import type { Fact } from "./fact.js";
import { createPackFacts, type Facts, factsOf, isPacked, type PackedFacts } from "./packed-facts.js";
import { inFile, type UnitRecord } from "./record.js";
import type { UnitKey } from "./unit.js";

/**
 * What one admitted submission gives: figures of its unit (cover, branch rows added up, own funds) and, from an upper
 * workbook, of its child units. A cluster's workbook gives one contribution per member row.
 */
export interface ContributionOf<Kept extends Facts> {
  /** Index into the run's list of files. */
  readonly file: number;
  readonly unit: UnitKey;
  /** Facts whose `unit` is this unit speak of itself; all others are rows about its child units. */
  readonly facts: Kept;
  /** Child units that have a row, whatever stands in it. */
  readonly rows: readonly UnitKey[];
  /** Rows of the fund form with a holder: the unit's own and named funds, one by one. Also part of `facts`. */
  readonly ownFunds: readonly { readonly holder: string; readonly name: string; readonly facts: Kept }[];
  /** Which of packed `facts` are those of own funds; absent where none is. Of facts that are objects it is the same ones. */
  readonly fundFacts?: ReadonlySet<number>;
  /** What its branches gave that went to other units when it was divided; only where an office declared which. */
  readonly shares?: readonly BranchShareOf<Kept>[];
  /** Entries of the lists in it, its own and those of units below. Absent where there are none. */
  readonly records?: readonly UnitRecord[];
  /** True for a row of a cluster's workbook: its facts are all that is told of the unit and of everything below it. */
  readonly isMemberRow?: boolean;
  /** đồng per unit of money written on its sheets (the largest): amounts may be rounded to it. 1 where absent. */
  readonly moneyFactor?: number;
}

/** Branches of a divided unit that went to one new unit. */
export interface BranchShareOf<Kept extends Facts> {
  readonly next: UnitKey;
  readonly facts: Kept;
  /** Declared names and codes that no row has. */
  readonly lacking: readonly string[];
}

export type Contribution = ContributionOf<Facts>;
/** As it is made from a submission. */
export type FreshContribution = ContributionOf<readonly Fact[]>;
/** As a run keeps it until it is added up. */
export type PackedContribution = ContributionOf<PackedFacts>;

/** Packs contributions of one file after the other. */
export function createPack(): (contribution: FreshContribution) => PackedContribution {
  const pack = createPackFacts();
  return ({ facts, ownFunds, shares, ...rest }) => {
    const packed = <One extends { readonly facts: readonly Fact[] }>(one: One) => ({
      ...one,
      facts: pack(one.facts, rest.unit),
    });
    const funds = fundsAmong(facts, ownFunds);
    return {
      facts: pack(facts, rest.unit),
      ownFunds: ownFunds.map(packed),
      ...(funds.size === 0 ? {} : { fundFacts: funds }),
      ...(shares === undefined ? {} : { shares: shares.map(packed) }),
      ...rest,
    };
  };
}

/** The facts that are not those of own funds, which are added for themselves. */
export function factsBesideFunds(contribution: Contribution): readonly Fact[] {
  const { facts, ownFunds, fundFacts } = contribution;
  if (!isPacked(facts)) {
    const funds = fundsAmong(facts, ownFunds);
    return facts.filter((_, index) => !funds.has(index));
  }
  const all = factsOf(facts, contribution);
  return fundFacts === undefined ? all : all.filter((_, index) => !fundFacts.has(index));
}

/** The same contribution of a file that stands at another place in the run's list. */
export function ofFile(contribution: PackedContribution, file: number): PackedContribution {
  if (contribution.file === file) return contribution;
  const { records } = contribution;
  return { ...contribution, ...(records && { records: records.map((record) => inFile(record, file)) }), file };
}

/** Places of the facts that are those of own funds too. */
function fundsAmong(facts: readonly Fact[], ownFunds: Contribution["ownFunds"]): ReadonlySet<number> {
  const places = new Set<number>();
  for (const { facts: told } of ownFunds) if (!isPacked(told)) addPlaces(places, facts, told);
  return places;
}

/** Facts of a fund mostly stand among all in their own order: each is looked for behind the one before it first. */
function addPlaces(places: Set<number>, facts: readonly Fact[], told: readonly Fact[]): void {
  let next = 0;
  for (const fact of told) {
    const behind = facts.indexOf(fact, next);
    const place = behind >= 0 ? behind : facts.indexOf(fact);
    if (place >= 0) places.add(place);
    next = place >= 0 ? place + 1 : next;
  }
}
