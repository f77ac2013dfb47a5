// What is kept of a file's figures as they were typed: runs down the columns of each sheet, read back as JSON.

import { describe, expect, it } from "vitest";
import type { FormTable } from "../../src/model/submission.js";
import { createEvidence } from "../../src/trace/cell-evidence.js";
import { JsonBytes } from "../../src/trace/json-bytes.js";
import { formTable } from "../kit/form-table.js";

function told(...tables: readonly FormTable[]): unknown {
  return JSON.parse(Buffer.from(createEvidence()(tables)).toString("utf8"));
}

describe("evidence of a file", () => {
  it("gives figures in runs of counted rows, and totals none", () => {
    const rows = [
      { figures: [60, 1.5] },
      { figures: [undefined, 2_500_000_000] },
      { role: "total" as const, figures: [60, 9] },
      { role: "own" as const, figures: [7, 0] },
    ];
    expect(told(formTable({ form: "BM01", sheet: "01", fields: ["HV01", "Q01"], rows }))).toEqual({
      "01": { runs: { D6: [60, null], D9: [7], E6: [1.5, 2_500_000_000], E9: [0] } },
    });
  });

  it("keeps texts that are no plain numbers, and what one unit of a column stands for", () => {
    const table = formTable({
      form: "BM02",
      sheet: 'Quỹ "xã"',
      fields: ["Q01"],
      rows: [{ figures: [61_000] }, { figures: ["rejected"] }],
      moneyFactor: 1000,
    });
    const typed = new Map([
      [0, "61 nghìn"],
      [1, "«\\» sáu mươi"],
    ]);
    expect(told({ ...table, typed })).toEqual({
      'Quỹ "xã"': { runs: { D6: [["61 nghìn", 61_000], ["«\\» sáu mươi"]] }, factors: { D: 1000 } },
    });
  });

  it("tells a cell once, however many forms share its sheet, and a file without figures nothing", () => {
    const table = formTable({ form: "BM01", sheet: "01", fields: ["HV01"], rows: [{ figures: [60] }] });
    const bytes = createEvidence()([table, { ...table, values: Float64Array.of(61) }]);
    expect(Buffer.from(bytes).toString("utf8")).toBe('{"01":{"runs":{"D6":[61]}}}');
    expect(told()).toEqual({});
  });

  it("is the same for a file alone and after a larger one", () => {
    const small = formTable({ form: "BM01", sheet: "01", fields: ["HV01"], rows: [{ figures: [60] }] });
    const rows = Array.from({ length: 90_000 }, (_, row) => ({ figures: [row * 1_000_003] }));
    const large = formTable({ form: "BM01", sheet: "01", fields: ["HV01"], rows });
    const evidenceOf = createEvidence();
    const figures = JSON.parse(Buffer.from(evidenceOf([large])).toString("utf8"))["01"].runs.D6;
    expect([figures.length, figures.at(-1)]).toEqual([90_000, 89_999 * 1_000_003]);
    expect(evidenceOf([small])).toEqual(createEvidence()([small]));
  });
});

it("numbers are written as JSON writes them", () => {
  const numbers = [0, 7, 10, 99, 100, 2 ** 31 - 1, 2 ** 31, 2 ** 53, 0.1 + 0.2, 1e-7, 1e21, -5, -0];
  const json = new JsonBytes();
  for (const number of numbers) {
    json.number(number);
    expect(Buffer.from(json.take()).toString("utf8")).toBe(JSON.stringify(number));
  }
});
