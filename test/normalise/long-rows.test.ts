// The rows of a very long table are kept by columns: every stage says of them what it says of rows one by one.

import { describe, expect, it } from "vitest";
import { createContribute } from "../../src/aggregate/contributions-of.js";
import type { FormTable, Submission } from "../../src/model/submission.js";
import { LONG_TABLE } from "../../src/normalise/long-rows.js";
import { TextPlaces } from "../../src/normalise/text-places.js";
import { createEvidence } from "../../src/trace/cell-evidence.js";
import { createLeaveBehind } from "../../src/validate/leave-behind.js";
import { createRunRules } from "../../src/validate/run-rules.js";
import { shippedCatalogue } from "../kit/catalogue.js";
import { cover, normalised } from "./normalised.js";

const CATALOGUE = shippedCatalogue();
const COUNT = LONG_TABLE + 500;
const HEADINGS = ["STT", "Mã", "Tên chi hội, ban", "Hình thức", "Loại", "Hội viên cuối kỳ", "Trong đó: nữ"];
const TYPES = ["thôn-TDP", "trường học", "cơ quan", "chưa rõ"];

type Line = readonly (string | number)[];

/** A list of branches with a total below it; `lineOf` gives what is odd in it. */
function listed(lineOf: (n: number) => Line | undefined): Submission {
  const lines = Array.from({ length: COUNT }, (_, index): Line => {
    const n = index + 1;
    const plain = [
      n,
      "",
      `Chi hội thôn số ${n}`,
      n % 3 === 0 ? "ban" : "chi hội",
      TYPES[n % 3] ?? "",
      20 + (n % 90),
      n % 20,
    ];
    return lineOf(n) ?? plain;
  });
  const table = [HEADINGS, ...lines, ["", "", "Tổng cộng", "", "", 1, 1]];
  return normalised({ "00 Chung": cover(), "01 Tổ chức - Hội viên": table }).submission;
}

function oneByOne(table: FormTable): FormTable {
  return { ...table, long: undefined };
}

/** Everything that later stages say of a submission. */
function said(submission: Submission) {
  const rules = createRunRules(CATALOGUE)(submission).map(({ rule, ...outcome }) => [rule.id, outcome]);
  const left = createLeaveBehind(CATALOGUE, { isAlone: false })(submission);
  return { rules, left, facts: createContribute(CATALOGUE)(submission, 0), cells: createEvidence()(submission.tables) };
}

describe("a very long table", () => {
  it.each<[string, (n: number) => Line | undefined]>([
    ["of plain rows", () => undefined],
    [
      "with branches twice, once written otherwise",
      (n) => (n % 1000 === 0 ? [n, "", `Chi hội thôn số  ${n - 1}`, "ban", "", 5, 6] : undefined),
    ],
    [
      "with codes, some of them twice",
      (n) => [n, `CH${n % 5003}`, `Chi hội ${n}`, "chi hội", TYPES[n % 4] ?? "", n % 70, n % 33],
    ],
    [
      "with figures that cannot be read, and without a name",
      (n) => (n % 700 === 0 ? [n, "", "", "", "", "vài", 3] : undefined),
    ],
    ["with a row of the commune itself", (n) => (n === 50 ? [n, "", "Toàn xã", "", "", 9, 9] : undefined)],
  ])("%s", (_, lineOf) => {
    const submission = listed(lineOf);
    expect(submission.tables.some(({ long }) => long !== undefined)).toBe(true);
    const short = { ...submission, tables: submission.tables.map(oneByOne) };
    expect(said(submission)).toEqual(said(short));
  });

  it("knows its units, and which of them come again", () => {
    const { tables } = listed((n) => (n === 4000 ? [n, "", "chi hội thôn số 7", "", "", 1, 1] : undefined));
    const long = tables.find((table) => table.long !== undefined)?.long;
    expect(long?.units).toBe(COUNT - 1);
    expect([...(long?.repeated ?? [])]).toEqual([[3999, 6]]);
  });
});

it("tells texts apart that share a hash", () => {
  const texts = Array.from({ length: 200_000 }, (_, index) => `Chi hội ${index}`);
  const places = new TextPlaces(texts.length + 1, (place) => [texts[place] ?? "", ""]);
  expect(texts.every((text, place) => places.firstWith([text, ""], place) === place)).toBe(true);
  expect(places.firstWith(["Chi hội", " 77"], texts.length)).toBe(77);
});
