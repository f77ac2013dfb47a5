// The rows of a very long table are kept by columns: every stage says of them what it says of rows one by one.

import { describe, expect, it } from "vitest";
import { createContribute } from "../../src/aggregate/contributions-of.js";
import type { Grid } from "../../src/model/grid.js";
import type { FormTable, Submission } from "../../src/model/submission.js";
import { LONG_TABLE } from "../../src/normalise/long-rows.js";
import { TextPlaces } from "../../src/normalise/text-places.js";
import { createEvidence } from "../../src/trace/cell-evidence.js";
import { createLeaveBehind } from "../../src/validate/leave-behind.js";
import { createRunRules } from "../../src/validate/run-rules.js";
import { shippedCatalogue } from "../kit/catalogue.js";
import { withNumbered } from "../kit/grid-texts.js";
import { cover, normalised } from "./normalised.js";

const CATALOGUE = shippedCatalogue();
const COUNT = LONG_TABLE + 500;
const HEADINGS = ["STT", "Mã", "Tên chi hội, ban", "Hình thức", "Loại", "Hội viên cuối kỳ", "Trong đó: nữ"];
const TYPES = ["thôn-TDP", "trường học", "cơ quan", "chưa rõ"];

type Line = readonly (string | number)[];

/** A list of branches with a total below it; `lineOf` gives what is odd in it, `asRead` the sheets as a reader may have them. */
function listed(lineOf: (n: number) => Line | undefined, asRead?: (grid: Grid) => Grid): Submission {
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
  return normalised({ "00 Chung": cover(), "01 Tổ chức - Hội viên": table }, asRead).submission;
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
    [
      "with codes and names that end in noughts, in one digit, and in no number",
      (n) => [n, n % 3 === 0 ? "" : `CH0${n % 40}`, `Chi hội ${n % 4 === 0 ? `00${n}` : n % 9}`, "ban", "", n % 70, 3],
    ],
    [
      "with names that are sums, notes and signatures but for their number",
      (n) =>
        n % 500 === 0
          ? [n, "", ["Tổng số 3", "Cộng 2", "Ghi chú: 1", "* 4", "1. 5"][(n / 500) % 5] ?? "", "", "", 7, 2]
          : undefined,
    ],
  ])("%s", (_, lineOf) => {
    const submission = listed(lineOf);
    expect(submission.tables.some(({ long }) => long !== undefined)).toBe(true);
    const short = { ...submission, tables: submission.tables.map(oneByOne) };
    expect(said(submission)).toEqual(said(short));
    const numbered = listed(lineOf, withNumbered);
    expect(numbered.cells).toEqual(submission.cells);
    expect(numbered.tables.map(({ rows }) => rows)).toEqual(submission.tables.map(({ rows }) => rows));
    expect(said(numbered)).toEqual(said(submission));
  });

  it("knows its units, and which of them come again", () => {
    const { tables } = listed((n) => (n === 4000 ? [n, "", "chi hội thôn số 7", "", "", 1, 1] : undefined));
    const long = tables.find((table) => table.long !== undefined)?.long;
    expect(long?.units).toBe(COUNT - 1);
    expect([...(long?.repeated ?? [])]).toEqual([[3999, 6]]);
  });
});

describe("texts that came before", () => {
  /** Where each text is found, cut before its number or not at all, as rows with names and rows with codes give it. */
  function found(texts: readonly string[], cut: (text: string) => readonly [string, string]): readonly number[] {
    const places = new TextPlaces(texts.length, (place) => cut(texts[place] ?? ""));
    return texts.map((text, place) => places.firstWith(cut(text), place));
  }

  function firsts(texts: readonly string[]): readonly number[] {
    const known = new Map<string, number>();
    for (const [place, text] of texts.entries()) if (!known.has(text)) known.set(text, place);
    return texts.map((text) => known.get(text) ?? -1);
  }

  const whole = (text: string) => [text, ""] as const;
  const beforeDigits = (text: string) => {
    const [digits = ""] = /\d{0,9}$/.exec(text) ?? [];
    return [text.slice(0, text.length - digits.length), digits] as const;
  };

  it.each<[string, readonly string[]]>([
    ["of many numbers", Array.from({ length: 50_000 }, (_, index) => `Chi hội ${(index * 7919) % 30_000}`)],
    ["without any, some of one hash", Array.from({ length: 200_000 }, (_, index) => `${index % 199_990}. Chi hội`)],
    ["with noughts before them", ["x7", "x07", "x007", "x7", "x0", "x00", "x0", "07", "7", "", "x", "x70", "x07"]],
    ["with too many digits", ["a1234567890", "a1234567891", "a1234567890", "1234567890", "234567890", "1234567890"]],
    ["far apart", [...Array.from({ length: 500 }, (_, n) => `CH${n}00000`), "CH1", "CH1", "CH700000", "CH2", "CH2"]],
    [
      "each with another word before",
      Array.from({ length: 5_000 }, (_, index) => `${(index % 2_000).toString(36)}z 1`),
    ],
  ])("%s", (_, texts) => {
    expect(found(texts, whole)).toEqual(firsts(texts));
    expect(found(texts, beforeDigits)).toEqual(firsts(texts));
    expect(found(texts, (text) => (text.length % 2 === 0 ? whole(text) : beforeDigits(text)))).toEqual(firsts(texts));
  });
});
