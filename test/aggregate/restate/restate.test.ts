// Figures carried across mergers: conserved over the real mapping, divided only where something says how, never joined
// by a code alone.

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { emptyTotal } from "../../../src/aggregate/fold-totals.js";
import { apportion } from "../../../src/aggregate/restate/apportion.js";
import { restateBackward } from "../../../src/aggregate/restate/restate-backward.js";
import { type BranchGroup, type Restated, restateForward } from "../../../src/aggregate/restate/restate-forward.js";
import { withTotalsOfTotals } from "../../../src/aggregate/totals-of-totals.js";
import { COMPLETE } from "../../../src/model/coverage.js";
import { heirsOf, originsOn } from "../../../src/model/destinations.js";
import type { Total, TotalsByIndicator } from "../../../src/model/fact.js";
import { isoDate } from "../../../src/model/iso-date.js";
import { treeAt } from "../../../src/model/org-tree.js";
import { at } from "../../../src/model/outcome.js";
import { known, missing, notApplicable, type Quantity } from "../../../src/model/quantity.js";
import type { SplitKey } from "../../../src/model/split-key.js";
import type { UnitKey } from "../../../src/model/unit.js";
import { shippedCatalogue } from "../../kit/catalogue.js";

const catalogue = shippedCatalogue();
const { register } = catalogue;
const BEFORE = isoDate(2024, 12, 31);
const AFTER = isoDate(2025, 12, 31);
const ADDED = [...catalogue.indicators.values()].filter(({ kind }) => kind !== "RATIO" && kind !== "SUM");
const COMMUNES = [...treeAt(register, BEFORE).units()].filter(({ level }) => level === "commune").map(({ key }) => key);
/** Units of any day that were divided: some communes changed more than once. */
const DIVIDED = register.units.map(({ key }) => key).filter((key) => heirsOf(key, register).length > 1);
const SPLIT = COMMUNES.filter((key) => heirsOf(key, register).length > 1);

function total(unit: UnitKey, indicator: string, quantity: Quantity): Total {
  const empty = emptyTotal(unit, indicator, quantity);
  return quantity.kind === "known" ? { ...empty, operation: "reported", coverage: COMPLETE } : empty;
}

function totalsOf(unit: UnitKey, figures: Readonly<Record<string, Quantity>>): TotalsByIndicator {
  const own = new Map(Object.entries(figures).map(([code, quantity]) => [code, total(unit, code, quantity)]));
  return withTotalsOfTotals(unit, own, catalogue);
}

function forward(
  figures: ReadonlyMap<UnitKey, TotalsByIndicator>,
  help: { readonly keys?: readonly SplitKey[]; readonly branches?: readonly BranchGroup[] } = {},
): Restated {
  return restateForward({ figures, from: BEFORE, into: AFTER, keys: [], branches: [], ...help }, catalogue);
}

function sumOf(totals: Iterable<Total | undefined>): number {
  let sum = 0;
  for (const one of totals) if (one?.quantity.kind === "known") sum += one.quantity.value;
  return sum;
}

/** A quantity of any kind; amounts as large as a province's fund. */
const anyQuantity = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: 0, max: 90_000_000_000 }).map(known) },
  fc.constantFrom(known(0), missing("not-submitted"), missing("blank"), notApplicable("no-association")),
);

describe("apportion", () => {
  it("loses nothing and gives whole parts of whole amounts", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }),
        fc.array(fc.integer({ min: 1, max: 1_000_000 }), { minLength: 1, maxLength: 9 }),
        (amount, weights) => {
          const parts = apportion(amount, weights);
          expect(parts.reduce((sum, part) => sum + part, 0)).toBe(amount);
          expect(parts.every(Number.isInteger)).toBe(true);
        },
      ),
    );
  });

  it("gives what rounding leaves to the largest remainders", () => {
    expect(apportion(100, [1, 1, 1])).toEqual([34, 33, 33]);
    expect(apportion(10, [6, 3, 1])).toEqual([6, 3, 1]);
    expect(apportion(7, [2, 1])).toEqual([5, 2]);
  });
});

describe("forward over the real mapping of 1/7/2025", () => {
  it("has communes to divide, and communes that went whole", () => {
    expect(COMMUNES.length).toBeGreaterThan(10_000);
    expect(SPLIT.length).toBeGreaterThan(100);
  });

  it("restated + unresolved = old, for every indicator that is added", () => {
    fc.assert(
      fc.property(
        fc.array(anyQuantity, { minLength: 60, maxLength: 60 }),
        fc.nat(),
        fc.boolean(),
        (drawn, start, isKeyed) => {
          const codes = ADDED.filter((_, index) => index % 17 === start % 17).map(({ code }) => code);
          const chosen = [...COMMUNES.filter((_, index) => index % 97 === start % 97), ...SPLIT.slice(0, 40)];
          const figures = new Map(
            [...new Set(chosen)].map((key, row) => [
              key,
              totalsOf(
                key,
                Object.fromEntries(codes.map((code, column) => [code, drawn[(row * 7 + column) % 60] ?? known(1)])),
              ),
            ]),
          );
          const keys = isKeyed
            ? DIVIDED.flatMap((old) =>
                heirsOf(old, register).map((next, place) => ({ old, next, weight: place + 1, source: "dân số" })),
              )
            : [];
          const { figures: restated, unresolved } = forward(figures, { keys });
          for (const code of codes) {
            const old = sumOf([...figures.values()].map((totals) => totals.get(code)));
            const now = sumOf([...restated.values()].map((totals) => totals.get(code)));
            const left = sumOf(unresolved.map(({ total: one }) => (one.indicator === code ? one : undefined)));
            expect(now + left, code).toBe(old);
          }
          if (isKeyed) expect(unresolved.filter(({ candidates }) => candidates.length > 0)).toEqual([]);
        },
      ),
      { numRuns: 12 },
    );
  }, 60_000);

  it("knows all heirs: every unit of the result stands on the day", () => {
    const figures = new Map(COMMUNES.map((key) => [key, totalsOf(key, { HV01: known(100) })] as const));
    const { figures: restated, unresolved, moved } = forward(figures);
    const standing = treeAt(register, AFTER);
    expect([...restated.keys()].filter((key) => standing.unit(key) === undefined)).toEqual([]);
    expect(moved.length).toBe(COMMUNES.length);
    expect(unresolved.some(({ candidates }) => candidates.length === 0)).toBe(true);
  });
});

describe("a commune whose people went to several", () => {
  const old = at(SPLIT, 0);
  const [first, second] = heirsOf(old, register);
  if (first === undefined || second === undefined) throw new Error("not divided");
  const figures = new Map([[old, totalsOf(old, { HV01: known(101), Q02: known(7) })]]);
  const valueIn = ({ figures: restated }: Restated, key: UnitKey, code: string): Quantity | undefined =>
    restated.get(key)?.get(code)?.quantity;

  it("is listed for a decision and counted nowhere where nothing divides it", () => {
    const restated = forward(figures);
    expect(restated.unresolved.map(({ unit, total: one }) => [unit, one.indicator, one.quantity])).toEqual([
      [old, "HV01", known(101)],
      [old, "Q02", known(7)],
    ]);
    expect(valueIn(restated, first, "HV01")?.kind).toBe("missing");
    const coverage = restated.figures.get(first)?.get("HV01")?.coverage;
    expect(coverage?.have).toBeLessThan(coverage?.due ?? 0);
  });

  it("is divided by a declared key, flagged as an estimate", () => {
    const keys = heirsOf(old, register).map((next, place) => ({
      old,
      next,
      weight: place === 0 ? 2 : 1,
      source: "dân số",
    }));
    const restated = forward(figures, { keys });
    expect(restated.unresolved).toEqual([]);
    const parts = keys.map(({ next }) => restated.figures.get(next)?.get("HV01"));
    expect(sumOf(parts)).toBe(101);
    expect(parts.every((part) => part?.estimate === true)).toBe(true);
  });

  it("is divided by its branches where they are known, without any estimate", () => {
    const branches = [
      { old, next: first, totals: totalsOf(old, { HV01: known(60) }) },
      { old, next: second, totals: totalsOf(old, { HV01: known(41) }) },
    ];
    const restated = forward(figures, { branches });
    expect([valueIn(restated, first, "HV01"), valueIn(restated, second, "HV01")]).toEqual([known(60), known(41)]);
    expect(restated.figures.get(first)?.get("HV01")?.estimate).toBe(false);
    expect(restated.unresolved.map(({ total: one }) => one.indicator)).toEqual(["Q02"]);
  });

  it("what branches leave is divided by the key, or listed", () => {
    const branches = [{ old, next: first, totals: totalsOf(old, { HV01: known(90) }) }];
    const left = forward(figures, { branches }).unresolved.find(({ total: one }) => one.indicator === "HV01");
    expect(left?.total.quantity).toEqual(known(11));
  });
});

describe("a merger", () => {
  const next = at([...treeAt(register, AFTER).units()], 0).key;
  const merged = [...treeAt(register, AFTER).units()].find(
    ({ key, level }) =>
      level === "commune" &&
      key !== next &&
      [...originsOn(key, BEFORE, register)].every((old) => heirsOf(old, register).length === 1) &&
      originsOn(key, BEFORE, register).size === 3,
  );
  if (merged === undefined) throw new Error("no merger of three");
  const [a, b, c] = [...originsOn(merged.key, BEFORE, register)];
  if (a === undefined || b === undefined || c === undefined) throw new Error("no merger of three");
  const into = (quantities: readonly (Quantity | undefined)[]): Total | undefined => {
    const given = [a, b, c].flatMap((key, index) => {
      const quantity = quantities[index];
      return quantity === undefined ? [] : [[key, totalsOf(key, { HV01: quantity })] as const];
    });
    return forward(new Map(given)).figures.get(merged.key)?.get("HV01");
  };
  const NONE = notApplicable("no-association");

  it.each([
    ["0 stays 0 beside «chưa có Hội»", [known(0), NONE, NONE], known(0)],
    ["«chưa có Hội» alone stays it", [NONE, NONE, NONE], NONE],
    ["«chưa nộp» is not «chưa có Hội»", [missing("not-submitted"), NONE, NONE], missing("not-submitted")],
    ["known ones are added", [known(5), known(7), NONE], known(12)],
  ] as const)("%s", (_, quantities, expected) => {
    expect(into(quantities)?.quantity).toEqual(expected);
  });

  it("an old unit that nobody gave is a gap of the coverage", () => {
    expect(into([known(5), known(7), undefined])).toMatchObject({ quantity: known(12), coverage: { have: 2, due: 3 } });
  });

  it("ratios are made anew from the added parts", () => {
    const figures = new Map([
      [a, totalsOf(a, { HV01: known(10), DS01: known(100) })],
      [b, totalsOf(b, { HV01: known(90), DS01: known(100) })],
      [c, totalsOf(c, { HV01: known(0), DS01: known(200) })],
    ]);
    const ratio = [...catalogue.indicators.values()].find(
      (one) => one.ratio?.of === "HV01" && one.ratio.over === "DS01",
    );
    const restated = forward(figures)
      .figures.get(merged.key)
      ?.get(ratio?.code ?? "");
    expect(restated?.quantity).toEqual(known(0.25));
  });
});

describe("code 44 is Quảng Bình in 2024 and Quảng Trị in 2026", () => {
  const quangBinh = register.at("44", BEFORE)?.unit.key;
  const oldQuangTri = register.at("45", BEFORE)?.unit.key;
  const quangTri = register.at("44", AFTER)?.unit.key;
  if (quangBinh === undefined || oldQuangTri === undefined || quangTri === undefined) throw new Error("no 44");

  it("both old provinces go into the new one, and neither is it", () => {
    const figures = new Map([
      [quangBinh, totalsOf(quangBinh, { HV01: known(300_000) })],
      [oldQuangTri, totalsOf(oldQuangTri, { HV01: known(200_000) })],
    ]);
    const { figures: restated, moved } = forward(figures);
    expect(quangBinh).not.toBe(quangTri);
    expect([...restated.keys()]).toEqual([quangTri]);
    expect(restated.get(quangTri)?.get("HV01")?.quantity).toEqual(known(500_000));
    expect([...moved].sort()).toEqual([quangBinh, oldQuangTri].sort());
  });

  it("one of them alone is not the new one: the other is a gap", () => {
    const { figures: restated } = forward(new Map([[quangBinh, totalsOf(quangBinh, { HV01: known(300_000) })]]));
    expect(restated.get(quangTri)?.get("HV01")?.coverage).toEqual({ have: 1, due: 2 });
  });

  it("goes back to an old province only by communes that lie wholly in it", () => {
    const tree = treeAt(register, AFTER);
    const communes = tree.reportersTo(quangTri).map(({ key }) => key);
    const figures = new Map(communes.map((key) => [key, totalsOf(key, { HV01: known(10) })] as const));
    const back = [quangBinh, oldQuangTri].map((old) => restateBackward({ figures, old, on: BEFORE }, catalogue));
    expect(back.map(({ straddling }) => straddling)).toEqual([[], []]);
    expect(sumOf(back.map(({ totals }) => totals.get("HV01")))).toBe(10 * communes.length);
    const fewer = new Map([...figures].slice(1));
    const gap = restateBackward({ figures: fewer, old: quangBinh, on: BEFORE }, catalogue);
    const other = restateBackward({ figures: fewer, old: oldQuangTri, on: BEFORE }, catalogue);
    expect([gap, other].filter(({ lacking }) => lacking.length === 1)).toHaveLength(1);
    const whole = restateBackward(
      { figures: new Map([[quangTri, totalsOf(quangTri, { HV01: known(9) })]]), old: quangBinh, on: BEFORE },
      catalogue,
    );
    expect(whole.straddling).toEqual([quangTri]);
    expect(whole.totals.get("HV01")?.quantity).toEqual(missing("blank"));
  });
});
