// Reports as declarations: what an office may replace, and how a wrong one is refused.

import { describe, expect, it } from "vitest";
import { loadCatalogue } from "../../src/catalogue/load-catalogue.js";
import { shippedCatalogue, shippedFiles } from "../kit/catalogue.js";

const OWN = `
- id: thang
  name: Báo cáo tháng của tỉnh
  about: thử
  periods: [month]
  minimumCoverage: 50
  numberMark: BC-HKHT
  title: Kết quả {kỳ}
  remark: (riêng)
  recipients: ["Lưu: VT."]
  signer: [CHỦ TỊCH]
  pages:
    - kind: letter
      name: Lời
      blocks:
        - say: "Có {HV01:gọn} hội viên[, {HV01:tăng~2018}]."
    - kind: table
      name: Bảng
      mark: B1
      title: Bảng {năm}
      rows: { by: units }
      columns:
        - { show: name, heading: Đơn vị }
        - { show: figure, indicator: HV01, heading: Hội viên }
`;

const CHARTED = `${OWN}    - kind: charts
      name: Hình
      mark: Hình
      title: Hình {năm}
      charts:
        - { kind: columns, title: Hội viên, table: Bảng, series: [{ name: Hội viên, indicator: HV01 }] }
`;

function withOwn(text: string) {
  const own = [{ path: "reports/tinh.yaml", shownPath: "khai-bao/reports/tinh.yaml", text }];
  return loadCatalogue(shippedFiles(), own);
}

describe("reports", () => {
  it("are shipped for the meetings of a month and a quarter, the year, the cluster, the models and the five years, coordination and emulation", () => {
    expect([...shippedCatalogue().reports.keys()].sort()).toEqual([
      "cum",
      "kl49",
      "mo-hinh",
      "nam",
      "phoi-hop",
      "quy",
      "thang",
      "thi-dua",
    ]);
  });

  it("say of themselves that their layout is a suggestion", () => {
    for (const { remark } of shippedCatalogue().reports.values()) expect(remark).toContain("gợi ý");
  });

  it("are replaced by an office's own of the same id", () => {
    const { reports } = withOwn(OWN);
    expect([reports.get("thang")?.name, reports.get("thang")?.minimumCoverage]).toEqual([
      "Báo cáo tháng của tỉnh",
      0.5,
    ]);
    expect(reports.size).toBe(shippedCatalogue().reports.size);
  });

  it.each([
    ["an unknown indicator in a sentence", OWN.replace("{HV01:gọn}", "{HV99}"), /dòng 16: không có chỉ tiêu «HV99»/],
    [
      "an unknown placeholder",
      OWN.replace("{HV01:gọn}", "{số hội viên}"),
      /dòng 16: không hiểu «{số hội viên}» trong câu/,
    ],
    ["an unknown form of a figure", OWN.replace("HV01:gọn", "HV01:tròn"), /dòng 16: không hiểu «{HV01:tròn}»/],
    [
      "a column of figures without its indicator",
      OWN.replace("indicator: HV01, ", ""),
      /dòng 24: cột số liệu này chưa ghi chỉ tiêu/,
    ],
    [
      "an unknown indicator of a column",
      OWN.replace("indicator: HV01", "indicator: HV98"),
      /dòng 24: không có chỉ tiêu «HV98»/,
    ],
    ["two pages of one name", OWN.replace("name: Bảng", "name: lời"), /dòng 18: hai trang cùng tên «lời»/],
    ["a sheet name that Excel refuses", OWN.replace("name: Bảng", "name: A/B"), /tên trang dài quá 31 chữ/],
    [
      "a chart of no table",
      CHARTED.replace("table: Bảng", "table: Bảng 2"),
      /dòng 30: không có bảng số liệu nào tên «Bảng 2»/,
    ],
    [
      "a chart of a column that is not there",
      CHARTED.replace("name: Hội viên, indicator: HV01", "name: Nữ, indicator: HV02"),
      /dòng 30: bảng không có cột nào cho dãy số «Nữ»/,
    ],
    [
      "a chart of people and money",
      CHARTED.replace(
        "heading: Hội viên }",
        "heading: Hội viên }\n        - { show: figure, indicator: Q02, heading: Quỹ }",
      ).replace("indicator: HV01 }]", "indicator: HV01 }, { name: Quỹ, indicator: Q02 }]"),
      /dòng 31: một biểu đồ chỉ vẽ các số cùng đơn vị tính/,
    ],
    ["an unknown way to show", OWN.replace("show: name", "show: tên"), /dòng 23/],
  ])("%s is refused with its line", (_what, text, message) => {
    expect(() => withOwn(text)).toThrow(message);
  });
});
