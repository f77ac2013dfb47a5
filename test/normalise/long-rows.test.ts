// The rows of a very long table are kept by columns: every stage says of them what it says of rows one by one.

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createContribute } from "../../src/aggregate/contributions-of.js";
import type { FormTable, Submission } from "../../src/model/submission.js";
import { sameText } from "../../src/model/text.js";
import { hashOfText, quickSameHash } from "../../src/model/text-hash.js";
import { HashedPlaces } from "../../src/normalise/hashed-places.js";
import { LONG_TABLE } from "../../src/normalise/long-rows.js";
import { isSpelled, spelledName } from "../../src/normalise/unit-name-key.js";
import { createEvidence } from "../../src/trace/cell-evidence.js";
import { createLeaveBehind } from "../../src/validate/leave-behind.js";
import { createRunRules } from "../../src/validate/run-rules.js";
import { shippedCatalogue } from "../kit/catalogue.js";
import { cover, normalised } from "./normalised.js";

const CATALOGUE = shippedCatalogue();
const COUNT = LONG_TABLE + 500;
const HEADINGS = ["STT", "Mã", "Tên chi hội, ban", "Hình thức", "Loại", "Hội viên cuối kỳ", "Trong đó: nữ"];
const TYPES = ["thôn-TDP", "trường học", "cơ quan", "chưa rõ"];

const OWN_NAMES = [
  "Toàn xã",
  "TOÀN XÃ",
  "Tòan xã",
  "Toàn Thắng",
  "Xã Hướng Phùng",
  "XÃ HƯỚNG PHÙNG",
  "Hội Khuyến học xã Hướng Phùng",
  "1. Xã Hướng Phùng",
  "Xã Hướng Phùng.",
  "Xã  Hướng Phùng",
];
const SYLLABLES = ["An", "Bình", "Hoà", "Đông", "Lập", "Phú", "Quý", "Thượng", "Tiến", "Yên", "Xuân", "Khê"];

/** «Chi hội thôn Đông Phú Lập An»: another one for each number below 20.736. */
function wordyName(n: number): string {
  const words = [0, 1, 2, 3].map((place) => SYLLABLES[Math.floor(n / SYLLABLES.length ** place) % SYLLABLES.length]);
  return `Chi hội thôn ${words.join(" ")}`;
}

type Line = readonly (string | number)[];

/** A list of branches with a total below it; `lineOf` gives what is odd in it. */
function listed(lineOf: (n: number) => Line | undefined, count = COUNT): Submission {
  const lines = Array.from({ length: count }, (_, index): Line => {
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
    ["with names of words alone", (n) => [n, "", wordyName(n), "chi hội", TYPES[n % 4] ?? "", n % 70, n % 33]],
    [
      "with names of words alone, some of them twice",
      (n) => [n, "", wordyName(n % 5_700), "chi hội", TYPES[n % 4] ?? "", n % 70, n % 33],
    ],
    [
      "with rows of the commune itself, however they are written",
      (n) => (n % 500 === 0 ? [n, "", OWN_NAMES[n / 500] ?? "Xã An", "", "", 9, 9] : undefined),
    ],
    ["with a row of the commune itself", (n) => (n === 50 ? [n, "", "Toàn xã", "", "", 9, 9] : undefined)],
  ])("%s", (_, lineOf) => {
    const submission = listed(lineOf);
    expect(submission.tables.some(({ long }) => long !== undefined)).toBe(true);
    const short = { ...submission, tables: submission.tables.map(oneByOne) };
    expect(said(submission)).toEqual(said(short));
  });

  it("tells its rows apart as a short one does", () => {
    const names = [
      ...OWN_NAMES,
      ...Array.from({ length: 10 }, (_, n) => wordyName(n * 700)),
      "Hội Nông dân",
      "Hoà",
      "x",
      "TOÁN XÃ",
      "Toa\u01F9 xã",
      "toàn",
      "Thôn 7",
      "Ban Thôn Tám",
    ];
    const lineOf = (n: number): Line | undefined => {
      const name = names[n - 1];
      return name === undefined ? undefined : [n, n % 7 === 0 ? `CH${n}` : "", name, "chi hội", "", 9, 4];
    };
    const rowsOf = ({ tables }: Submission) =>
      tables.flatMap(({ rows }) => rows.slice(0, names.length).map(({ role, name, unit }) => ({ role, name, unit })));
    expect(rowsOf(listed(lineOf))).toEqual(rowsOf(listed(lineOf, names.length + 5)));
  });

  it("knows its units, and which of them come again", () => {
    const { tables } = listed((n) => (n === 4000 ? [n, "", "chi hội thôn số 7", "", "", 1, 1] : undefined));
    const long = tables.find((table) => table.long !== undefined)?.long;
    expect(long?.units).toBe(COUNT - 1);
    expect([...(long?.repeated ?? [])]).toEqual([[3999, 6]]);
  });
});

describe("texts that came before", () => {
  function firsts(texts: readonly string[]): readonly number[] {
    const known = new Map<string, number>();
    for (const [place, text] of texts.entries()) if (!known.has(text)) known.set(text, place);
    return texts.map((text) => known.get(text) ?? -1);
  }

  it.each<[string, readonly string[]]>([
    ["of many numbers", Array.from({ length: 50_000 }, (_, index) => `Chi hội ${(index * 7919) % 30_000}`)],
    ["all the same", Array.from({ length: 100_000 }, () => "Chi hội")],
    ["some of one hash", Array.from({ length: 200_000 }, (_, index) => `${index % 199_990}. Chi hội`)],
    ["hardly different", ["x7", "x07", "x007", "x7", "x0", "x00", "x0", "07", "7", "", "x", "x70", "x07"]],
  ])("%s", (_, texts) => {
    const places = new HashedPlaces(texts.length);
    for (const [place, text] of texts.entries()) places.keep(place, places.hashOf(text));
    const repeated = places.repeated((place) => texts[place] ?? "");
    expect(texts.map((_, place) => repeated.get(place) ?? place)).toEqual(firsts(texts));
  });

  it("are found by a name that is written otherwise", () => {
    const names = ["Chi hội thôn Hoà Bình", "CHI HỘI THÔN HÒA BÌNH", "Chi hội thôn Hóa Bình", "chi hội thôn hòa bình"];
    const places = new HashedPlaces(names.length + 1);
    for (const [place, name] of names.entries()) places.keep(place, places.quickHashOf(name) ?? Number.NaN);
    const repeated = places.repeated((place) => sameText(names[place] ?? ""));
    expect([...repeated]).toEqual([
      [1, 0],
      [3, 0],
    ]);
  });
});

describe("the hash of a name", () => {
  const letters = [..."aăâbcdđeêghiklmnoôơpqrstuưvxyAĐÊÔƯỲ0129 .,-()/&'\"\u00D0\u0300\u0301ñßİ"];
  const toned = [..."áàảãạấầẩẫậắằẳẵặéèẻẽẹếềểễệíìỉĩịóòỏõọốồổỗộớờởỡợúùủũụứừửữựýỳỷỹỵ"];
  const text = fc.string({ unit: fc.constantFrom(...letters, ...toned, ...toned.map((one) => one.toUpperCase())) });

  it("is that of its text under sameText, where it is told at all", () => {
    let told = 0;
    fc.assert(
      fc.property(text, fc.integer(), (name, seed) => {
        const hash = quickSameHash(name, seed);
        if (hash === undefined) return;
        told += 1;
        expect(hash).toBe(hashOfText(sameText(name), seed));
      }),
      { numRuns: 3000, seed: 7 },
    );
    expect(told).toBeGreaterThan(300);
  });

  it("is told only of names that are tidy", () => {
    for (const name of ["", " Chi hội", "Chi hội ", "Chi  hội", "Chi\u00A0hội", "Hoa\u0300", "\u00D0ông Hà"]) {
      expect([name, quickSameHash(name, 1)]).toEqual([name, undefined]);
    }
  });

  it("goes with names that have nothing before or behind them", () => {
    let told = 0;
    fc.assert(
      fc.property(text, (name) => {
        if (!isSpelled(name) || quickSameHash(name, 1) === undefined) return;
        told += 1;
        expect(spelledName(name)).toBe(name);
      }),
      { numRuns: 3000, seed: 7 },
    );
    expect(told).toBeGreaterThan(300);
    const led = ["1. Xã An", "- Xã An", "Hội Khuyến học Xã An", "HKH xã An", "BCH Hội Khuyến học xã An", "Xã An."];
    expect(led.filter(isSpelled)).toEqual([]);
  });
});
