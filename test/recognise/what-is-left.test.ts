// What a recognised workbook says beside its forms: sheets in which nothing was found, how its dates are counted.

import { describe, expect, test } from "vitest";
import type { Grid } from "../../src/model/grid.js";
import type { RecognisedWorkbook } from "../../src/model/recognised.js";
import { createRecogniser } from "../../src/recognise/create-recogniser.js";
import { shippedCatalogue } from "../kit/catalogue.js";
import { gridFromTable, workbookOf } from "../kit/grid-from-table.js";
import { recognise } from "./recognised.js";

const cover = gridFromTable(`| Mã đơn vị | "19429" |\n| Kỳ báo cáo | năm 2022 |\n| Dân số | 5400 |`, {
  name: "00 Chung",
});
const table = gridFromTable(
  "| STT | Tên chi hội, ban | Hội viên đầu kỳ | Hội viên cuối kỳ |\n| 1 | Chi hội thôn 1 | 50 | 60 |",
  { name: "01 Hội viên" },
);
const titles = gridFromTable("| BÁO CÁO CÔNG TÁC KHUYẾN HỌC |\n| Kỳ báo cáo: năm 2022 |", { name: "Bìa" });
const letter = gridFromTable("| Kính gửi: Hội Khuyến học tỉnh |", { name: "Thư" });

/** Names of sheets by where they are found. */
function placesOf({ tables, pairs, titles: stated, unused }: RecognisedWorkbook) {
  const names = (items: readonly { readonly grid: Grid }[]) => [...new Set(items.map(({ grid }) => grid.name))];
  return {
    tables: names(tables),
    pairs: names(pairs),
    titles: names(stated),
    unused: unused.map(({ name }) => name),
  };
}

describe("every sheet is somewhere", () => {
  test("a sheet of title lines that the cover says already is listed as unused", () => {
    expect(placesOf(recognise(cover, titles, table, letter).value)).toEqual({
      tables: ["01 Hội viên"],
      pairs: ["00 Chung"],
      titles: [],
      unused: ["Bìa", "Thư"],
    });
  });

  test("title lines that say something new keep their sheet", () => {
    const revision = gridFromTable("| Năm 2022 |\n| Lần nộp: 2 |", { name: "Bìa" });
    const { value } = recognise(cover, revision, table);
    expect(placesOf(value).unused).toEqual([]);
    expect(value.titles.map(({ code, grid }) => [code, grid.name])).toEqual([["revision", "Bìa"]]);
  });
});

test.each([true, false])("a workbook that counts its dates from 1904 says so: %s", (date1904) => {
  const book = { ...workbookOf(cover), date1904 };
  expect(createRecogniser(shippedCatalogue())(book, "BC2022_HuongPhung.xlsx").value.date1904).toBe(date1904);
});

describe("a sheet that nobody writes", () => {
  const NAMES = "| Tên chi hội, ban | Hội viên đầu kỳ | Hội viên cuối kỳ |";

  test("a row of more headings than any form has is none, and the headings are listed once each", () => {
    const heading = (count: number) => `${NAMES}${" Dân số |".repeat(count - 3)}\n| Chi hội thôn 1 | 50 | 60 |`;
    expect(recognise(gridFromTable(heading(600))).value.tables).toHaveLength(1);
    const { value, findings } = recognise(gridFromTable(heading(601)));
    expect(value.tables).toEqual([]);
    expect(findings.map(({ code, values }) => [code, values.get("ds")])).toEqual([
      ["V-K11", "Tên chi hội, ban, Hội viên đầu kỳ, Hội viên cuối kỳ, Dân số"],
    ]);
  });

  test("the thousandth table of a sheet is the last, and that is an error", () => {
    const heading = (place: number) =>
      place % 2 === 0 ? NAMES : "| Tên chi hội, ban | Hội viên kết nạp mới | Hội viên ra khỏi Hội |";
    const tables = (count: number) =>
      gridFromTable(
        Array.from({ length: count }, (_, place) => `${heading(place)}\n| Chi hội ${place} | 50 | 60 |`).join("\n"),
      );
    const limits = (count: number) =>
      recognise(tables(count)).findings.flatMap(({ code, values }) =>
        code === "V-K15" ? [`${values.get("giới hạn")}: ${values.get("số")}`] : [],
      );
    expect(limits(3)).toEqual([]);
    expect(limits(1_200)).toEqual(["số bảng trên một trang: 1.000"]);
  });
});

describe("a column of no form", () => {
  const foundBeside = (typed: string) => {
    const text = `| STT | Tên chi hội, ban | Hội viên đầu kỳ | Hội viên cuối kỳ | Số lạ |\n| 1 | Chi hội thôn 1 | 50 | 60 | "${typed}" |`;
    const { findings } = recognise(cover, gridFromTable(text, { name: "01 Hội viên" }));
    return findings.filter(({ code }) => code === "V-K11").map(({ found }) => found);
  };

  test.each(["33", "1.522", "12,345"])("is named where it holds figures typed as text: %s", (typed) => {
    expect(foundBeside(typed)).toEqual(["Số lạ"]);
  });

  test.each(["0912345678", "đã nộp", "thôn 3"])("needs no word where it holds remarks: %s", (typed) => {
    expect(foundBeside(typed)).toEqual([]);
  });
});
