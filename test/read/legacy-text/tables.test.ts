// Every letter of the two tables, in every way it is written.

import { describe, expect, it } from "vitest";
import type { CodeTable } from "../../../src/read/legacy-text/code-table.js";
import { decodeLetters } from "../../../src/read/legacy-text/decode-letters.js";
import { TCVN3_TABLES } from "../../../src/read/legacy-text/tcvn3-table.js";
import { VNI_TABLES } from "../../../src/read/legacy-text/vni-table.js";
import { type CodeRow, charactersOf, codeRows, inDoubleUtf8, inWindows1258 } from "../../kit/legacy-encoders.js";

const ROWS = { TCVN3: codeRows("tcvn3"), VNI: codeRows("vni") };
/** How the lists call the modes of the program's tables; capitals of a font are not listed again but made by it. */
const MODES: Readonly<Record<CodeTable["mode"], string>> = {
  small: "thuong",
  "ready capitals": "hoa_co_san",
  composite: "ghep",
  standard: "chuan",
  "capital with small mark": "hoa_lan_thuong",
};

function asRows(tables: readonly CodeTable[]): readonly string[] {
  return tables.flatMap(({ mode, letters }) =>
    letters.flatMap(([codes, shown]) => {
      const all = shown.split(" ");
      expect(codes.split(" ")).toHaveLength(all.length);
      return codes.split(" ").map((code, index) => `${MODES[mode]} ${code} ${all[index]}`);
    }),
  );
}

function listed(rows: readonly CodeRow[]): readonly string[] {
  return rows
    .filter((row) => row.che_do !== "phong_H")
    .map(
      (row) =>
        `${row.che_do} ${row.ma_hex
          .split(" ")
          .map((code) => code.slice(2))
          .join("+")} ${row.ky_tu}`,
    );
}

describe("tables", () => {
  it("say what the lists say", () => {
    expect(asRows(TCVN3_TABLES)).toEqual(listed(ROWS.TCVN3));
    expect(asRows(VNI_TABLES)).toEqual(listed(ROWS.VNI));
  });

  it.each([
    ["TCVN3", "thuong", 67],
    ["TCVN3", "hoa_co_san", 7],
    ["TCVN3", "phong_H", 67],
    ["TCVN3", "ghep", 60],
    ["VNI", "chuan", 134],
    ["VNI", "hoa_lan_thuong", 58],
  ] as const)("%s, %s: all %d letters come out", (encoding, mode, count) => {
    const rows = ROWS[encoding].filter((row) => row.che_do === mode);
    const isCapitals = mode === "phong_H";
    const read = rows.map((row) => decodeLetters(charactersOf(row), { encoding, isCapitals }));
    expect(read).toEqual(rows.map((row) => row.ky_tu));
    expect(read).toHaveLength(count);
  });
});

describe("texts", () => {
  it.each([
    ["TCVN3", "Tæng sè hé", "Tổng số hộ"],
    ["TCVN3", "D©n sè vµ Lao ®éng … ph©n theo ®Þa ph\u00AD¬ng", "Dân số và Lao động … phân theo địa phương"],
    ["TCVN3", "§\u00ADa ®ãn, 12 «ng bµ", "Đưa đón, 12 ông bà"],
    ["VNI", "Thò traán Cam Loä", "Thị trấn Cam Lộ"],
    ["VNI", "UÛY BAN, Uûy ban", "ỦY BAN, Ủy ban"],
    ["VNI", "ñöôïc, thuyû, khoeû", "được, thuỷ, khoẻ"],
    ["UTF-8", "XÃ£ Quá»³nh Ä\u0090á»“ng", "Xã Quỳnh Đồng"],
    ["UTF-8", "Xã Quỳnh", "Xã Quỳnh"],
  ] as const)("%s: %s → %s", (encoding, text, expected) => {
    expect(decodeLetters(text, { encoding, isCapitals: false })).toBe(expected);
  });

  it("shows capitals where the font does, plain letters as well", () => {
    expect(decodeLetters("héi khuyÕn häc", { encoding: "TCVN3", isCapitals: true })).toBe("HỘI KHUYẾN HỌC");
  });

  it("come out composed from UTF-8 that was read wrongly, whatever bytes windows-1252 does not know", () => {
    const all = ROWS.VNI.map((row) => row.ky_tu).join("");
    expect(decodeLetters(inDoubleUtf8(all), { encoding: "UTF-8", isCapitals: false })).toBe(all);
    expect(inDoubleUtf8(all)).toContain("\u0090");
    expect(inWindows1258(all).normalize("NFC")).toBe(all);
    expect(inWindows1258(all)).not.toBe(all);
  });
});
