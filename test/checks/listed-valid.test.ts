// A title that lasts so many months: which entries of a list have outlived it at the cut-off.

import { describe, expect, it } from "vitest";
import { listedValid } from "../../src/checks/listed-valid.js";
import type { ListEntry } from "../../src/model/rule.js";
import { bindCheck, contextOf } from "../kit/bind-check.js";
import { submissionWith } from "../kit/submission.js";

const CHECK = bindCheck(listedValid, { of: "given", months: 36 });
type Row = readonly [name: string, given: string];

function entry([name, given]: Row, row: number): ListEntry {
  return {
    name,
    unit: "",
    isOwn: true,
    value: () => undefined,
    text: (code) => (code === "given" ? given : ""),
    cell: (code) => ({
      place: { file: "", sheet: "DS", cell: { row: row + 5, column: 3 } },
      label: code,
      typed: given,
    }),
  };
}

/** At 31/12/2025. */
function over(...rows: readonly Row[]): readonly (readonly [string | undefined, string | undefined])[] {
  if (CHECK.scope !== "whole-list") throw new Error("not a check of whole lists");
  const { failed } = CHECK.run(rows.map(entry), [], contextOf(submissionWith([])));
  return failed.map(({ values }) => [values.get("xã"), values.get("ngày")]);
}

describe("listed-valid", () => {
  it.each<readonly [string, string]>([
    ["2022-12-31", "lasts to its very last day"],
    ["2023-01", "known by its month"],
    ["2022-12", "may have been given on the last day of the month"],
    ["2022", "may have been given on the last day of the year"],
    ["", "is not known"],
    ["đầu năm", "is no day"],
  ])("%s: %s", (given) => expect(over(["Xã A", given])).toEqual([]));

  it.each<readonly [string, string]>([
    ["2022-12-30", "30/12/2022"],
    ["2022-11", "11/2022"],
    ["2021", "2021"],
  ])("%s has run out", (given, shown) => expect(over(["Xã A", given])).toEqual([["Xã A", shown]]));

  it("goes by the later day of who was given it again", () => {
    expect(over(["Xã A", "2019-10-15"], ["Xã B", "2019-10-15"], ["XÃ A", "2024-03-01"])).toEqual([
      ["Xã B", "15/10/2019"],
    ]);
  });

  it("a leap day ends with February", () => {
    expect(over(["Xã A", "2020-02-29"])).toEqual([["Xã A", "29/02/2020"]]);
  });
});
