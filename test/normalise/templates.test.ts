// What is learnt from one workbook serves the next only where their templates are the same; nothing of a figure is.

import { describe, expect, it } from "vitest";
import { typedAt } from "../../src/model/submission.js";
import { column, cover, listedOf, type Normalised, normalised, tableOf } from "./normalised.js";

const FUND = "02 Quỹ";

function fund(head: readonly string[], row: readonly (string | number)[], unit = "triệu đồng"): Normalised {
  const lines = { "Đơn vị tính tiền": unit };
  return normalised({ "00 Chung": cover(lines), [FUND]: [head, row] });
}

const HEAD = ["STT", "Tên chi hội, ban, quỹ", "Số dư cuối kỳ"];
const ROW = [1, "Chi hội thôn 1", 5];

describe("workbooks read one after another", () => {
  it("keep their own unit of money", () => {
    const balances = ["triệu đồng", "nghìn đồng", "triệu đồng"].map((unit) =>
      column(tableOf(fund(HEAD, ROW, unit), "BM02"), "Q07"),
    );
    expect(balances).toEqual([[5_000_000], [5_000], [5_000_000]]);
  });

  it("keep the unit that their own heading states", () => {
    const other = ["STT", "Tên chi hội, ban, quỹ", "Số dư cuối kỳ (đồng)"];
    const balances = [HEAD, other, HEAD].map((head) => column(tableOf(fund(head, ROW), "BM02"), "Q07"));
    expect(balances).toEqual([[5_000_000], [5], [5_000_000]]);
  });

  it("keep the places of their own columns", () => {
    const turned = ["STT", "Số dư cuối kỳ", "Tên chi hội, ban, quỹ"];
    const tables = [fund(HEAD, ROW), fund(turned, [1, 5, "Chi hội thôn 1"])].map((one) => tableOf(one, "BM02"));
    expect(tables.map((table) => column(table, "Q07"))).toEqual([[5_000_000], [5_000_000]]);
    expect(tables.map((table) => table.place(0, 0))).toEqual([
      { row: 2, column: 3 },
      { row: 2, column: 2 },
    ]);
  });

  it("keep their own unknown columns", () => {
    const plain = fund([...HEAD, "Ghi chú của xã"], [...ROW, "đủ"]);
    const other = fund([...HEAD, "Ý kiến của thôn"], [...ROW, "đủ"]);
    for (const [one, heading] of [
      [plain, "Ghi chú của xã"],
      [other, "Ý kiến của thôn"],
    ] as const) {
      expect(listedOf(one).join("\n")).toContain(heading);
    }
  });

  it("keep figures of the first when the second is read", () => {
    const first = tableOf(fund(HEAD, ROW), "BM02");
    tableOf(fund(HEAD, [1, "Chi hội thôn 1", "7,5"]), "BM02");
    expect(column(first, "Q07")).toEqual([5_000_000]);
    expect(typedAt(first, 0, 0)).toBe("5");
  });
});
