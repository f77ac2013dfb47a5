// What stops a workbook: headings that fit two fields, required columns that are absent, nothing known at all.

import { describe, expect, test } from "vitest";
import { fieldsOf } from "../../src/model/form.js";
import { createRecogniser } from "../../src/recognise/create-recogniser.js";
import { shippedCatalogue } from "../kit/catalogue.js";
import { exampleForm, fieldsFromText } from "../kit/example-catalogue.js";
import { gridFromTable, workbookOf } from "../kit/grid-from-table.js";
import { columnsOf, marks, recognise } from "./recognised.js";

const sheet = (table: string, name = "01 Tổ chức - Hội viên") => gridFromTable(table, { name });

describe("V-K12", () => {
  test("two columns for one field: both are named and neither is used", () => {
    const { value, findings } = recognise(
      sheet(`
        | STT | Tên chi hội, ban | Hội viên đầu kỳ | Hội viên cuối kỳ | Giảm | Tổng số hội viên |
        | 1 | Chi hội thôn 1 | 50 | 60 | 1 | 61 |`),
    );
    expect(marks(findings)).toEqual([["V-K12", "F1"]]);
    expect(Object.fromEntries(findings[0]?.values ?? [])).toEqual({
      ô: "D1, F1",
      "tiêu đề": "Hội viên cuối kỳ",
      a: "cột D",
      b: "cột F",
    });
    const [table] = value.tables;
    expect(table === undefined ? [] : columnsOf(table)).toEqual(["A row.number", "B row.name", "C HV00", "E HV03"]);
    expect(table?.unknownColumns.map(({ column }) => column)).toEqual([4, 6]);
  });

  test("a heading that fits two fields alike names both and is not used", () => {
    const fields = fieldsFromText(`
      row.name! | identity | Tên chi hội, ban
      HV01 | indicator | Hội viên (người)
      HV05 | indicator | Hội viên (đảng viên)
      HV04 | indicator | Nữ`);
    const form = exampleForm(
      { id: "BM01", name: "Hội viên", sheet: "01", hasMoney: false },
      { grain: "branch", fields },
    );
    const recognised = createRecogniser({ ...shippedCatalogue(), forms: new Map([[form.id, form]]) })(
      workbookOf(sheet("| Tên chi hội, ban | Nữ | Hội viên |\n| Chi hội thôn 1 | 30 | 60 |")),
      "BC.xlsx",
    );
    expect(marks(recognised.findings)).toEqual([["V-K12", "C1"]]);
    expect(Object.fromEntries(recognised.findings[0]?.values ?? [])).toEqual({
      ô: "C1",
      "tiêu đề": "Hội viên",
      a: "«Hội viên (người)»",
      b: "«Hội viên (đảng viên)»",
    });
    expect(recognised.value.tables.map(columnsOf)).toEqual([["A row.name", "B HV04"]]);
  });

  test("a percent that does not say whose is left out, not refused", () => {
    const { value, findings } = recognise(
      sheet(
        `
        | STT | Tên chi hội, ban | Gia đình học tập | < | Tỉ lệ công nhận trên tổng số (%) |
        | ^ | ^ | Tổng số | Công nhận | ^ |
        | 1 | Chi hội thôn 1 | 50 | 40 | 80 |`,
        "03 Mô hình học tập",
      ),
    );
    expect(marks(findings)).toEqual([["V-K11", "E1"]]);
    expect(value.tables[0]?.unknownColumns.map(({ column }) => column)).toEqual([5]);
  });

  test("a column read whole goes before one read in part", () => {
    const { value, findings } = recognise(
      sheet(`
        | STT | Tên chi hội, ban | Hội viên cuối kỳ | Giảm | Tham khảo | < |
        | ^ | ^ | ^ | ^ | Hội viên cuối kỳ | Điện thoại |
        | 1 | Chi hội thôn 1 | 60 | 0 | 55 | 0905 |`),
    );
    expect(marks(findings)).toEqual([["V-K11", "E2"]]);
    expect(value.tables.map(columnsOf)).toEqual([["A row.number", "B row.name", "C HV01", "D HV03"]]);
  });

  test("what is only compared is no reason to return a workbook", () => {
    const { findings } = recognise(
      sheet(`
        | STT | Tên chi hội, ban | Dân số | Dân số | Hội viên đầu kỳ | Hội viên cuối kỳ |
        | 1 | Chi hội thôn 1 | 400 | 410 | 50 | 60 |`),
    );
    expect(marks(findings)).toEqual([["V-K11", "D1"]]);
  });
});

describe("V-K01", () => {
  test("a required column is absent; five headings and the number of the others are shown", () => {
    const { findings } = recognise(
      sheet(`
        | STT | Tên chi hội, ban | Hình thức | Loại | Dân số | Số hộ | Hội viên đầu kỳ | Mới kết nạp |
        | 1 | Chi hội thôn 1 | chi hội | thôn | 400 | 90 | 50 | 3 |`),
    );
    expect(marks(findings)).toEqual([["V-K01", "01 Tổ chức - Hội viên"]]);
    expect(findings[0]?.values.get("cột")).toBe("Hội viên cuối kỳ");
    expect(findings[0]?.values.get("ds")).toBe("STT, Tên chi hội, ban, Hình thức, Loại, Dân số và 3 cột khác");
  });

  test("a column that clashes is not also absent", () => {
    const { findings } = recognise(
      sheet(`
        | STT | Tên chi hội, ban | Hội viên đầu kỳ | Hội viên cuối kỳ | Hội viên cuối kỳ |
        | 1 | Chi hội thôn 1 | 50 | 60 | 61 |`),
    );
    expect(marks(findings)).toEqual([["V-K12", "E1"]]);
  });

  test("a table whose name column is not known is found by its figures and asked for it", () => {
    const { value, findings } = recognise(
      sheet(`
        | STT | Danh mục | Dân số | Số hộ | Hội viên đầu kỳ | Mới kết nạp | Giảm | Hội viên cuối kỳ |
        | 1 | Chi hội thôn 1 | 400 | 90 | 50 | 3 | 0 | 53 |`),
    );
    expect(value.tables.length).toBe(1);
    const [table] = value.tables;
    const name =
      table === undefined ? undefined : fieldsOf(table.form, table.grain).find(({ code }) => code.endsWith(".name"));
    expect(findings.map(({ code, label }) => [code, label])).toEqual([["V-K01", name?.heading]]);
  });

  const models = (headings: string, below: string) =>
    recognise(
      sheet(
        `| STT | Tên chi hội, ban | ${headings} |\n| ^ | ^ | ${below} |\n| 1 | Chi hội thôn 1 | 5 | 4 | 3 | 2 |`,
        "03 Mô hình học tập",
      ),
    ).findings;

  test("one complete model is enough", () => {
    expect(models("Gia đình học tập | < | Dòng họ học tập | <", "Tổng số | Công nhận | Tổng số | Đăng ký")).toEqual([]);
  });

  test("no complete model: the one nearest to it is named", () => {
    const findings = models("Gia đình học tập | < | Dòng họ học tập | <", "Tổng số | Đăng ký | Đăng ký | Ghi chú");
    expect(findings.map(({ code, field }) => [code, field])).toEqual([
      ["V-K11", undefined],
      ["V-K01", "MH2_CN"],
    ]);
  });

  const cover = '| Mã đơn vị | "19429" |\n| Tên đơn vị | Xã Hướng Phùng |\n| Kỳ báo cáo | năm 2022 |';
  const fund = (title: string) => `
    | ${title} | | | | |
    | STT | Tên chi hội, ban, quỹ | Số dư đầu kỳ | Vận động: tiền | Số dư cuối kỳ |
    | 1 | Chi hội thôn 1 | 5 | 4 | 9 |`;

  test("the unit of money is no missing label: V-K04 asks for it where an amount stands without one", () => {
    expect(recognise(sheet(cover, "00 Chung"), sheet(fund("BIỂU 02"), "02 Quỹ")).findings).toEqual([]);
  });

  test("a cover without the unit's code is asked for it, unless a title line gives it", () => {
    const partly = "| Tên đơn vị | Xã Hướng Phùng |\n| Kỳ báo cáo | năm 2022 |\n| Dân số | 5400 |";
    expect(recognise(sheet(partly, "00 Chung")).findings.map(({ field }) => field)).toEqual(["unit.code"]);
    const titled = `| Mã đơn vị: 19429 | | | |
      | STT | Tên chi hội, ban | Hội viên đầu kỳ | Hội viên cuối kỳ |
      | 1 | Chi hội thôn 1 | 50 | 60 |`;
    expect(recognise(sheet(partly, "00 Chung"), sheet(titled)).findings).toEqual([]);
  });

  test("no cover at all is no fault of the headings", () => {
    expect(
      recognise(
        sheet("| STT | Tên chi hội, ban | Hội viên đầu kỳ | Hội viên cuối kỳ |\n| 1 | Chi hội thôn 1 | 5 | 6 |"),
      ).findings,
    ).toEqual([]);
  });
});

describe("V-K11", () => {
  test("a workbook without any known form shows what looked like headings", () => {
    const { value, findings } = recognise(
      gridFromTable("| Họ tên | Ngày sinh | Số tài khoản |\n| Hồ Văn Lâm | 1960 | 123 |", { name: "Lương" }),
    );
    expect(marks(findings)).toEqual([["V-K11", ""]]);
    expect(findings[0]?.values.get("tệp")).toBe("BC2022_HuongPhung.xlsx");
    expect(findings[0]?.values.get("ds")).toBe('Họ tên, Ngày sinh, dòng 1 trang "Lương" (1 ô khác)');
    expect(value.unused.map(({ name }) => name)).toEqual(["Lương"]);
  });

  test("an empty workbook says so", () => {
    expect(recognise(gridFromTable("")).findings[0]?.values.get("ds")).toBe("(không có)");
  });
});
