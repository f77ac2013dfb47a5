// Figures of units beside one another are read as columns: they say what each unit's own record says.

import { describe, expect, it } from "vitest";
import { createPack, type FreshContribution } from "../../src/model/contribution.js";
import type { Fact } from "../../src/model/fact.js";
import { createFactIndex } from "../../src/model/packed-facts.js";
import { known, missing } from "../../src/model/quantity.js";
import { unitFigures } from "../../src/validate/unit-figures.js";
import { UnitRecords } from "../../src/validate/unit-records.js";
import { A, B, C, OTHER_PROVINCE, PROVINCE, sent, sentWithRows } from "../aggregate/small-area.js";
import { shippedCatalogue } from "../kit/catalogue.js";

const CODES = ["HV01", "HV05", "Q02", "DS01"];
const GROUND = {
  indicators: shippedCatalogue().indicators,
  files: [{ path: "bao-cao.xlsx", sha256: "" }],
  codes: new Set(CODES),
  factIndex: createFactIndex(),
};

/** The same in another order, one figure in two parts, one not known: another shape than the others. */
function otherwise(contribution: FreshContribution): FreshContribution {
  const facts = contribution.facts.toReversed().map((fact): Fact => {
    return fact.indicator === "HV05" ? { ...fact, quantity: missing("blank") } : fact;
  });
  const [one] = facts;
  const part = one && { ...one, indicator: "Q02", holder: "xã", quantity: known(1_500_000) };
  return {
    ...contribution,
    facts: part ? [part, ...facts, { ...part, holder: "thôn", quantity: known(250_000) }] : [],
  };
}

describe("units beside one another", () => {
  const fresh = [
    { contribution: sent(A, { HV01: 61, HV05: 7, DS01: 4200, MH1_TS: 3 }), unit: A },
    { contribution: otherwise(sent(B, { HV01: 0, HV05: 12 })), unit: B },
    { contribution: sent(C, {}), unit: C },
    { contribution: sentWithRows(PROVINCE, [[A, { HV01: 60 }]], { HV01: 99 }), unit: A },
    { contribution: sentWithRows(OTHER_PROVINCE, [], { HV01: 99, Q02: 5 }), unit: OTHER_PROVINCE },
  ];
  const pack = createPack();
  const packed = fresh.map(({ contribution, unit }) => ({ contribution: pack(contribution), unit }));

  it.each([
    ["as objects", fresh],
    ["packed", packed],
  ])("tell in columns what their records tell, kept %s", (_, units) => {
    const set = new UnitRecords(units, GROUND);
    for (const code of CODES) {
      const told = units.map(({ contribution, unit }) => unitFigures(contribution, unit, GROUND).value(code));
      expect(
        Array.from(set.column(code) ?? [], (value) => (Number.isNaN(value) ? undefined : value)),
        code,
      ).toEqual(told);
    }
    expect(set.column("Q02")?.[1]).toBe(1_750_000);
  });

  it("are told apart: by their own workbooks, or by rows of one above", () => {
    const set = new UnitRecords(packed, GROUND);
    expect([...set.placesOf("unit")]).toEqual([0, 1, 2, 4]);
    expect([...set.placesOf("child")]).toEqual([3]);
    expect([set.at(3).unit, set.at(3).value("HV01")]).toEqual([A.key, 60]);
  });
});
