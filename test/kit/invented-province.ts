// A province's workbook over invented communes, as the province's office would type it: one row per commune, amounts in
// whole đồng, and its own fund.

import type { Book } from "../../fixtures/kit/book.js";
import { CUT_OFF } from "../../fixtures/kit/cluster-2022.js";
import { type CommuneReport, type Figures, totalsOf } from "../../fixtures/kit/commune-figures.js";
import { type FormRow, type Layout, type Sender, upperBook } from "../../fixtures/kit/submission-book.js";
import { vietnameseDate } from "../../src/model/iso-date.js";
import type { Unit } from "../../src/model/unit.js";
import { type CoverWords, senderWith } from "./invented-commune.js";

export interface ProvinceContent {
  readonly communes: readonly CommuneReport[];
  readonly ownFund?: Figures;
  /** Figures of the province's own cover. */
  readonly cover?: Figures;
}

/** The workbook of a province (or, with `words`, of whoever the cover names). Forms without a row are left out. */
export function provinceBook(
  province: Pick<Unit, "code" | "name">,
  content: ProvinceContent,
  layout: Layout,
  words: CoverWords = {},
): Book {
  const rows = content.communes.map((report, index): FormRow => rowOf(report, index + 1));
  const funds = content.ownFund === undefined ? [] : [fundRow(province.name, content.ownFund, rows.length + 1)];
  const sender = { ...senderWith(senderOf(province), words), cover: content.cover ?? new Map<string, number>() };
  const { sheets } = upperBook(rows, funds, sender, layout);
  return { sheets: sheets.filter((sheet) => sheet.kind === "cover" || sheet.rows.length > 1) };
}

function rowOf(report: CommuneReport, number: number): FormRow {
  const texts = new Map<string, string | number>([
    ["row.number", number],
    ["unit.code", report.code],
    ["unit.name", report.name],
  ]);
  return { texts, figures: new Map([...totalsOf(report), ["TC04", 0]]) };
}

function fundRow(name: string, figures: Figures, number: number): FormRow {
  const texts = new Map<string, string | number>([
    ["row.number", number],
    ["unit.name", `Quỹ khuyến học ${name.replace(/^Tỉnh/, "tỉnh")}`],
    ["holder", "tỉnh"],
  ]);
  return { texts, figures };
}

function senderOf({ code, name }: Pick<Unit, "code" | "name">): Sender {
  return {
    issuer: `HỘI KHUYẾN HỌC ${name.toUpperCase()}`,
    identity: new Map<string, string | number>([
      ["unit.code", code],
      ["unit.name", name],
      ["unit.level", "tỉnh"],
      ["period", "Năm 2022"],
      ["asOf", vietnameseDate(CUT_OFF)],
      ["standing", "ước tính"],
      ["moneyUnit", "đồng"],
      ["revision", 1],
    ]),
    periodLine: "Năm 2022 — số liệu ước tính đến ngày 30/11/2022",
    moneyUnit: "đồng",
    moneyFactor: 1,
    signature: ["Nguyễn Thị Minh", "Trần Văn Hòa"],
  };
}
