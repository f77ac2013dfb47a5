// Two rows of a roster that are one person, and two persons who only share a name.

import { describe, expect, it } from "vitest";
import { listedAlike } from "../../src/checks/listed-alike.js";
import { listedOnce } from "../../src/checks/listed-once.js";
import type { ListEntry } from "../../src/model/rule.js";
import { bindCheck, contextOf } from "../kit/bind-check.js";
import { submissionWith } from "../kit/submission.js";

const ALIKE = bindCheck(listedAlike, {
  form: "DS",
  name: "name",
  day: "born",
  group: "branch",
  key: "card",
  until: "leftOn",
});
const ONCE = bindCheck(listedOnce, { form: "DS", key: "card" });

type Row = readonly [name: string, born: string, branch?: string, card?: string, leftOn?: string];

function entry([name, born, branch = "", card = "", leftOn = ""]: Row, row: number): ListEntry {
  const texts: Readonly<Record<string, string>> = { name, born, branch, card, leftOn };
  return {
    name: "",
    unit: "",
    isOwn: true,
    value: () => undefined,
    text: (code) => texts[code] ?? "",
    cell: (code) => ({ place: { file: "", sheet: "DS", cell: { row: row + 5, column: 2 } }, label: code, typed: "" }),
  };
}

/** Rows of each finding, counted from 1, with everything it says. */
function found(rows: readonly Row[], check = ALIKE) {
  if (check.scope !== "whole-list") throw new Error("not a check of whole lists");
  return check.run(rows.map(entry), [], contextOf(submissionWith([]))).failed;
}

function pairs(rows: readonly Row[]): readonly (readonly [number, number])[] {
  return found(rows).map(({ values }) => [Number(values.get("a")) - 4, Number(values.get("b")) - 4]);
}

describe("one person", () => {
  it.each<readonly [string, Row, Row]>([
    ["same name and day, in two branches", ["Hồ Văn Sáu", "1956-03-12", "A"], ["Hồ Văn Sáu", "1956-03-12", "B"]],
    ["with two cards", ["Hồ Văn Sáu", "1956-03-12", "A", "1"], ["Hồ Văn Sáu", "1956-03-12", "B", "2"]],
    ["the tone mark placed otherwise", ["Nguyễn Thị Hòa", "1961"], ["NGUYỄN THỊ HOÀ", "1961"]],
    ["without marks", ["Nguyen Thi Hoa", "1961-08-05"], ["Nguyễn Thị Hòa", "1961-08-05"]],
    ["one letter more", ["Phan Thị Thu Hương", "1975-11-20"], ["Phan Thị Thu Hươngg", "1975-11-20"]],
    ["one letter at the beginning", ["Bùi Thanh Tùng", "1980-01-01"], ["Vùi Thanh Tùng", "1980-01-01"]],
    ["the year only", ["Hồ Văn Sáu", "1956", "A"], ["Hồ Văn Sáu", "1956-03-12", "B", "7"]],
    ["no birth, same branch", ["Trần Thị Lài", "", "A"], ["Trần Thị Lài", "1948", "A"]],
  ])("%s", (_what, a, b) => {
    expect(pairs([a, b])).toEqual([[1, 2]]);
    expect(pairs([b, ["Lê Quang Minh", "1970-02-02"], a])).toEqual([[1, 3]]);
  });
});

describe("two persons", () => {
  it.each<readonly [string, Row, Row]>([
    ["another year", ["Hồ Văn Sáu", "1956"], ["Hồ Văn Sáu", "1957"]],
    ["another day", ["Hồ Văn Sáu", "1956-03-12"], ["Hồ Văn Sáu", "1956-03-13"]],
    ["one year, but two cards", ["Hồ Văn Sáu", "1956", "A", "1"], ["Hồ Văn Sáu", "1956", "A", "2"]],
    ["no birth, two branches", ["Hồ Văn Sáu", "", "A"], ["Hồ Văn Sáu", "", "B"]],
    ["another letter in the year only", ["Phan Thị Hương", "1975"], ["Phan Thị Hường", "1975"]],
    ["one has left", ["Hồ Văn Sáu", "1956-03-12"], ["Hồ Văn Sáu", "1956-03-12", "B", "", "2021-06-30"]],
    ["two letters", ["Phan Thị Thu Hằng", "1975-11-20"], ["Phan Thị Thu Tâm", "1975-11-20"]],
    ["one card: that is said elsewhere", ["Hồ Văn Sáu", "1956", "A", "KH-1"], ["Hồ Văn Sáu", "1956", "A", "kh 1"]],
  ])("%s", (_what, a, b) => {
    expect(pairs([a, b])).toEqual([]);
  });
});

it("tells rows, never a name", () => {
  const [draft] = found([
    ["Hồ Văn Sáu", "1956-03-12"],
    ["Hồ Văn Sáu", "1956-03-12"],
  ]);
  expect(JSON.stringify([draft, ...(draft?.values ?? [])])).not.toContain("Sáu");
});

it("finds a card that stands twice, and takes words for no card", () => {
  const rows: readonly Row[] = [
    ["A", "", "", "KH-001"],
    ["B", "", "", "kh 001"],
    ["C", "", "", "chưa có"],
    ["D", "", "", "chưa có"],
  ];
  expect(found(rows, ONCE).map(({ values, place }) => [values.get("a"), values.get("b"), place.cell?.row])).toEqual([
    ["5", "6", 6],
  ]);
});

it("takes time in proportion to the rows, also where thousands are born on one day or share a name", () => {
  const many = Array.from(
    { length: 40_000 },
    (_, index): Row => [
      `Nguyễn Văn ${index % 3 === 0 ? "An" : (index * 7919).toString(36)}`,
      index % 2 === 0 ? "1960-01-01" : "1961",
    ],
  );
  const start = performance.now();
  found(many);
  expect(performance.now() - start).toBeLessThan(8_000);
});
