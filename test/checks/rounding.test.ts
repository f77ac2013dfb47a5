// Laws of rounded money: sums of rounded amounts never look wrong, and in whole đồng nothing is overlooked.

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { balance } from "../../src/checks/balance.js";
import { moneyPrecision } from "../../src/checks/money-precision.js";
import { totalRow } from "../../src/checks/total-row.js";
import { bindCheck, runOnRecord, runOnTable } from "../kit/bind-check.js";
import { figureRecord } from "../kit/figure-record.js";
import { formTable } from "../kit/form-table.js";
import { indicator, indicatorMap } from "../kit/indicator.js";

const CODES = ["Q01", "Q02", "Q03", "Q05", "Q06"] as const;
const INDICATORS = indicatorMap(
  ...[...CODES, "Q07"].map((code) => indicator(code, { measuredIn: "đồng", kind: "FLOW" })),
);
const BALANCE = bindCheck(balance, {
  plus: { a: ["Q01"], b: ["Q02", "Q03"] },
  minus: { d: ["Q05"], e: ["Q06"] },
  closing: "Q07",
});
const TOTALS = bindCheck(totalRow, { roles: ["total"] }, INDICATORS);
const RUNS = { numRuns: 10_000, seed: 49 };

/** A step of rounding; amounts are zero, or large enough not to vanish when rounded. */
const step = fc.constantFrom(1e3, 1e6, 1e9);
const amounts = (count: number) =>
  fc.tuple(
    step,
    fc.array(fc.oneof(fc.constant(0), fc.double({ min: 0.5, max: 4000, noNaN: true })), {
      minLength: count,
      maxLength: count,
    }),
  );

function rounded(value: number, by: number): number {
  return Math.sign(value) * Math.round(Math.abs(value) / by) * by;
}

function balanceOf(figures: readonly number[], closing: number, moneyFactor: number) {
  const values = Object.fromEntries([...CODES.map((code, index) => [code, figures[index]] as const), ["Q07", closing]]);
  return runOnRecord(BALANCE, figureRecord({ values, indicators: INDICATORS, moneyFactor }));
}

function totalOf(figures: readonly number[], total: number, moneyFactor: number) {
  const rows = [...figures.map((figure) => ({ figures: [figure] })), { role: "total" as const, figures: [total] }];
  return runOnTable(TOTALS, formTable({ form: "BM02", fields: ["Q02"], rows, moneyFactor }));
}

describe("rounded money", () => {
  it("never fails a balance that holds before rounding", () => {
    fc.assert(
      fc.property(amounts(CODES.length), ([by, shares]) => {
        const exact = shares.map((share) => Math.round(share * by));
        const [opening = 0, raised = 0, other = 0, spent = 0, out = 0] = exact;
        const closing = opening + raised + other - spent - out;
        fc.pre(closing === 0 || Math.abs(closing) >= by / 2);
        const result = balanceOf(
          exact.map((value) => rounded(value, by)),
          rounded(closing, by),
          by,
        );
        expect(result.failed).toEqual([]);
      }),
      RUNS,
    );
  });

  it("never fails a total that holds before rounding", () => {
    fc.assert(
      fc.property(amounts(12), ([by, shares]) => {
        const exact = shares.map((share) => Math.round(share * by));
        const total = exact.reduce((sum, value) => sum + value, 0);
        expect(
          totalOf(
            exact.map((value) => rounded(value, by)),
            rounded(total, by),
            by,
          ).failed,
        ).toEqual([]);
      }),
      RUNS,
    );
  });

  it("finds an error of one đồng in whole đồng, always", () => {
    const figures = fc.array(fc.integer({ min: 0, max: 50_000_000_000 }), { minLength: 5, maxLength: 5 });
    fc.assert(
      fc.property(figures, fc.constantFrom(1, -1), (exact, slip) => {
        const [opening = 0, raised = 0, other = 0, spent = 0, out = 0] = exact;
        const closing = opening + raised + other - spent - out;
        expect(balanceOf(exact, closing, 1).failed).toEqual([]);
        expect(balanceOf(exact, closing + slip, 1).failed).toHaveLength(1);
        const total = exact.reduce((sum, value) => sum + value, 0);
        expect(totalOf(exact, total + slip, 1).failed).toHaveLength(1);
      }),
      RUNS,
    );
  });

  it("finds an error that is larger than all rounding could make", () => {
    fc.assert(
      fc.property(amounts(CODES.length), ([by, shares]) => {
        const exact = shares.map((share) => rounded(share * by, by));
        const [opening = 0, raised = 0, other = 0, spent = 0, out = 0] = exact;
        const closing = opening + raised + other - spent - out;
        expect(balanceOf(exact, closing + 4 * by, by).failed).toHaveLength(1);
      }),
      RUNS,
    );
  });
});

describe("moneyPrecision", () => {
  it.each([
    ["in đồng", 1, [17_516_000, 204], 1],
    ["in triệu, whole ones", 1e6, [17e6, 204e6], 1e6],
    ["in triệu with «17,516»", 1e6, [17_516_000, 204e6], 1e3],
    ["in nghìn with «0,5»", 1e3, [500, 17_000], 100],
    ["in tỷ, nothing typed", 1e9, [undefined, "rejected"], 1e9],
  ] as const)("%s", (_, moneyFactor, figures, expected) => {
    const rows = figures.map((figure) => ({ figures: [figure, 7] }));
    const table = formTable({ form: "BM02", fields: ["Q02", "HV01"], rows, moneyFactor });
    expect(moneyPrecision(table, INDICATORS)).toBe(expected);
  });
});
