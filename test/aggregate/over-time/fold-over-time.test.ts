// Figures over time: by the kind of the indicator, and with gaps that stay gaps.

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { foldOverTime } from "../../../src/aggregate/over-time/fold-over-time.js";
import type { ChildResult } from "../../../src/model/aggregation.js";
import type { Catalogue } from "../../../src/model/catalogue.js";
import { ABSENT, type Coverage } from "../../../src/model/coverage.js";
import type { Total, TotalsByIndicator } from "../../../src/model/fact.js";
import type { Indicator } from "../../../src/model/indicator.js";
import { type MonthRange, monthsOf, parsePeriod, type Standing } from "../../../src/model/period.js";
import { figuresOf, type PeriodFigures } from "../../../src/model/period-figures.js";
import { known, missing, notApplicable, type Quantity, stateOf } from "../../../src/model/quantity.js";
import { exampleAggregation } from "../../kit/example-aggregation.js";
import { exampleCatalogue } from "../../kit/example-catalogue.js";
import { indicator, indicatorMap } from "../../kit/indicator.js";

const FOLDS: readonly Indicator[] = [
  indicator("HV00", { kind: "OPENING" }),
  indicator("HV01"),
  indicator("HV02", { kind: "FLOW" }),
  indicator("TC05", { kind: "COUNT" }),
  indicator("MH7m1", { kind: "EXPIRING" }),
  indicator("KT01t", { kind: "YEAR_TO_DATE" }),
  indicator("DS01"),
  indicator("HV01R", { kind: "RATIO", ratio: { of: "HV01", over: "DS01", times: 100 } }),
  indicator("MH1_CN", { since: "2022-06-03" }),
];
const CATALOGUE: Catalogue = exampleCatalogue({ indicators: indicatorMap(...FOLDS) });
const TYPED = FOLDS.filter((one) => one.ratio === undefined).map((one) => one.code);
const UNIT = "38@2022-10-01";

function rangeOf(text: string): MonthRange {
  const period = parsePeriod(text);
  if (period === undefined) throw new Error(`no period: ${text}`);
  return monthsOf(period);
}

function total(code: string, quantity: Quantity, coverage: Coverage): Total {
  const nothing = { byHolder: new Map(), parts: [], facts: [] };
  return { unit: UNIT, indicator: code, operation: "reported", quantity, coverage, estimate: false, ...nothing };
}

function totalsFrom(figures: Readonly<Record<string, number | Quantity>>): TotalsByIndicator {
  const entries = Object.entries(figures).map(([code, figure]) => {
    const quantity = typeof figure === "number" ? known(figure) : figure;
    return [code, total(code, quantity, quantity.kind === "known" ? { have: 1, due: 1 } : ABSENT)] as const;
  });
  return new Map(entries);
}

interface Told {
  readonly [code: string]: number | Quantity;
}

function piece(period: string, told: Told, changes: Partial<PeriodFigures> = {}): PeriodFigures {
  const figures = figuresOf(exampleAggregation({ totals: totalsFrom(told), children: [], standing: "final" }));
  const range = rangeOf(period);
  return { ...figures, range, parts: [range], closing: range, opening: range, ...changes };
}

function fold(into: string | MonthRange, pieces: readonly PeriodFigures[]): PeriodFigures {
  const range = typeof into === "string" ? rangeOf(into) : into;
  return foldOverTime({ unit: UNIT, into: range, pieces, goesOnAs: (key) => key }, CATALOGUE);
}

function shown(figures: PeriodFigures, code: string): number | string {
  const quantity = figures.totals.get(code)?.quantity;
  if (quantity === undefined) return "nothing";
  return quantity.kind === "known" ? quantity.value : stateOf(quantity);
}

const FIRST = { HV00: 100, HV01: 110, HV02: 12, TC05: 3, MH7m1: 1, KT01t: 4, DS01: 500 };
const SECOND = { HV00: 110, HV01: 150, HV02: 45, TC05: 4, MH7m1: 0, KT01t: 9, DS01: 600 };

describe("two quarters in a half-year", () => {
  const half = fold("2024-H1", [piece("2024-Q2", SECOND), piece("2024-Q1", FIRST)]);

  it.each([
    ["a flow is added", "HV02", 57],
    ["a stock is the last one", "HV01", 150],
    ["an opening is the first one", "HV00", 100],
    ["a count of rows is a stock", "TC05", 4],
    ["what expires is what is still valid", "MH7m1", 0],
    ["what is told since new year is the last one", "KT01t", 9],
    ["a ratio is computed from the folded parts", "HV01R", 0.25],
  ])("%s", (_what, code, expected) => {
    expect(shown(half, code)).toBe(expected);
  });

  it("adds what is told since new year over years", () => {
    const pieces = ["2023-Q4", "2024-Q4"].map((text, index) => piece(text, { KT01t: index === 0 ? 7 : 9 }));
    const others = ["2023-9M", "2024-9M"].map((text) => piece(text, { KT01t: 5 }));
    expect(shown(fold("2023..2024", [...pieces, ...others]), "KT01t")).toBe(16);
  });
});

describe("gaps", () => {
  const months = ["2024-01", "2024-02", "2024-04"].map((text) => piece(text, FIRST));

  it("a missing month leaves no sum, and its name", () => {
    const folded = fold({ first: rangeOf("2024-01").first, last: rangeOf("2024-04").last }, months);
    expect(shown(folded, "HV02")).toBe("not-submitted");
    expect(folded.gaps).toEqual([rangeOf("2024-03")]);
    expect([shown(folded, "HV00"), shown(folded, "HV01")]).toEqual([100, 110]);
  });

  it("an older stock is no closing stock, a later opening no opening", () => {
    const folded = fold("2024-Q1", [piece("2024-02", FIRST)]);
    expect(["HV00", "HV01", "HV02"].map((code) => shown(folded, code))).toEqual([
      "not-submitted",
      "not-submitted",
      "not-submitted",
    ]);
  });

  it("a period that does not divide is not cut", () => {
    expect(shown(fold("2024-Q4", [piece("2024-H2", FIRST)]), "HV02")).toBe("not-submitted");
    expect(shown(fold("2024-H2", [piece("2024-9M", FIRST), piece("2024-Q4", SECOND)]), "HV02")).toBe("not-submitted");
    expect(shown(fold("2024", [piece("2024-9M", FIRST), piece("2024-Q4", SECOND)]), "HV02")).toBe(57);
  });

  it("a flow that one part did not ask for is missing; one before its programme was not owed", () => {
    const not = (why: Parameters<typeof notApplicable>[0]) => piece("2024-Q2", { ...SECOND, HV02: notApplicable(why) });
    expect(shown(fold("2024-H1", [piece("2024-Q1", FIRST), not("not-on-form")]), "HV02")).toBe("blank");
    expect(shown(fold("2024-H1", [piece("2024-Q1", FIRST), not("no-association")]), "HV02")).toBe(12);
  });

  it("an estimate beside a final is an estimate, and said", () => {
    const standings: readonly Standing[] = ["final", "estimate"];
    const folded = fold(
      "2024-H1",
      standings.map((standing, index) => piece(`2024-Q${index + 1}`, FIRST, { standing })),
    );
    expect([folded.standing, folded.isMixed]).toEqual(["estimate", true]);
  });

  it("what is absent before its programme is not owed, what was typed stays", () => {
    expect(shown(fold("2021", [piece("2021", { MH1_CN: missing("blank") })]), "MH1_CN")).toBe("before-programme");
    expect(shown(fold("2021", [piece("2021", { MH1_CN: 0 })]), "MH1_CN")).toBe(0);
    expect(shown(fold("2023", [piece("2023", { MH1_CN: missing("blank") })]), "MH1_CN")).toBe("blank");
  });

  it("a whole goes before its parts", () => {
    const folded = fold("2024-H1", [piece("2024-Q1", FIRST), piece("2024-Q2", SECOND), piece("2024-H1", { HV02: 58 })]);
    expect(shown(folded, "HV02")).toBe(58);
  });

  it("a unit that sent nothing for one part has no sum of its own", () => {
    const child = (receivedAs: ChildResult["receivedAs"], told: Told): ChildResult => ({
      unit: { key: "19333@2025-07-01", code: "19333", name: "Phường Đông Hà", level: "commune" },
      receivedAs,
      totals: totalsFrom(told),
    });
    const folded = fold("2024-H1", [
      piece("2024-Q1", FIRST, { children: [child("missing", {})] }),
      piece("2024-Q2", SECOND, { children: [child("own-workbook", SECOND)] }),
    ]);
    const [only] = folded.children;
    expect(only?.totals.get("HV02")?.quantity).toEqual(missing("not-submitted"));
    expect(only?.totals.get("HV01")?.quantity).toEqual(known(150));
  });
});

const QUANTITY: fc.Arbitrary<Quantity> = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: 0, max: 1_000_000 }).map(known) },
  { weight: 1, arbitrary: fc.constantFrom("blank", "not-submitted", "rejected").map((why) => missing(why)) },
  {
    weight: 1,
    arbitrary: fc.constantFrom("no-association", "not-on-form", "before-programme").map((why) => notApplicable(why)),
  },
);
const MONTHS = fc.array(
  fc.option(fc.record(Object.fromEntries(TYPED.map((code) => [code, QUANTITY] as const))), {
    freq: 12,
    nil: undefined,
  }),
  { minLength: 12, maxLength: 12 },
);
const RUNS = { seed: 20240630, numRuns: 200 };

describe("laws", () => {
  it("months over quarters to the year give what months give at once; nothing missing becomes 0", () => {
    fc.assert(
      fc.property(MONTHS, (drawn) => {
        const pieces = drawn.flatMap((told, index) =>
          told === undefined ? [] : [piece(`2022-${String(index + 1).padStart(2, "0")}`, told)],
        );
        const quarters = [1, 2, 3, 4].map((quarter) => fold(`2022-Q${quarter}`, pieces));
        const [direct, stepwise] = [fold("2022", pieces), fold("2022", quarters)];
        for (const { code } of FOLDS) {
          const [a, b] = [direct.totals.get(code), stepwise.totals.get(code)];
          if (a === undefined || b === undefined) {
            expect([a, b].every((one) => one === undefined || one.quantity.kind !== "known")).toBe(true);
          } else expect([code, b.quantity, b.coverage]).toEqual([code, a.quantity, a.coverage]);
        }
        const flows = drawn.map((told) => told?.["HV02"]);
        if (flows.some((flow) => flow === undefined || flow.kind === "missing")) {
          expect(direct.totals.get("HV02")?.quantity.kind).not.toBe("known");
        }
      }),
      RUNS,
    );
  });
});
