// What is decoded, what is left alone and what is asked about, sheet by sheet.

import { describe, expect, it } from "vitest";
import { addressText } from "../../../src/model/cell-address.js";
import type { FindingDraft } from "../../../src/model/finding.js";
import { at } from "../../../src/model/outcome.js";
import { decodeLegacyText } from "../../../src/read/legacy-text/decode-legacy-text.js";
import type { CellInput } from "../../kit/cell-from-text.js";
import { gridFromTable, workbookOf } from "../../kit/grid-from-table.js";
import { textsOf } from "../../kit/grid-texts.js";
import { inDoubleUtf8, inTcvn3, inTcvn3Capitals, inVni, inWindows1258 } from "../../kit/legacy-encoders.js";

interface Result {
  readonly texts: readonly string[];
  readonly findings: readonly string[];
}

function shown(draft: FindingDraft): string {
  const cell = draft.place.cell === undefined ? draft.place.sheet : addressText(draft.place.cell);
  return `${draft.code}${draft.variant === undefined ? "" : ` ${draft.variant}`} ${cell}`;
}

/** The texts of a sheet after decoding, and code, variant and cell of each finding. */
function decode(rows: readonly (readonly CellInput[])[], name = "01 Tổ chức"): Result {
  const { value, findings } = decodeLegacyText(workbookOf(gridFromTable(rows, { name })), "xã.xlsx");
  return { texts: textsOf(at(value.sheets, 0)).filter((text) => text !== ""), findings: findings.map(shown) };
}

function inFont(font: string, text: string): CellInput {
  return { value: text, font };
}

const NAMES = [
  "Chi hội thôn Đông Phú",
  "Chi hội trường Tiểu học",
  "Ban khuyến học họ Nguyễn",
  "Chi hội cơ quan",
  "Tổ dân phố 3",
];
const HEADINGS = ["STT", "Tên đơn vị", "Số hội viên", "Ghi chú"];

describe("a text in Unicode", () => {
  it.each([
    ["Xã Hà An"],
    ["Ghi chú"],
    ["Bé"],
    ["Chó"],
    ["Noël, München, café, São Paulo"],
    ["12 m² · 5×3 · «Xã Tân Phú»"],
    ["Ðông Hà"],
  ])("stays: %s", (text) => {
    const book = workbookOf(gridFromTable([[text], ["Tên đơn vị"], ["Số hội viên cuối kỳ"]]));
    expect(decodeLegacyText(book, "xã.xlsx")).toEqual({ value: book, findings: [] });
  });

  it("is composed, without a finding", () => {
    const rows = NAMES.map((name) => [name.normalize("NFD"), inWindows1258(name)]);
    expect(decode(rows)).toEqual({ texts: NAMES.flatMap((name) => [name, name]), findings: [] });
  });

  it("is left alone in a legacy font too, and the texts beside it that could be either", () => {
    const rows = [
      [inFont(".VnTime", "Tên đơn vị"), inFont(".VnTime", "Ghi chú"), inFont(".VnTime", "Số hộ")],
      [inFont(".VnTime", "Xã Tân Phú"), inFont(".VnTime", "Xã Hà An"), 5],
    ];
    expect(decode(rows)).toEqual({ texts: ["Tên đơn vị", "Ghi chú", "Số hộ", "Xã Tân Phú", "Xã Hà An"], findings: [] });
  });
});

describe("a sheet without legacy fonts", () => {
  it.each([
    ["TCVN3", inTcvn3],
    ["VNI", inVni],
    ["double UTF-8", inDoubleUtf8],
  ] as const)("in %s is decoded whole, with one note", (_label, write) => {
    const rows = [HEADINGS.map(write), ...NAMES.map((name, index) => [index + 1, write(name), 60, write("Đạt")])];
    const { texts, findings } = decode(rows);
    expect(texts).toEqual([...HEADINGS, ...NAMES.flatMap((name) => [name, "Đạt"])]);
    expect(findings).toEqual([expect.stringMatching(/^V-K03 [AB]1$/)]);
  });

  it("says the first cell, what stood there, what is read and how many cells more", () => {
    const { findings } = decodeLegacyText(workbookOf(gridFromTable(NAMES.map((name) => [inTcvn3(name)]))), "xã.xlsx");
    expect(findings.map((draft) => Object.fromEntries(draft.values))).toEqual([
      {
        ô: "A1 và 4 ô khác",
        "TCVN3/VNI": "TCVN3 (ABC)",
        gốc: inTcvn3("Chi hội thôn Đông Phú"),
        mới: "Chi hội thôn Đông Phú",
      },
    ]);
  });

  it.each([["Tæng sè hé"], [inTcvn3("Chi hội thôn Đông")], [inVni("Xã Hướng Tân")]])(
    "with one strange cell is asked about: %s",
    (text) => {
      const { texts, findings } = decode([
        ["Tên đơn vị", "Số hội viên"],
        [text, 5],
      ]);
      expect(texts).toContain(text);
      expect(findings).toEqual(["V-K03 unsure A2"]);
    },
  );

  it("shows both readings where it asks, once for a column", () => {
    const rows = [["Tên đơn vị"], ["Tæng sè"], ["Tæng hîp"]];
    const { findings } = decodeLegacyText(workbookOf(gridFromTable(rows)), "xã.xlsx");
    expect(findings.map((draft) => Object.fromEntries(draft.values))).toEqual([
      { ô: "A2 và 1 ô khác", "TCVN3/VNI": "TCVN3 (ABC)", gốc: "Tæng sè", mới: "Tổng số" },
    ]);
  });

  it.each(["Bè", "Bé", "Chó", "Cù", "hé"])("with one word that could be either stays: %s", (word) => {
    expect(decode([[word, 5]])).toEqual({ texts: [word], findings: [] });
  });

  it("decides column by column where columns differ", () => {
    const rows = NAMES.map((name) => [inTcvn3(name), name, inVni(name), inDoubleUtf8(name), 12]);
    const { texts, findings } = decode([HEADINGS, ...rows]);
    expect(texts).toEqual([...HEADINGS, ...NAMES.flatMap((name) => [name, name, name, name])]);
    expect(findings).toHaveLength(3);
  });

  it("takes signs along where UTF-8 was read wrongly", () => {
    const texts = ["Trong đó", "—", "…", "Số 5 × 3"];
    expect(decode(texts.map((text) => [inDoubleUtf8(text)])).texts).toEqual(texts);
    expect(decode([["â€”"]]).texts).toEqual(["â€”"]);
  });

  it("leaves headings in Unicode over a column of legacy text", () => {
    const rows = NAMES.map((name, index) => [index + 1, inTcvn3(name), 60]);
    const { texts, findings } = decode([["STT", "Tên đơn vị", "Ghi chú", "Số hộ"], ...rows]);
    expect(texts).toEqual(["STT", "Tên đơn vị", "Ghi chú", "Số hộ", ...NAMES]);
    expect(findings).toEqual(["V-K03 B2"]);
  });

  it("asks about a heading that could be either, between headings in Unicode and legacy text", () => {
    const rows = NAMES.map((name, index) => [index + 1, inTcvn3(name), 60]);
    const { texts, findings } = decode([["STT", "Tên xã", "Số hộ", "Đảng viên"], ...rows]);
    expect(texts).toEqual(["STT", "Tên xã", "Số hộ", "Đảng viên", ...NAMES]);
    expect(findings).toEqual(["V-K03 unsure B1", "V-K03 B2"]);
  });

  it("takes words that could be either along with their block", () => {
    const rows = [...NAMES, "Chú", "Bố", "Hộ"].map((name) => [inTcvn3(name)]);
    expect(decode(rows).texts).toEqual([...NAMES, "Chú", "Bố", "Hộ"]);
  });

  it("follows another sheet of its workbook where single cells leave no doubt", () => {
    const table = gridFromTable(
      NAMES.map((name) => [inTcvn3(name)]),
      { name: "01" },
    );
    const cover = gridFromTable([["Tên đơn vị", inTcvn3("Xã Hướng Phùng")]], { name: "00" });
    const { value, findings } = decodeLegacyText(workbookOf(cover, table), "xã.xlsx");
    expect(textsOf(at(value.sheets, 0))).toEqual(["Tên đơn vị", "Xã Hướng Phùng"]);
    expect(findings.map(shown)).toEqual(["V-K03 B1", "V-K03 A1"]);
  });

  it("decodes no numbers, codes or loose signs", () => {
    const odd = ["5×3", "1.500 ®", "HV01", "½", "12/15", "·"];
    const { texts } = decode([...NAMES.map((name) => [inTcvn3(name)]), ...odd.map((text) => [text])]);
    expect(texts).toEqual([...NAMES, ...odd]);
  });
});

describe("legacy fonts", () => {
  it.each([
    [".VnTime", "Tæng sè", "Tổng số"],
    [".VnTime", "Bè", "Bố"],
    [".VNARIAL", "§¨k L¨k", "Đăk Lăk"],
    [".VnTimeH", inTcvn3Capitals("Hội Khuyến học"), "HỘI KHUYẾN HỌC"],
    ["VNI-Times", "Höôùng Taân", "Hướng Tân"],
    ["vni-helve", "Boä", "Bộ"],
  ])("%s: a single cell %s is %s", (font, text, expected) => {
    expect(decode([[inFont(font, text), 5]])).toEqual({ texts: [expected], findings: ["V-K03 A1"] });
  });

  it.each([".VnTime", "VNI-Times"])("%s: numbers, plain letters and single signs stay", (font) => {
    const odd = ["HV01", "5×3", "1.500", "STT", "·"];
    expect(decode(odd.map((text) => [inFont(font, text)]))).toEqual({ texts: odd, findings: [] });
  });

  it("decides nothing about cells in other fonts", () => {
    const rows = NAMES.map((name) => [inFont(".VnTime", inTcvn3(name)), "Chó"]);
    expect(decode(rows).texts).toEqual(NAMES.flatMap((name) => [name, "Chó"]));
  });

  it.each(["UVN Van", "SVN-Arial", "UTM Avo", "VNF-Comic", "Vni Times", "Times New Roman"])("%s is none", (font) => {
    expect(decode([[inFont(font, "Bè"), 5]])).toEqual({ texts: ["Bè"], findings: [] });
  });

  it.each(["VnTimes", "VnArial2"])("%s: its codes are not known, and strange text in it is asked about", (font) => {
    const rows = [
      [inFont(font, "Tªn ®¬n vÞ")],
      [inFont(font, "Tên đơn vị")],
      [inFont(font, "Xã Hà An")],
      [inFont(font, "x·")],
    ];
    const { texts, findings } = decode(rows);
    expect(texts).toEqual(["Tªn ®¬n vÞ", "Tên đơn vị", "Xã Hà An", "x·"]);
    expect(findings).toEqual(["V-K03 unknown-font A1"]);
  });
});

describe("names of sheets", () => {
  const rows = NAMES.map((name) => [inTcvn3(name)]);

  it("follow the cells, with a note", () => {
    const { value, findings } = decodeLegacyText(
      workbookOf(gridFromTable(rows, { name: inTcvn3("01 Tổ chức - Hội viên") })),
      "xã.xlsx",
    );
    expect(at(value.sheets, 0).name).toBe("01 Tổ chức - Hội viên");
    expect(findings.map(shown)).toEqual(["V-K03 sheet-name 01 Tổ chức - Hội viên", "V-K03 A1"]);
  });

  it("stay where nothing was decided, or where two would become one", () => {
    const alone = decodeLegacyText(workbookOf(gridFromTable([["Số"]], { name: "Tæng hîp" })), "xã.xlsx");
    expect([alone.value.sheets.map((sheet) => sheet.name), alone.findings]).toEqual([["Tæng hîp"], []]);
    const sheets = ["Tæng hîp", "Tổng hợp"].map((name) => gridFromTable(rows, { name }));
    const twins = decodeLegacyText(workbookOf(...sheets), "xã.xlsx");
    expect(twins.value.sheets.map((sheet) => sheet.name)).toEqual(["Tæng hîp", "Tổng hợp"]);
  });
});
