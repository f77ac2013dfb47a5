// A long list of like findings ends with how many more there are.

import { expect, it } from "vitest";
import type { FindingDraft } from "../../src/model/finding.js";
import { FindingList, MOST_ALIKE } from "../../src/model/finding-list.js";

function draft(code: string, sheet: string, row: number): FindingDraft {
  return { code, place: { file: "xa.xlsx", sheet, cell: { row, column: 1 } }, values: new Map() };
}

function listOf(count: number): FindingList {
  const list = new FindingList();
  for (let row = 1; row <= count; row += 1) list.add(draft("V-K05", "01", row));
  return list;
}

it("tells every finding as long as there are not too many", () => {
  expect(listOf(MOST_ALIKE).all()).toHaveLength(MOST_ALIKE);
});

it("counts what is beyond, for each code and sheet by itself", () => {
  const list = listOf(MOST_ALIKE + 2500);
  list.add(draft("V-K05", "02", 1));
  list.add(draft("V-K06", "01", 1));
  const all = list.all();
  expect(all.filter(({ code }) => code === "V-K05")).toHaveLength(MOST_ALIKE + 1);
  expect(all.filter(({ code }) => code === "V-K06")).toHaveLength(1);
  const rest = all.filter(({ code }) => code === "V-K15");
  expect(rest.map(({ variant, place, values }) => [variant, place, Object.fromEntries(values)])).toEqual([
    ["còn nữa", { file: "xa.xlsx", sheet: "01" }, { k: "2.500", mã: "V-K05", "giới hạn": "1.000" }],
  ]);
});

it("takes over what somebody else has counted", () => {
  const list = listOf(3);
  list.leaveOut(draft("V-K05", "01", 3), 7);
  expect(list.all().at(-1)?.values.get("k")).toBe("7");
  list.leaveOut(draft("V-K06", "01", 3), 0);
  expect(list.all()).toHaveLength(4);
});
