// Facts that are packed, handed to another thread, and made again, are the same facts.

import { describe, expect, it } from "vitest";
import { createPack, factsBesideFunds, ofFile } from "../../src/model/contribution.js";
import { COMPLETE, NOT_DUE } from "../../src/model/coverage.js";
import type { Fact } from "../../src/model/fact.js";
import { createPackFacts, factsOf } from "../../src/model/packed-facts.js";
import { known, missing, notApplicable } from "../../src/model/quantity.js";
import { unitKey } from "../../src/model/unit.js";

const COMMUNE = unitKey("19495", "2025-07-01");
const CHILD = unitKey("19496", "2025-07-01");

const TYPED: Fact = {
  unit: COMMUNE,
  indicator: "HV01",
  holder: undefined,
  quantity: known(61),
  coverage: COMPLETE,
  estimate: false,
  explanation: "",
  source: { file: 4, sheet: "01 Tổ chức - Hội viên", cells: "L9:L41" },
};

const FACTS: readonly Fact[] = [
  TYPED,
  { ...TYPED, indicator: "HV02", quantity: known(0) },
  { ...TYPED, indicator: "HV03", quantity: missing("blank"), coverage: { have: 0, due: 1 } },
  { ...TYPED, indicator: "HV06", quantity: notApplicable("not-on-form"), coverage: NOT_DUE, source: undefined },
  { ...TYPED, indicator: "TC05", source: { file: 4, sheet: "01 Tổ chức - Hội viên", cells: "", isCounted: true } },
  { ...TYPED, indicator: "Q07", holder: "xã", quantity: known(12_500_000.5) },
  { ...TYPED, unit: CHILD, coverage: { have: 3, due: 4 }, estimate: true, explanation: "Tăng do sáp nhập" },
  {
    ...TYPED,
    indicator: "Q02",
    source: { file: 4, sheet: "02 Quỹ", cells: "D6", beside: [{ sheet: "02b", cells: "E6", isCounted: true }] },
  },
];

const FROM = { unit: COMMUNE, file: 4 };

describe("packed facts", () => {
  it("are made again as they were, also in another thread", () => {
    const packed = createPackFacts()(FACTS, COMMUNE);
    expect(factsOf(structuredClone(packed), FROM)).toEqual(FACTS);
  });

  it("are made of the asked indicators alone", () => {
    const codes = new Set(["Q07", "HV01"]);
    const packed = createPackFacts()(FACTS, COMMUNE);
    expect(factsOf(packed, FROM, codes).map(({ indicator }) => indicator)).toEqual(["HV01", "Q07", "HV01"]);
    expect(factsOf(FACTS, FROM, codes)).toEqual(factsOf(packed, FROM, codes));
  });

  it("share their shape from file to file, whatever their values and cells are", () => {
    const pack = createPackFacts();
    const [first, other] = [pack(FACTS, COMMUNE), pack([...FACTS].reverse(), COMMUNE)];
    const next = pack(
      FACTS.map((fact) => ({ ...fact, quantity: missing("rejected"), coverage: { have: 0, due: 1 } })),
      COMMUNE,
    );
    expect(next.shape).toBe(first.shape);
    expect(other.shape).not.toBe(first.shape);
  });
});

describe("a packed contribution", () => {
  const fund: Fact = { ...TYPED, indicator: "Q07", holder: "tỉnh" };
  const fresh = {
    ...FROM,
    facts: [...FACTS, fund],
    rows: [CHILD],
    ownFunds: [{ holder: "tỉnh", name: "Quỹ tỉnh", facts: [fund] }],
  };

  it("keeps its own funds apart", () => {
    const packed = structuredClone(createPack()(fresh));
    expect(factsBesideFunds(packed)).toEqual(FACTS);
    expect(factsBesideFunds(fresh)).toEqual(FACTS);
    expect(packed.ownFunds.map(({ facts }) => factsOf(facts, packed))).toEqual([[fund]]);
  });

  it("moves to another place in the list of files with all its sources", () => {
    const moved = ofFile(createPack()(fresh), 7);
    const files = factsOf(moved.facts, moved).flatMap(({ source }) => source?.file ?? []);
    expect(new Set(files)).toEqual(new Set([7]));
  });
});
