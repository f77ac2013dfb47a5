// A small report over the example province: every kind of row and column, two years of figures.

import { loadCatalogue } from "../../src/catalogue/load-catalogue.js";
import { type ReportInput, reportInput } from "../../src/deliver.js";
import type { Aggregation } from "../../src/model/aggregation.js";
import type { Catalogue } from "../../src/model/catalogue.js";
import { known } from "../../src/model/quantity.js";
import type { Report } from "../../src/model/report.js";
import { exampleAggregation } from "./example-aggregation.js";
import { exampleCatalogue } from "./example-catalogue.js";

const YAML = `
- id: thu
  name: Báo cáo thử
  about: mọi loại dòng và cột
  periods: [year]
  minimumCoverage: 80
  numberMark: BC-HKH
  title: Kết quả {kỳ}
  remark: (Gợi ý)
  recipients: ["Hội cấp trên;", "Lưu: VT."]
  signer: [TM. BAN THƯỜNG VỤ, CHỦ TỊCH]
  pages:
    - kind: letter
      name: Báo cáo
      blocks:
        - part: I. KẾT QUẢ
        - say: "{đơn vị} có {HV01} hội viên[, {HV01:tăng} so với năm {năm trước}], vận động {Q02:gọn}."
        - say: "[Có {HV10} thẻ.]"
        - say: "Thẻ hội viên: {HV10}."
        - say: "Gia đình học tập {MH2_R1}[; {so chỉ tiêu MH2_R1}]."
        - write: Nêu hạn chế.
    - kind: table
      name: Đơn vị
      mark: Biểu 01
      title: Từng đơn vị, {kỳ}
      rows: { by: units }
      columns:
        - { show: number, heading: TT }
        - { show: name, heading: Đơn vị }
        - { show: figure, indicator: HV01, group: Hội viên, heading: Năm nay }
        - { show: figure, indicator: HV01, when: last-year, group: Hội viên, heading: Năm trước }
        - { show: change, indicator: HV01, group: Hội viên, heading: "Tăng, giảm" }
        - { show: figure, indicator: DS01, heading: Dân số }
        - { show: figure, indicator: HV01R, heading: Tỉ lệ }
        - { show: rank, indicator: HV01R, heading: Thứ tự }
        - { show: figure, indicator: Q07, heading: Số dư }
        - { show: lacking, indicator: MH2_R1, heading: Còn thiếu }
        - { show: state, heading: Báo cáo }
    - kind: table
      name: Chỉ tiêu
      mark: Biểu 02
      title: Từng chỉ tiêu
      rows:
        by: indicators
        groups:
          - { name: Hội viên, indicators: [HV01, HV01R] }
          - { name: Mô hình, indicators: [MH2_CN, MH2_R1] }
      columns:
        - { show: number, heading: TT }
        - { show: name, heading: Chỉ tiêu }
        - { show: measure, heading: Đơn vị tính }
        - { show: figure, heading: Năm nay }
        - { show: growth, heading: Tăng (%) }
        - { show: target, group: Kế hoạch, heading: Mức }
        - { show: attainment, group: Kế hoạch, heading: Đạt (%) }
        - { show: verdict, group: Kế hoạch, heading: Đánh giá }
        - { show: lacking, group: Kế hoạch, heading: Còn thiếu }
        - { show: document, group: Kế hoạch, heading: Văn bản }
    - kind: table
      name: Các năm
      mark: PL1
      title: Qua các năm
      rows: { by: years, yearsBefore: 2 }
      columns:
        - { show: name, heading: Năm }
        - { show: figure, indicator: HV01, heading: Hội viên }
        - { show: figure, indicator: Q02, heading: Vận động }
      breaks: [{ after: 2024, text: Từ năm sau địa bàn thay đổi }]
    - kind: charts
      name: Biểu đồ
      mark: Biểu đồ
      title: Kết quả {kỳ}
      charts:
        - { kind: columns, title: Hội viên, table: Đơn vị, series: [{ name: Năm nay, indicator: HV01 }, { name: Năm trước, indicator: HV01, when: last-year }] }
        - { kind: lines, title: Vận động, table: Các năm, series: [{ name: Vận động, indicator: Q02 }] }
        - { kind: bars, title: So kế hoạch, table: Chỉ tiêu, indicators: [HV01R, MH2_R1], series: [{ name: Kết quả }, { name: Kế hoạch, show: target }] }
        - { kind: lines, title: Tỉ lệ hội viên, table: Đơn vị, series: [{ name: Tỉ lệ, indicator: HV01R }] }
    - { kind: table, name: Thiếu, mark: Biểu 03, title: Thiếu báo cáo, landscape: false, rows: { by: absent }, columns: [{ show: number, heading: TT }, { show: name, heading: Đơn vị }, { show: state, heading: Tình trạng }, { show: blank, heading: Lý do }] }
`;

/** The example's catalogue with one target of the nation and one of the province. */
export function exampleReportCatalogue(): Catalogue {
  const dated = { dated: "2022-03-25", isConfirmed: true, note: "" } as const;
  return exampleCatalogue({
    targets: [
      { indicator: "MH2_R1", year: 2025, value: 0.7, scope: undefined, document: "Quyết định 387/QĐ-TTg", ...dated },
      { indicator: "HV01", year: 2025, value: 19_000, scope: "44@2025-07-01", document: "Kế hoạch tỉnh", ...dated },
    ],
  });
}

/** The report as declared. */
export function exampleDeclaredReport(): Report {
  const file = (path: string, text: string) => ({ path, shownPath: path, text });
  const codes = [...exampleCatalogue().indicators.values()].map(
    ({ code, ratio }) =>
      `- { code: ${code}, name: x, en: x, measuredIn: người, family: x, kind: ${ratio === undefined ? "STOCK" : `RATIO, ratio: { of: ${ratio.of}, over: ${ratio.over}, times: ${ratio.times} }`} }`,
  );
  const catalogue = loadCatalogue([file("indicators/x.yaml", codes.join("\n")), file("reports/x.yaml", YAML)], []);
  const report = catalogue.reports.get("thu");
  if (report === undefined) throw new Error("the example report is gone");
  return report;
}

/** A year before the example's: as many members fewer as there are units. */
function yearBefore(): Aggregation {
  const now = exampleAggregation();
  const less = (totals: Aggregation["totals"]): Aggregation["totals"] =>
    new Map(
      [...totals].map(([code, total]) => {
        const { quantity } = total;
        return [
          code,
          quantity.kind === "known" && code === "HV01" ? { ...total, quantity: known(quantity.value - 100) } : total,
        ];
      }),
    );
  return exampleAggregation({
    period: { kind: "year", year: 2024 },
    asOf: "2024-11-30",
    totals: less(now.totals),
    children: now.children.map((child) => ({ ...child, totals: less(child.totals) })),
  });
}

/** The report's input. */
export function exampleReportInput(): ReportInput {
  const basis = exampleAggregation();
  const runs = [yearBefore(), basis].map((aggregation) => ({
    taken: [],
    verdicts: ["accepted", "accepted", "returned", "accepted"] as const,
    findings: [],
    carried: [],
    aggregation,
  }));
  const report = exampleDeclaredReport();
  const made = { created: "2025-12-05T02:30:00.000Z", toolVersion: "0.1.0" };
  return reportInput(
    {
      report,
      period: basis.period,
      runs,
      basis,
      otherTerritory: [],
      heading: "state",
      issuedUnder: "association",
      ...made,
    },
    exampleReportCatalogue(),
  );
}
