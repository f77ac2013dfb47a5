// report: from files of one or several periods to a signed-off workbook.

import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { provinceBooks } from "../../fixtures/kit/province-over-time.js";
import { layoutOf } from "../../fixtures/kit/shipped-layout.js";
import { writeBook } from "../../fixtures/kit/write-book.js";
import { shippedCatalogue } from "../kit/catalogue.js";
import { expectRecalculatedAlike } from "../kit/recalculated.js";
import { runCli } from "../kit/run-cli.js";
import { scratchFolder } from "../kit/scratch-folder.js";
import { soffice } from "../kit/soffice.js";
import { type WrittenReport, writtenReport } from "../kit/written-report.js";

const folder = scratchFolder();
const CLUSTER = ["fixtures/cum-4-2022/bai-nop", "--unit", "cum-4", "--config", "fixtures/cum-4-2022/khuyenhoc.yaml"];
const MONTHS = "fixtures/giao-ban-2024/bai-nop";
const OFFICE = ["--config", "fixtures/giao-ban-2024/khuyenhoc.yaml"];
const YEARS = "fixtures/binh-thuan-2018-2024/bai-nop";

/** Workbooks of two provinces for 2024 and 2025. */
async function twoYears(before: string, after: string): Promise<readonly string[]> {
  const catalogue = shippedCatalogue();
  const figures = { months: 12, branches: 900, raised: 9_000_000_000, families: 0.6, citizens: 0.3 };
  const made = [
    [before, { ...figures, file: "2024", words: "Năm 2024", asOf: "2024-12-31", members: 90_000 }],
    [after, { ...figures, file: "2025", words: "Năm 2025", asOf: "2025-12-31", members: 99_000 }],
  ] as const;
  const paths: string[] = [];
  for (const [code, period] of made) {
    const series = { code, population: 900_000, seed: 7, periods: [period] };
    for (const book of provinceBooks(series, catalogue.register, layoutOf(catalogue)).values()) {
      const path = join(folder, `${before}-${after}-${period.file}.xlsx`);
      writeFileSync(path, await writeBook(book));
      paths.push(path);
    }
  }
  return paths;
}

const MERGED = "fixtures/sap-nhap-2025";

/** An office whose own report puts the communes beside what their territory had a year before. */
async function officeWithReport(): Promise<string> {
  const office = join(folder, "van-phong");
  mkdirSync(join(office, "khai-bao/reports"), { recursive: true });
  writeFileSync(join(office, "khuyenhoc.yaml"), "khai-bao: khai-bao\n");
  writeFileSync(
    join(office, "khai-bao/reports/so-nam.yaml"),
    `
- id: so-nam
  name: So hai năm
  about: từng xã hai năm
  periods: [year]
  minimumCoverage: 0
  numberMark: BC
  title: Hai năm
  remark: (Thử)
  recipients: []
  signer: [CHỦ TỊCH]
  pages:
    - kind: table
      name: Từng xã
      mark: Biểu 01
      title: Từng xã
      rows: { by: units }
      columns:
        - { show: name, heading: Đơn vị }
        - { show: figure, indicator: HV01, heading: Năm nay }
        - { show: figure, indicator: HV01, when: last-year, heading: Năm trước }
        - { show: change, indicator: HV01, against: last-year, heading: "Tăng, giảm" }
`,
  );
  return join(office, "khuyenhoc.yaml");
}

/** The third cell of the row that begins with `label`. */
function cellOf(report: WrittenReport, label: string): string {
  return `C${report.lines("Từng xã").findIndex((line) => line.startsWith(`${label} |`)) + 1}`;
}

function written(name: string, ...words: readonly string[]): Promise<WrittenReport> {
  return writtenReport(words, join(folder, `${name}.xlsx`));
}

/** The cells of the row that has a cell `label`; of decimals the first six. */
function row(report: WrittenReport, sheet: string, label: string): readonly string[] {
  const line = report.lines(sheet).find((one) => one.split(" | ").includes(label));
  return (line?.split(" | ") ?? []).map((cell) => cell.replace(/(\.\d{6})\d+$/, "$1"));
}

describe("cum", () => {
  it("prints what Cụm IV published for 2022", async () => {
    const report = await written("cum", "cum", ...CLUSTER);
    const text = report.lines("Báo cáo").join("\n");
    expect(text).toContain("1.522 tổ chức hội khuyến học cơ sở, 47.682 chi hội, ban khuyến học");
    expect(text).toContain("tổng số hội viên hơn 2,6 triệu người");
    expect(text).toContain("vận động được hơn 656 tỉ đồng");
    expect(text).toContain("bằng 26,44 % dân số");
    expect(row(report, "01 Tổ chức, hội viên, quỹ", "Tỉnh Quảng Trị").slice(0, 8)).toEqual([
      "5",
      "Tỉnh Quảng Trị",
      "127",
      "3426",
      "650170",
      "206689",
      "0.317899",
      "1",
    ]);
    expect(report.exit).toBe(0);
  });

  it("tells a number once where its short form is the number itself", async () => {
    const commune = "fixtures/tinh-quang-tri-2022/bai-nop/19441-huong-phung.xlsx";
    const text = (await written("cum xã", "cum", commune, ...CLUSTER.slice(3))).lines("Báo cáo").join("\n");
    expect(text).toContain("tổng số hội viên 1.399 người, bằng 31,43 % dân số");
    expect(text).toContain("vận động được gần 322 triệu đồng (321.684.000 đồng)");
  });

  it("is not written for four provinces of five, but as provisional", async () => {
    const four = ["38-thanh-hoa", "40-nghe-an", "42-ha-tinh", "44-quang-binh"].map(
      (name) => `fixtures/cum-4-2022/bai-nop/${name}.xlsx`,
    );
    const words = ["cum", ...four, ...CLUSTER.slice(1)];
    const refused = await runCli(["report", ...words, "--out", join(folder, "bon.xlsx")]);
    expect([refused.exit, refused.err]).toEqual([1, expect.stringContaining("mới có 4/5 đơn vị, dưới mức 100 %")]);
    const report = await written("bốn", ...words, "--provisional");
    expect(report.lines("Báo cáo").join("\n")).toContain("SỐ LIỆU TẠM TÍNH (4/5 tỉnh)");
  });
});

describe("quy", () => {
  const asked = ["quy", MONTHS, ...OFFICE, "--period", "2024-Q2"];

  it("folds months: flows are added, stocks are the last, rates are computed anew", async () => {
    const report = await written("quy", ...asked);
    expect(row(report, "01 Tổng hợp", "Tổng số hội viên").slice(3, 10)).toEqual([
      "259520",
      "259520",
      "251840",
      "251840",
      "0.030495",
      "262000",
      "0.990534",
    ]);
    expect(row(report, "01 Tổng hợp", "Vận động trong kỳ").slice(3, 8)).toEqual([
      "7981937000",
      "17151937000",
      "6825000000",
      "14735000000",
      "0.164026",
    ]);
    expect(row(report, "03 Thiếu báo cáo", "Phường Hòa Minh")[2]).toBe("chưa nộp: T5/2024");
  });

  it("says that a month is missing and gives no sum for it", async () => {
    const files = ["04", "06"].map((month) => `${MONTHS}/2024-${month}.xlsx`);
    const words = ["quy", ...files, ...OFFICE, "--period", "2024-Q2"];
    const refused = await runCli(["report", ...words]);
    expect([refused.exit, refused.err]).toEqual([1, expect.stringContaining("thiếu hẳn số liệu của tháng 5 năm 2024")]);
    const report = await written("thiếu tháng", ...words, "--provisional");
    expect(row(report, "01 Tổng hợp", "Vận động trong kỳ").slice(3, 5)).toEqual(["…", "…"]);
    expect(row(report, "01 Tổng hợp", "Tổng số hội viên")[3]).toBe("259520");
    expect(report.lines("Báo cáo").join("\n")).toContain("Quý II năm 2024 chưa đủ kỳ: thiếu tháng 5 năm 2024.");
  });

  it.skipIf(soffice === undefined)("keeps every value when LibreOffice computes it anew", async () => {
    const report = await written("tính lại", ...asked);
    expect(expectRecalculatedAlike(report.bytes)).toBeGreaterThan(300);
  });
});

describe("thang, nam, mo-hinh", () => {
  it("thang takes one month and what went before it in the year", async () => {
    const report = await written("tháng", "thang", MONTHS, ...OFFICE, "--period", "2024-04");
    expect(row(report, "01 Tổng hợp", "Vận động trong kỳ").slice(3, 5)).toEqual(["2660000000", "11830000000"]);
  });

  it("nam compares with the year before and with targets, and names their document", async () => {
    const report = await written("năm", "nam", YEARS, "--period", "2024");
    const text = report.lines("Báo cáo").join("\n");
    expect(text).toContain("Tổng số hội viên 267.409 người");
    expect(text).toContain("1.829 chi hội, ban khuyến học");
    expect(text).toContain("tăng 9.172 người (tăng 3,6 %) so với năm 2023");
    expect(text).toContain("còn thiếu 3.213 hộ so với chỉ tiêu 70 % (Quyết định 387/QĐ-TTg, năm 2025)");
  });

  it("mo-hinh gives both denominators", async () => {
    const report = await written("mô hình", "mo-hinh", YEARS, "--period", "2024");
    const [, , total, registered, recognised, ofTotal, ofRegistered] = row(report, "01 Quyết định 387", "Tổng cộng");
    expect(Number(ofTotal)).toBeCloseTo(Number(recognised) / Number(total), 5);
    expect(Number(ofRegistered)).toBeCloseTo(Number(recognised) / Number(registered), 5);
  });
});

describe("kl49", () => {
  it("reviews five years: flows added, stocks at the end, nothing where there was no programme", async () => {
    const report = await written("kl49", "kl49", YEARS);
    const text = report.lines("Báo cáo").join("\n");
    expect(text).toContain("Tổng số hội viên 267.409 người, đạt 21,24 % dân số, tăng 46.069 hội viên");
    expect(text).toContain("1.829 chi hội và ban khuyến học, tăng 217 so với năm 2018");
    expect(text).toContain("Trong giai đoạn 2019–2024 vận động được hơn 151 tỉ đồng");
    for (const part of ["PHẦN I.", "PHẦN II.", "PHẦN III.", "PHẦN IV."]) expect(text).toContain(part);
    expect(row(report, "PL2 Tổ chức, hội viên", "Giai đoạn 2019–2024")[10]).toBe("267409");
    expect(row(report, "PL3 Quỹ", "Giai đoạn 2019–2024")[4]).toBe("151485000000");
    const models = report.lines("PL4 Mô hình học tập");
    expect(
      models
        .find((line) => line.startsWith("Năm 2021"))
        ?.split(" | ")
        .slice(10),
    ).toEqual(["—", "—"]);
    const broken = models.findIndex((line) => line.startsWith("Từ năm 2022: Quyết định 387/QĐ-TTg"));
    expect(models[broken - 1]?.startsWith("Năm 2021")).toBe(true);
    expect(row(report, "PL5 Chỉ tiêu", "Gia đình học tập: tỉ lệ công nhận trên tổng số").slice(4, 7)).toEqual([
      "0.7",
      "Chưa đạt",
      "3213",
    ]);
  });
});

describe("the first page", () => {
  it("carries the heading of the State, or that of the Party where it is asked for", async () => {
    const heads = await Promise.all(
      [[], ["--party-layout"]].map(async (option, index) => {
        const report = await written(`thể thức ${index}`, "nam", YEARS, "--period", "2024", ...option);
        return report.lines("Báo cáo").slice(1, 5).join("\n");
      }),
    );
    expect(heads[0]).toMatch(
      /CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM[\s\S]*Độc lập - Tự do - Hạnh phúc[\s\S]*Số: ………\/BC-HKH/,
    );
    expect(heads[1]).toMatch(/ĐẢNG CỘNG SẢN VIỆT NAM[\s\S]*Số ………-BC\/HKH/);
    expect(heads[1]).not.toContain("CỘNG HÒA");
  });

  it("stands under the association above, or under the People's Committee where the office says so", async () => {
    const config = join(folder, "uy-ban.yaml");
    writeFileSync(config, "co-quan-tren: uy-ban\n");
    const above = async (name: string, ...words: readonly string[]) =>
      (await written(name, ...words))
        .lines("Báo cáo")
        .slice(1, 3)
        .map((line) => line.split(" | ")[0]);
    expect(await above("hội trên", "nam", YEARS, "--period", "2024")).toEqual([
      "HỘI KHUYẾN HỌC VIỆT NAM",
      "HỘI KHUYẾN HỌC TỈNH BÌNH THUẬN",
    ]);
    expect(await above("ủy ban", "nam", YEARS, "--period", "2024", "--config", config)).toEqual([
      "ỦY BAN NHÂN DÂN TỈNH BÌNH THUẬN",
      "HỘI KHUYẾN HỌC",
    ]);
  });

  it("of a commune goes without tables of units, since none report to it", async () => {
    const commune = "fixtures/tinh-quang-tri-2022/bai-nop/19441-huong-phung.xlsx";
    const report = await written("xã", "nam", commune, "--config", "fixtures/cum-4-2022/khuyenhoc.yaml");
    expect(() => report.lines("01 Tổ chức, hội viên")).toThrow();
    const text = report.lines("Báo cáo").join("\n");
    expect(text).toContain("Xã Hướng Phùng có 24 chi hội, ban khuyến học (18 chi hội, 6 ban).");
    expect(text).not.toContain("hội cấp xã");
    expect(row(report, "07 So chỉ tiêu", "Tổng số hội viên")[4]).toMatch(/^\d+$/);
  });
});

describe("over 1/7/2025", () => {
  it("compares a province that stayed", async () => {
    const stayed = await written("còn nguyên", "nam", ...(await twoYears("38", "38")), "--period", "2025");
    expect(row(stayed, "07 So chỉ tiêu", "Tổng số hội viên").slice(3, 5)).toEqual(["90000", "99000"]);
  });

  it("restates the old provinces to the new one, commune by commune, and traces it to both", async () => {
    const config = await officeWithReport();
    const words = ["so-nam", MERGED, "--unit", "44", "--period", "2025", "--provisional", "--config", config];
    const report = await written("quy đổi", ...words);
    const members = (name: string) => row(report, "Từng xã", name).slice(1);
    expect(members("Tổng cộng")).toEqual(["3555", "3485", "70"]);
    expect(members("Xã Dân Hóa")).toEqual(["2254", "2196", "58"]);
    expect(members("Xã Ba Lòng")).toEqual(["1301", "1289", "12"]);
    expect(members("Xã Tân Thành")).toEqual(["…", "…", "…"]);
    const text = report.lines("Từng xã").join("\n");
    expect(text).toContain("Số liệu năm 2024 đã quy đổi về địa bàn hiện nay (lập từ: Tỉnh Quảng Bình, Tỉnh Quảng Trị)");
    expect(text).toMatch(/Không tính được số năm 2024 của .* xã khác: thiếu số liệu của đơn vị cũ\./);
    const traced = await runCli(["trace", join(folder, "quy đổi.xlsx"), `Từng xã!${cellOf(report, "Xã Dân Hóa")}`]);
    expect(traced.out).toContain("44-quang-binh.xlsx");
    expect(traced.out).toMatch(/2\.196/);
  });
});

describe("an output of aggregate", () => {
  it("is figures of a period like any other", async () => {
    const inputs = await Promise.all(
      ["2023", "2024"].map(async (year) => {
        const out = join(folder, `tổng hợp ${year}.xlsx`);
        await runCli(["aggregate", `${YEARS}/${year}.xlsx`, "--out", out]);
        return out;
      }),
    );
    const direct = await written("trực tiếp", "nam", YEARS, "--period", "2024");
    const report = await written("qua tổng hợp", "nam", ...inputs, "--period", "2024");
    expect(report.lines("07 So chỉ tiêu")).toEqual(direct.lines("07 So chỉ tiêu"));
    expect(report.lines("01 Tổ chức, hội viên")).toEqual(direct.lines("01 Tổ chức, hội viên"));
  });
});

describe("what cannot be written", () => {
  it("tells what is wrong with files of which none tells its period", async () => {
    const { exit, out, err } = await runCli(["report", "nam", "README.md"]);
    expect([exit, out, err]).toEqual([
      3,
      expect.stringContaining("README.md"),
      expect.stringContaining("không tệp nào cho biết đơn vị và kỳ báo cáo"),
    ]);
  });

  it.each([
    ["an unknown report", ["report", "tuan", MONTHS], /Không có báo cáo «tuan»\.[\s\S]*thang \(báo cáo tháng\)/],
    ["a report without files", ["report", "thang"], /Chưa ghi tệp hoặc thư mục nào/],
    [
      "a year for a monthly report",
      ["report", "thang", MONTHS, "--period", "2024"],
      /Báo cáo tháng không lập cho năm 2024/,
    ],
    ["a period that is not told", ["report", "thang", MONTHS], /Các tệp thuộc nhiều kỳ/],
    [
      "a period without files",
      ["report", "nam", YEARS, "--period", "2030"],
      /Không có tệp nào cho số liệu của năm 2030/,
    ],
  ])("%s is answered with what to type", async (_what, words, message) => {
    const { exit, err } = await runCli(words);
    expect([exit, err.replace(/\s+/g, " ")]).toEqual([2, expect.stringMatching(message)]);
  });
});

describe("what is said of several periods", () => {
  it("names the period of what concerns a whole run, once for each", async () => {
    const paths = await twoYears("38", "38");
    const out = join(folder, "hai-nam.xlsx");
    const run = await runCli(["report", "nam", ...paths, "--unit", "cum-4", "--period", "2025", "--out", out]);
    const heads = run.out.split("\n").filter((line) => line.startsWith("Cả đợt báo cáo"));
    expect(heads).toEqual(["Cả đợt báo cáo năm 2024 — cần giải trình", "Cả đợt báo cáo năm 2025 — cần giải trình"]);
    expect(run.out.match(/Kéo theo: Số liệu tổng hợp từ/gu)).toHaveLength(2);
  });

  it("is asked for by the later period where there are as many files of each", async () => {
    const paths = await twoYears("40", "40");
    const { exit, err } = await runCli(["validate", ...paths]);
    expect([exit, err]).toEqual([2, expect.stringContaining("ví dụ: --period 2025.")]);
  });
});
