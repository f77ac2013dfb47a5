// A province's year by hand: two communes counted, one returned, one without an association, one fund of its own.
// The figures are invented; each kind of quantity, an estimate and an explanation are in it.

import type { AggregateReport } from "../../src/lay-out/aggregate-report.js";
import type { Aggregation, ChildResult, ReceivedAs, UnitRef } from "../../src/model/aggregation.js";
import { ABSENT, addCoverage, COMPLETE, type Coverage, NOT_DUE } from "../../src/model/coverage.js";
import type { Total, TotalsByIndicator } from "../../src/model/fact.js";
import type { Finding } from "../../src/model/finding.js";
import { addQuantities, known, missing, notApplicable, type Quantity } from "../../src/model/quantity.js";
import type { CellTally } from "../../src/model/submission.js";
import type { Unit } from "../../src/model/unit.js";
import { EXAMPLE_INDICATORS, EXAMPLE_UNITS } from "./example-catalogue.js";

const { province, dongHa, huongPhung, laoBao, conCo } = EXAMPLE_UNITS;

/** A unit as outputs name it. */
export function refOf({ key, code, name, level }: Unit): UnitRef {
  return { key, code, name, level };
}

const CODES = EXAMPLE_INDICATORS.filter((one) => one.ratio === undefined).map((one) => one.code);

interface LeafInput {
  readonly unit: Unit;
  readonly file: number | undefined;
  /** Known figures by indicator; all others are `otherwise`. */
  readonly figures: Readonly<Record<string, number>>;
  readonly otherwise: Quantity;
  readonly coverage: Coverage;
  readonly explanation?: string;
  readonly estimates?: readonly string[];
}

/** Totals of a unit that reported itself. Amounts of the fund belong to the holder «chi hội, ban», but for what «xã» holds. */
function leaf(input: LeafInput): TotalsByIndicator {
  const totals = CODES.map((code): Total => {
    const value = input.figures[code];
    const quantity = value === undefined ? input.otherwise : known(value);
    const coverage = coverageOf(quantity, input.coverage);
    const estimate = input.estimates?.includes(code) ?? false;
    const byHolder = code.startsWith("Q") && value !== undefined ? halves(value) : new Map<string, Quantity>();
    const source = input.file === undefined ? undefined : { file: input.file, sheet: "01", cells: "H12" };
    const explanation = code === "HV01" ? (input.explanation ?? "") : "";
    const fact = {
      unit: input.unit.key,
      indicator: code,
      holder: undefined,
      quantity,
      coverage,
      estimate,
      explanation,
    };
    const facts = source === undefined ? [] : [{ ...fact, source }];
    return {
      unit: input.unit.key,
      indicator: code,
      operation: "reported",
      quantity,
      coverage,
      estimate,
      byHolder,
      parts: [],
      facts,
    };
  });
  return withRatios(input.unit, totals);
}

function coverageOf(quantity: Quantity, whenKnown: Coverage): Coverage {
  if (quantity.kind === "missing") return ABSENT;
  return quantity.kind === "known" ? whenKnown : NOT_DUE;
}

function halves(value: number): ReadonlyMap<string, Quantity> {
  const own = Math.floor(value / 4);
  return new Map([
    ["xã", known(own)],
    ["chi hội, ban", known(value - own)],
  ]);
}

/** Totals of the province over its parts. */
function fold(unit: Unit, parts: readonly TotalsByIndicator[]): TotalsByIndicator {
  const totals = CODES.map((code): Total => {
    const below = parts.flatMap((part) => part.get(code) ?? []);
    const quantity = addQuantities(below.map((part) => part.quantity));
    const coverage = addCoverage(below.map((part) => part.coverage));
    const estimate = below.some((part) => part.estimate);
    return {
      unit: unit.key,
      indicator: code,
      operation: "sum",
      quantity,
      coverage,
      estimate,
      byHolder: new Map(),
      parts: below,
      facts: [],
    };
  });
  return withRatios(unit, totals);
}

function withRatios(unit: Unit, totals: readonly Total[]): TotalsByIndicator {
  const all = new Map(totals.map((total) => [total.indicator, total]));
  for (const { code, ratio } of EXAMPLE_INDICATORS) {
    if (ratio === undefined) continue;
    const [of, over] = [all.get(ratio.of), all.get(ratio.over)];
    if (of === undefined || over === undefined) continue;
    const quantity =
      of.quantity.kind === "known" && over.quantity.kind === "known"
        ? known(of.quantity.value / over.quantity.value)
        : addQuantities([of, over].map((part) => part.quantity).filter((part) => part.kind !== "known"));
    all.set(code, {
      ...of,
      unit: unit.key,
      indicator: code,
      operation: "ratio",
      quantity,
      byHolder: new Map(),
      parts: [of, over],
      facts: [],
    });
  }
  return all;
}

function child(unit: Unit, receivedAs: ReceivedAs, totals: TotalsByIndicator): ChildResult {
  return { unit: refOf(unit), receivedAs, totals };
}

const DONG_HA = leaf({
  unit: dongHa,
  file: 0,
  figures: {
    TC02: 1,
    HV01: 18_250,
    HV04: 9_120,
    HV05: 2_480,
    DS01: 52_310,
    Q02: 402_500_000,
    Q02a: 385_000_000,
    Q02b: 17_500_000,
    Q07: 612_340_000,
    MH2_TS: 13_020,
    MH2_CN: 9_875,
  },
  otherwise: notApplicable("not-on-form"),
  coverage: COMPLETE,
  explanation: "Tăng do sáp nhập ba phường từ 01/7/2025",
});
const HUONG_PHUNG = leaf({
  unit: huongPhung,
  file: 1,
  figures: {
    TC02: 1,
    HV01: 1_504,
    HV04: 0,
    DS01: 9_612,
    Q02: 36_000_000,
    Q02a: 36_000_000,
    Q02b: 0,
    Q07: 21_750_000,
    MH2_TS: 2_105,
    MH2_CN: 611,
  },
  otherwise: missing("blank"),
  coverage: COMPLETE,
  estimates: ["HV01"],
});
const LAO_BAO = leaf({ unit: laoBao, file: undefined, figures: {}, otherwise: missing("rejected"), coverage: ABSENT });
const CON_CO = leaf({
  unit: conCo,
  file: undefined,
  figures: {},
  otherwise: notApplicable("no-association"),
  coverage: NOT_DUE,
});
const OWN_FUND = leaf({
  unit: province,
  file: 3,
  figures: { Q02: 1_250_000_000, Q02a: 1_250_000_000, Q07: 3_480_120_500 },
  otherwise: notApplicable("not-on-form"),
  coverage: NOT_DUE,
});

/** The example, with what a test changes. */
export function exampleAggregation(changes: Partial<Aggregation> = {}): Aggregation {
  const totals = new Map(fold(province, [DONG_HA, HUONG_PHUNG, LAO_BAO, CON_CO, OWN_FUND]));
  const communes = totals.get("TC01");
  if (communes !== undefined)
    totals.set("TC01", { ...communes, operation: "reported", quantity: known(78), coverage: COMPLETE });
  const children = [
    child(dongHa, "own-workbook", DONG_HA),
    child(huongPhung, "own-workbook", HUONG_PHUNG),
    child(laoBao, "returned", LAO_BAO),
    child(conCo, "no-association", CON_CO),
  ];
  return {
    unit: refOf(province),
    period: { kind: "year", year: 2025 },
    asOf: "2025-11-30",
    standing: "final",
    provisional: false,
    files: ["Phuong Dong Ha.xlsx", "Xa Huong Phung.xlsx", "Lao Bao - lan 1.xlsx", "VP Tinh hoi.xlsx"].map(
      (name, index) => ({
        path: `bao-cao-2025/${name}`,
        sha256: String(index).repeat(64),
      }),
    ),
    coverage: { due: 3, received: 2, returned: 1, late: 0, missing: [], noAssociation: [refOf(conCo)] },
    totals: withRatios(
      province,
      [...totals.values()].filter((total) => total.operation !== "ratio"),
    ),
    children,
    ownFunds: [{ holder: "tỉnh", name: "Quỹ khuyến học tỉnh Quảng Trị", totals: OWN_FUND }],
    grassroots: children.map(({ unit, receivedAs }, index) => ({
      unit,
      parent: refOf(province),
      receivedAs,
      file: receivedAs === "no-association" ? undefined : index,
    })),
    findings: [],
    ...changes,
  };
}

const FINDING: Finding = {
  id: "F0001",
  code: "V-H03",
  severity: "error",
  place: { file: "bao-cao-2025/Lao Bao - lan 1.xlsx", sheet: "01 Tổ chức - Hội viên", cell: { row: 9, column: 12 } },
  unit: laoBao.key,
  unitName: undefined,
  field: "HV04",
  label: "Nữ",
  found: "61",
  expected: "60",
  difference: 1,
  message: "Nữ (61) lớn hơn Hội viên cuối kỳ (60).",
  why: "Hội viên nữ là một phần của tổng số hội viên.",
  fix: "Sửa số ghi nhầm ở L9 hoặc K9.",
  rule: "V-H03.nu",
  cause: undefined,
};

const SHEET = "01 Tổ chức - Hội viên";
const TALLIES: readonly CellTally[] = [
  { seen: 412, used: 412, listed: [] },
  {
    seen: 260,
    used: 251,
    listed: [
      { sheet: SHEET, cells: "A1", reason: "dòng đầu trang, không phải số liệu", count: 1 },
      { sheet: SHEET, cells: "A31:C33", reason: "phần ký tên, nơi nhận", count: 6 },
      { sheet: SHEET, cells: "A3", reason: "dòng đầu trang, không phải số liệu", count: 1 },
      { sheet: "Nháp", cells: "A1:B2", reason: "trang không nhận ra biểu nào", count: 1 },
    ],
  },
  { seen: 98, used: 98, listed: [] },
  { seen: 55, used: 55, listed: [] },
];

/** The example as a report to be laid out. */
export function exampleReport(changes: Partial<AggregateReport> = {}): AggregateReport {
  return {
    aggregation: exampleAggregation(),
    findings: [FINDING],
    carried: [],
    verdicts: ["accepted", "accepted", "returned", "accepted"],
    tallies: TALLIES,
    created: "2025-12-05T02:30:00.000Z",
    toolVersion: "0.1.0",
    ...changes,
  };
}
