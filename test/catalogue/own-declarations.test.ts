// An office's own declarations: what replaces, what adds, and what is refused before any workbook is opened.

import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { fieldsOf } from "../../src/model/form.js";
import { UsageError } from "../../src/model/usage-error.js";
import { catalogueWith, shippedCatalogue, shippedFiles } from "../kit/catalogue.js";

const INDICATOR = "family: Khác\n  en: other";

function own(path: string, text: string): ReturnType<typeof catalogueWith> {
  return catalogueWith([{ path, text }]);
}

/** A form with the given fields in its branch grain, beside a name. */
function form(fields: string, more = ""): string {
  return `- id: BM90
  version: 1
  name: Biểu riêng
  sheet: 90 Riêng
  titles: [Biểu riêng]
${more}  grains:
    - grain: branch
      fields:
        - { code: row.name, role: identity, heading: Tên chi hội, required: always }
${fields}`;
}

describe("own declarations", () => {
  it("replace an indicator in its place", () => {
    const text = `- code: HV01\n  name: Hội viên có thẻ\n  ${INDICATOR}\n  measuredIn: người\n  kind: STOCK\n`;
    const { indicators } = own("indicators/rieng.yaml", text);
    expect(indicators.get("HV01")?.name).toBe("Hội viên có thẻ");
    expect([...indicators.keys()]).toEqual([...shippedCatalogue().indicators.keys()]);
  });

  it("add an indicator and a form with it", () => {
    const { indicators, forms } = catalogueWith([
      {
        path: "indicators/rieng.yaml",
        text: `- code: DP01\n  name: Tủ sách\n  ${INDICATOR}\n  measuredIn: tủ\n  kind: STOCK\n`,
      },
      { path: "forms/rieng.yaml", text: form("        - { code: DP01, role: indicator, heading: Số tủ sách }\n") },
    ]);
    expect([...indicators.keys()].at(-1)).toBe("DP01");
    expect(forms.get("BM90")?.hasMoney).toBe(false);
  });

  it("are refused where a unit of theirs no longer fits a shipped succession", () => {
    const columns = "code,from,from_known,until,name,type,level,parent,aliases";
    const lasting = "70,2022-10-01,false,2026-01-01,Tỉnh Bình Phước,Tỉnh,province,VN,";
    expect(() => own("units/units.csv", `${columns}\n${lasting}\n`)).toThrow(/70@2022-10-01 còn hiệu lực/);
  });

  it("take over a shipped grain", () => {
    const text = `- id: BM91
  version: 2
  name: Quỹ rút gọn
  sheet: 91 Quỹ
  titles: [Quỹ rút gọn]
  grains:
    - grain: upper
      reuse: { from: BM02.upper, roles: [identity], omit: [row.number] }
      fields:
        - { code: Q07, role: indicator, column: 5, heading: Dư quỹ, like: BM02.branch }
`;
    const declared = own("forms/rieng.yaml", text).forms.get("BM91");
    const fields = declared === undefined ? [] : fieldsOf(declared, "upper");
    expect(fields.map(({ code }) => code)).toEqual(["unit.code", "unit.name", "Q07"]);
    expect(fields[2]?.synonyms).toContain("Số dư cuối kỳ");
    expect(fields[2]?.column).toBe("5");
    expect(declared?.hasMoney).toBe(true);
  });

  it("spell tiers out", () => {
    const words = "  words:\n    group: [Gia đình, GĐ]\n    part: [có tủ sách, có góc học tập]\n";
    const text = form('        - { code: DS02, role: indicator, heading: "Hộ", tiers: [[group, part]] }\n', words);
    const declared = own("forms/rieng.yaml", text).forms.get("BM90");
    expect((declared && fieldsOf(declared, "branch")[1]?.synonyms) ?? []).toEqual([
      "Gia đình có tủ sách",
      "Gia đình có góc học tập",
      "GĐ có tủ sách",
      "GĐ có góc học tập",
    ]);
  });

  it("reword a finding and make it stricter", () => {
    const text =
      "- code: V-T04\n  severity: error\n  rule: typed percent differs\n  message: 'Dòng {n}: tỉ lệ {a}% sai.'\n  why: Tỉ lệ được tính lại.\n  fix: Sửa tỉ lệ.\n";
    expect(own("findings/rieng.yaml", text).findingTexts.get("V-T04")?.severity).toBe("error");
  });

  it("are listed with the SHA-256 of their text, beside the shipped ones", () => {
    const { files } = own("findings/rieng.yaml", "# chưa có gì\n");
    expect(files.get("khai-bao/findings/rieng.yaml")).toBe(createHash("sha256").update("# chưa có gì\n").digest("hex"));
    expect(files.size).toBe(shippedFiles().length + 1);
    expect([...files.values()].every((sum) => /^[0-9a-f]{64}$/.test(sum))).toBe(true);
  });

  it("do not depend on the order in which files are found", () => {
    const files = shippedFiles().map(({ path, text }) => ({ path, text }));
    expect([...catalogueWith([]).indicators.keys()]).toEqual([...shippedCatalogue().indicators.keys()]);
    const reversed = catalogueWith([...files].reverse());
    expect([...reversed.indicators.keys()]).toEqual([...shippedCatalogue().indicators.keys()]);
    expect([...reversed.forms.keys()]).toEqual([...shippedCatalogue().forms.keys()]);
  });
});

describe("refused", () => {
  const indicator = (rest: string) => `- code: DP01\n  name: Tủ sách\n  ${INDICATOR}\n  measuredIn: tủ\n${rest}`;
  const finding = (severity: string, message: string) =>
    `- code: V-H01\n  severity: ${severity}\n  rule: r\n  message: '${message}'\n  why: Vì sao.\n  fix: Sửa số.\n`;

  it.each([
    [
      "a stock summed over time",
      "indicators/a.yaml",
      indicator("  kind: STOCK\n  overTime: sum\n"),
      7,
      /STOCK không gộp/,
    ],
    ["an unknown kind", "indicators/a.yaml", indicator("  kind: STOK\n"), 6, /không có trong danh sách/],
    [
      "an unknown whole",
      "indicators/a.yaml",
      indicator("  kind: STOCK\n  partOf: HV99\n"),
      7,
      /không có chỉ tiêu «HV99»/,
    ],
    ["a part of itself", "indicators/a.yaml", indicator("  kind: STOCK\n  partOf: DP01\n"), 7, /không thể dựa vào/],
    [
      "an unknown numerator",
      "indicators/a.yaml",
      indicator("  kind: RATIO\n  ratio: { of: HV98, over: DS01, times: 100 }\n"),
      7,
      /«HV98»/,
    ],
    [
      "a ratio of a ratio",
      "indicators/a.yaml",
      indicator("  kind: RATIO\n  ratio: { of: HV01R, over: DS01, times: 1 }\n"),
      7,
      /không thể dựa vào «HV01R»/,
    ],
    ["a ratio without parts", "indicators/a.yaml", indicator("  kind: RATIO\n"), 6, /RATIO và mục ratio/],
    [
      "an unknown summand",
      "indicators/a.yaml",
      indicator("  kind: SUM\n  sumOf:\n    when: always\n    parts:\n      - HV01\n      - HV97\n"),
      11,
      /«HV97»/,
    ],
    [
      "a sum in a circle",
      "indicators/a.yaml",
      indicator("  kind: SUM\n  sumOf: { when: always, parts: [TC12, DP01] }\n"),
      7,
      /không thể dựa vào «DP01»/,
    ],
    [
      "a count on an unknown form",
      "indicators/a.yaml",
      indicator("  kind: COUNT\n  count: { form: BM77, where: {} }\n"),
      7,
      /không có biểu «BM77»/,
    ],
    [
      "a count by no category",
      "indicators/a.yaml",
      indicator("  kind: COUNT\n  count: { form: BM01, where: { khoi: [thôn] } }\n"),
      7,
      /cột phân loại «khoi»/,
    ],
    [
      "a count by no value",
      "indicators/a.yaml",
      indicator("  kind: COUNT\n  count:\n    form: BM01\n    where:\n      kind:\n        - ban nhạc\n"),
      11,
      /giá trị «ban nhạc»/,
    ],
    [
      "a count of a stock",
      "indicators/a.yaml",
      indicator("  kind: STOCK\n  count: { form: BM01, where: {} }\n"),
      7,
      /không đếm dòng/,
    ],
    ["a code with marks", "indicators/a.yaml", "- code: ĐP1\n", 1, /mã phải là chữ và số không dấu/],
    [
      "an id twice",
      "indicators/a.yaml",
      `${indicator("  kind: STOCK\n")}${indicator("  kind: FLOW\n")}`,
      7,
      /đã được khai báo ở .*dòng 1/,
    ],
    [
      "a field of no indicator",
      "forms/a.yaml",
      form("        - code: HV96\n          role: indicator\n          heading: Số\n"),
      10,
      /không có chỉ tiêu «HV96»/,
    ],
    [
      "a ratio that is typed",
      "forms/a.yaml",
      form("        - code: HV01R\n          role: indicator\n          heading: Tỉ lệ\n"),
      11,
      /do chương trình tính/,
    ],
    [
      "a sum that is typed",
      "forms/a.yaml",
      form("        - { code: TC12, role: indicator, heading: Hội cơ sở }\n"),
      10,
      /do chương trình tính/,
    ],
    [
      "a column twice",
      "forms/a.yaml",
      form(
        "        - { code: HV01, role: indicator, heading: A }\n        - { code: HV01, role: check, heading: B }\n",
      ),
      11,
      /hai lần/,
    ],
    [
      "a heading of two columns",
      "forms/a.yaml",
      form(
        "        - { code: HV01, role: indicator, heading: Tỷ lệ (%) }\n        - { code: HV02, role: indicator, heading: B, synonyms: [Tỉ lệ] }\n",
      ),
      11,
      /vừa là cột «HV01» vừa là cột «HV02»/,
    ],
    [
      "a category without values",
      "forms/a.yaml",
      form("        - { code: kind, role: category, heading: Loại }\n"),
      10,
      /không có giá trị nào/,
    ],
    [
      "unknown words",
      "forms/a.yaml",
      form("        - { code: HV01, role: indicator, heading: A, tiers: [[nhom]] }\n"),
      10,
      /không có danh sách «nhom»/,
    ],
    [
      "an unknown grain",
      "forms/a.yaml",
      form("        - { code: HV01, role: indicator, heading: A, like: BM55.branch }\n"),
      10,
      /không có «BM55.branch»/,
    ],
    [
      "a grain like itself",
      "forms/a.yaml",
      form("        - { code: HV01, role: indicator, heading: A, like: BM90.branch }\n"),
      10,
      /dẫn vòng/,
    ],
    [
      "an unknown form to go with",
      "forms/a.yaml",
      form("        - { code: HV01, role: indicator, heading: A, required: { withForm: BM56 } }\n"),
      10,
      /không có biểu «BM56»/,
    ],
    [
      "an unknown role",
      "forms/a.yaml",
      form("        - { code: HV01, role: figure, heading: A }\n"),
      10,
      /không có trong danh sách/,
    ],
    ["an error made a query", "findings/a.yaml", finding("query", "Sai."), 2, /không được hạ mức của V-H01/],
    ["a placeholder that nothing fills", "findings/a.yaml", finding("error", "Sai {x}."), 4, /điền vào \{x\}/],
    [
      "a variant of nothing",
      "findings/a.yaml",
      finding("error", "Sai.").replace("V-H01", "V-H88\n  variant: khác"),
      2,
      /chưa có câu chính/,
    ],
    ["a file of no kind", "chi-tieu/a.yaml", "- code: DP01\n", 1, /không rõ tệp này khai báo gì/],
    ["a list of no kind", "units/xa.csv", "code,name\n", 1, /không rõ tệp này ghi gì/],
  ])("%s, with file, line, reason and what is allowed", (_what, path, text, line, reason) => {
    const refused = () => own(path, text);
    expect(refused).toThrow(UsageError);
    expect(refused).toThrow(reason);
    expect(refused).toThrow(`khai-bao/${path}, dòng ${line}: `);
    try {
      refused();
    } catch (error) {
      expect(error).toMatchObject({ code: "declaration", hint: expect.stringMatching(/^\p{Lu}.*\.$/u) });
    }
  });
});
