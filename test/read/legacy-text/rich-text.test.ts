// Texts in several fonts, as workbooks store them: each run is read by its own font.

import { describe, expect, it } from "vitest";
import { addressText } from "../../../src/model/cell-address.js";
import { at } from "../../../src/model/outcome.js";
import { readWorkbook } from "../../../src/read/read-workbook.js";
import { textsOf } from "../../kit/grid-texts.js";
import { inTcvn3, inTcvn3Capitals, inVni } from "../../kit/legacy-encoders.js";
import { escapeXml, sheetPackage } from "../../kit/zip-package.js";

type Run = readonly [font: string, text: string];

const STYLES = `<fonts><font><name val="Times New Roman"/></font><font><name val=".VnTime"/></font></fonts>
<cellXfs><xf numFmtId="0" fontId="0"/><xf numFmtId="0" fontId="1"/></cellXfs>`;

function item(runs: readonly Run[]): string {
  return runs
    .map(([font, text]) => {
      const properties = font === "" ? "" : `<rPr><b/><rFont val="${font}"/></rPr>`;
      return `<r>${properties}<t xml:space="preserve">${escapeXml(text)}</t></r>`;
    })
    .join("");
}

/** The text of A1, whose cell has the font of a style (0 Times New Roman, 1 .VnTime), and what was found. */
function readRuns(runs: readonly Run[], style: 0 | 1, isShared = true): readonly string[] {
  const cell = isShared
    ? `<c r="A1" s="${style}" t="s"><v>0</v></c>`
    : `<c r="A1" s="${style}" t="inlineStr"><is>${item(runs)}</is></c>`;
  const strings = `<si>${item(runs)}</si>`;
  const bytes = sheetPackage(`<row r="1">${cell}<c r="B1"><v>5</v></c></row>`, { strings, styles: STYLES });
  const { value, findings } = readWorkbook(bytes, "xã.xlsx");
  if (value === undefined) throw new Error("không đọc được");
  const found = findings.map(({ code, variant, place }) =>
    [code, variant, place.cell === undefined ? undefined : addressText(place.cell)].filter(Boolean).join(" "),
  );
  return [at(textsOf(at(value.sheets, 0)), 0), ...found];
}

describe.each([true, false])("runs (shared: %s)", (isShared) => {
  it.each<readonly [string, readonly Run[], 0 | 1, readonly string[]]>([
    [
      "capitals, then small letters",
      [
        [".VnTimeH", "ñ"],
        [".VnTime", "y ban"],
      ],
      0,
      ["Ủy ban", "V-K03 A1"],
    ],
    [
      "the cell's own font for the first",
      [
        ["", inTcvn3("Xã Hướng ")],
        ["Arial", "Phùng"],
      ],
      1,
      ["Xã Hướng Phùng", "V-K03 A1"],
    ],
    [
      "Unicode beside legacy text",
      [
        ["Arial", "Xã "],
        ["VNI-Times", inVni("Tân Phú")],
      ],
      0,
      ["Xã Tân Phú", "V-K03 A1"],
    ],
    [
      "Unicode in a legacy font",
      [
        [".VnTime", "Số hộ "],
        ["Arial", "nghèo"],
      ],
      0,
      ["Số hộ nghèo"],
    ],
    [
      "one legacy font throughout",
      [
        [".VnTime", inTcvn3("Bố ")],
        [".VnTime", "A"],
      ],
      0,
      ["Bố A", "V-K03 A1"],
    ],
    [
      "capitals and a Unicode font",
      [
        [".VnTimeH", inTcvn3Capitals("Biểu ")],
        ["Arial", "01"],
      ],
      0,
      ["BIỂU 01", "V-K03 A1"],
    ],
    [
      "a font whose codes are not known",
      [
        ["VnTimes", "Tªn"],
        ["Arial", " gọi"],
      ],
      0,
      ["Tªn gọi", "V-K03 unknown-font A1"],
    ],
    [
      "no legacy font at all",
      [
        ["Arial", "Hội "],
        ["Times New Roman", "viên"],
      ],
      0,
      ["Hội viên"],
    ],
  ])("%s", (_label, runs, style, expected) => {
    expect(readRuns(runs, style, isShared)).toEqual(expected);
  });
});
