// A report of one long table: 1.522 communes by 30 columns, headings in tiers, shares and ranks as formulas, a total, a
// chart. Its figures are at hand before the clock starts.

import { declarationsIn } from "../../fixtures/kit/catalogue.js";
import { foldTotals } from "../../src/aggregate/fold-totals.js";
import { leafTotals } from "../../src/aggregate/leaf-totals.js";
import { withTotalsOfTotals } from "../../src/aggregate/totals-of-totals.js";
import { loadCatalogue } from "../../src/catalogue/load-catalogue.js";
import { type ReportInput, reportInput } from "../../src/deliver.js";
import type { Aggregation, ChildResult } from "../../src/model/aggregation.js";
import type { Catalogue } from "../../src/model/catalogue.js";
import { COMPLETE } from "../../src/model/coverage.js";
import type { Fact, TotalsByIndicator } from "../../src/model/fact.js";
import { treeAt } from "../../src/model/org-tree.js";
import { known } from "../../src/model/quantity.js";
import type { Unit } from "../../src/model/unit.js";

const ROWS = 1_522;
const AS_OF = "2025-11-30" as const;
const MODELS = [
  ["MH2", "Gia đình"],
  ["MH3", "Dòng họ"],
  ["MH5", "Đơn vị"],
  ["MH1", "Công dân"],
] as const;
const FIGURES = ["TC05", "TC06", "TC07", "DS01", "HV01", "HV02", "HV03", "HV05", "Q01", "Q02", "Q05", "Q07"];
const GIVEN = [
  ...FIGURES.filter((code) => code !== "TC07"),
  ...MODELS.flatMap(([code]) => [`${code}_TS`, `${code}_CN`]),
];

/** Figures in a plausible order of size, different in each commune. */
const SIZES: Readonly<Record<string, number>> = {
  TC05: 9,
  TC06: 6,
  DS01: 7_000,
  HV01: 1_900,
  HV02: 40,
  HV03: 12,
  HV05: 300,
};
const MONEY = 120_000_000;

/** What a measured report begins with: figures into what it is laid out from. */
export type MakeInput = () => { readonly input: ReportInput; readonly catalogue: Catalogue };

/** Makes the report's input when called; the units' figures are there before. */
export function longReport(root: string): MakeInput {
  const own = { path: "reports/dai.yaml", shownPath: "reports/dai.yaml", text: declaration() };
  const catalogue = loadCatalogue(declarationsIn(`${root}src/catalogue`), [own]);
  const report = catalogue.reports.get("dai");
  if (report === undefined) throw new Error("the long report is not declared");
  const basis = cluster(catalogue);
  const run = { taken: [], verdicts: [], findings: [], carried: [], aggregation: basis };
  const made = { created: "2025-12-05T02:30:00.000Z", toolVersion: "0" };
  return () => ({
    catalogue,
    input: reportInput(
      {
        report,
        period: basis.period,
        runs: [run],
        basis,
        otherTerritory: [],
        heading: "state",
        issuedUnder: "association",
        ...made,
      },
      catalogue,
    ),
  });
}

function cluster(catalogue: Catalogue): Aggregation {
  const units = [...treeAt(catalogue.register, AS_OF).units()]
    .filter(({ level }) => level === "commune")
    .slice(0, ROWS);
  const children = units.map((unit, index): ChildResult => {
    const { key, code, name, level } = unit;
    return { unit: { key, code, name, level }, receivedAs: "own-workbook", totals: figuresOf(unit, index, catalogue) };
  });
  const whole = "dai@2025-07-01" as const;
  const folded = GIVEN.map((code) => {
    const parts = children.flatMap(({ totals }) => totals.get(code) ?? []);
    return [code, foldTotals(whole, code, parts)] as const;
  });
  return {
    unit: { key: "dai", code: "dai", name: "Cụm thử", level: "grouping" },
    period: { kind: "year", year: 2025 },
    asOf: AS_OF,
    standing: "final",
    provisional: false,
    files: units.map(({ code }) => ({ path: `bai-nop/${code}.xlsx`, sha256: code })),
    coverage: { due: ROWS, received: ROWS, returned: 0, late: 0, missing: [], noAssociation: [] },
    totals: withTotalsOfTotals(whole, new Map(folded), catalogue),
    children,
    ownFunds: [],
    grassroots: children.map(({ unit }, file) => ({ unit, parent: undefined, receivedAs: "own-workbook", file })),
    findings: [],
  };
}

function figuresOf({ key }: Unit, place: number, catalogue: Catalogue): TotalsByIndicator {
  const places = new Map(GIVEN.map((code, index) => [code, index]));
  const folded = GIVEN.flatMap((code) => catalogue.indicators.get(code) ?? []);
  const facts = GIVEN.map((indicator, index): Fact => {
    const value = sizeOf(indicator) + ((place * 37 + index * 11) % 97);
    const source = { file: place, sheet: "01", cells: `H${10 + index}` };
    return {
      unit: key,
      indicator,
      holder: undefined,
      quantity: known(value),
      coverage: COMPLETE,
      estimate: false,
      explanation: "",
      source,
    };
  });
  return withTotalsOfTotals(key, leafTotals(key, facts, { folded, places, absent: () => undefined }), catalogue);
}

function sizeOf(code: string): number {
  if (code.startsWith("Q")) return MONEY;
  return SIZES[code] ?? (code.endsWith("_TS") ? 900 : 600);
}

function declaration(): string {
  const figure = (indicator: string, group: string): string =>
    `{ show: figure, indicator: ${indicator}, group: ${group}, heading: ${indicator} }`;
  const rank = (indicator: string): string => `{ show: rank, indicator: ${indicator}, heading: Thứ tự }`;
  const columns = [
    "{ show: number, heading: TT }",
    "{ show: name, heading: Đơn vị }",
    ...FIGURES.map((code) => figure(code, code.slice(0, 1) === "Q" ? "Quỹ" : "Hội")),
    figure("HV01R", "Tỉ lệ"),
    rank("HV01R"),
    figure("Q02R", "Bình quân"),
    "{ show: attainment, indicator: MH2_R1, heading: Đạt chỉ tiêu }",
    ...MODELS.flatMap(([code, name]) => ["_TS", "_CN", "_R1"].map((part) => figure(`${code}${part}`, name))),
  ];
  return `
- id: dai
  name: Báo cáo dài
  about: một bảng dài
  periods: [year]
  minimumCoverage: 0
  numberMark: BC
  title: Kết quả {kỳ}
  remark: (Để đo)
  recipients: []
  signer: [CHỦ TỊCH]
  pages:
    - { kind: charts, name: Biểu đồ, mark: Biểu đồ, title: Toàn cụm, charts: [{ kind: bars, title: Tỉ lệ, table: Toàn cụm, series: [{ name: Kết quả }] }] }
    - { kind: table, name: Các xã, mark: Biểu 01, title: Các xã, rows: { by: units }, columns: [${columns.join(", ")}] }
    - { kind: table, name: Toàn cụm, mark: Biểu 02, title: Toàn cụm, rows: { by: indicators, groups: [{ name: Mô hình, indicators: [MH2_R1, MH3_R1, MH5_R1, MH1_R1] }] }, columns: [{ show: name, heading: Chỉ tiêu }, { show: figure, heading: Năm nay }] }
`;
}
