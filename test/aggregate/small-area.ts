// A province of four communes, one of them without an association, and short ways to say who sent what. In the
// register of the old days two communes lie in a district.

import { type AggregateRequest, aggregate } from "../../src/aggregate/aggregate.js";
import type { Aggregation } from "../../src/model/aggregation.js";
import type { FreshContribution } from "../../src/model/contribution.js";
import type { Fact } from "../../src/model/fact.js";
import { createRegister, type Register } from "../../src/model/register.js";
import type { Unit, UnitKey } from "../../src/model/unit.js";
import { CLUSTER, unitOf } from "../kit/random-units.js";
import { requestFor, typedFact } from "./drawn-facts.js";
import { smallCatalogue } from "./small-catalogue.js";

export const NATION = unitOf("VN", "national", undefined);
export const PROVINCE = unitOf("44", "province", "VN");
export const OTHER_PROVINCE = unitOf("45", "province", "VN");
export const A = unitOf("30001", "commune", "44");
export const B = unitOf("30002", "commune", "44");
export const C = unitOf("30003", "commune", "44");
/** «Chưa có Hội». */
export const D = unitOf("30004", "commune", "44");
/** Holds A and B in the register of `withDistrict`. */
export const DISTRICT = unitOf("464", "district", "44");

export const REGISTER = registerOf([NATION, PROVINCE, OTHER_PROVINCE, A, B, C, D]);
export const REGISTER_WITH_DISTRICT = registerOf([
  NATION,
  PROVINCE,
  DISTRICT,
  { ...A, parentCode: "464" },
  { ...B, parentCode: "464" },
  C,
]);

type Figures = Readonly<Record<string, number>>;

/** Files by number, so that findings name them. */
const FILES = ["0.xlsx", "1.xlsx", "2.xlsx", "3.xlsx"].map((path) => ({ path, sha256: "" }));

/** A commune's workbook, or what a unit says of itself. */
export function sent(unit: Unit, figures: Figures, file = 0): FreshContribution {
  return { file, unit: unit.key, facts: factsOf(unit.key, figures), rows: [], ownFunds: [] };
}

/** An upper workbook: figures of its own, and rows about child units. */
export function sentWithRows(
  unit: Unit,
  rows: readonly (readonly [Unit, Figures])[],
  own: Figures = {},
): FreshContribution {
  return {
    file: 3,
    unit: unit.key,
    facts: [...factsOf(unit.key, own), ...rows.flatMap(([child, figures]) => factsOf(child.key, figures))],
    rows: rows.map(([child]) => child.key),
    ownFunds: [],
  };
}

/** A contribution with a fund of the unit's own beside it. */
export function withFund(contribution: FreshContribution, holder: string, balance: number): FreshContribution {
  const facts = [typedFact(contribution.unit, "Q07", balance, holder)];
  const fund = { holder, name: `Quỹ ${holder}`, facts };
  return { ...contribution, facts: [...contribution.facts, ...facts], ownFunds: [...contribution.ownFunds, fund] };
}

/** The province added up from what came. */
export function addUp(
  contributions: readonly FreshContribution[],
  changes: Partial<AggregateRequest> = {},
  register: Register = REGISTER,
): Aggregation {
  const request = { ...requestFor(PROVINCE.key, { contributions, files: FILES }), ...changes };
  return aggregate(request, smallCatalogue(register));
}

/** `value have/due` of an indicator, or the reason why there is none. */
export function told({ totals }: Pick<Aggregation, "totals">, code: string): string {
  const total = totals.get(code);
  if (total === undefined) return "absent";
  const { quantity, coverage } = total;
  return `${quantity.kind === "known" ? quantity.value : quantity.why} ${coverage.have}/${coverage.due}`;
}

/** What became of each direct reporter, by code. */
export function received({ children }: Aggregation): Readonly<Record<string, string>> {
  return Object.fromEntries(children.map((child) => [child.unit.code, child.receivedAs]));
}

function factsOf(unit: UnitKey, figures: Figures): readonly Fact[] {
  return Object.entries(figures).map(([code, value]) => typedFact(unit, code, value));
}

function registerOf(units: readonly Unit[]): Register {
  return createRegister({
    units,
    successions: [],
    groupings: [
      {
        id: CLUSTER,
        name: "Cụm thi đua số 1",
        level: "province",
        from: undefined,
        until: undefined,
        members: ["44", "45"],
        leader: undefined,
        source: "kiểm thử",
      },
    ],
    associations: [{ unit: D.key, founded: undefined, dissolved: undefined, source: "kiểm thử" }],
  });
}
