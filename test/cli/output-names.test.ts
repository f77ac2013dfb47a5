// Names below the folder of results: the senders' own, and never a way out of the folder.

import { describe, expect, it } from "vitest";
import { outputNames, renamed } from "../../src/cli/output-names.js";

describe("outputNames", () => {
  it.each([
    [
      ["bai-nop/a.xlsx", "bai-nop/xa/b.xlsx"],
      ["a.xlsx", "xa/b.xlsx"],
    ],
    [["bai-nop/xa/a.xlsx"], ["a.xlsx"]],
    [["../../khac/a.xlsx", "D:/x/b.xlsx"], ["../khac/a.xlsx", "D-/x/b.xlsx"].map((name) => name.replace("../", ""))],
    [
      ["bai-nop/goi.zip/../../../etc/a.xlsx", "bai-nop/b.xlsx"],
      ["goi.zip/etc/a.xlsx", "b.xlsx"],
    ],
    [
      ["a:b?.xlsx", "CON.xlsx"],
      ["a-b-.xlsx", "_CON.xlsx"],
    ],
    [
      ["x/../a.xlsx", "x/A.xlsx"],
      ["a.xlsx", "A (2).xlsx"],
    ],
  ])("%j → %j", (paths, names) => {
    expect([...outputNames(paths).values()]).toEqual(names);
  });

  it("another ending", () => {
    expect(renamed("xa/bc.2025.csv", " - loi can sua.xlsx")).toBe("xa/bc.2025 - loi can sua.xlsx");
    expect(renamed(".an", " - x")).toBe(".an - x");
  });
});
