// Columns under titles from before 2016: asked about once for each title, never taken for the titles of today.

import { describe, expect, it } from "vitest";
import { addressText } from "../../src/model/cell-address.js";
import { gridFromTable } from "../kit/grid-from-table.js";
import { recognise } from "./recognised.js";

const COVER = gridFromTable(`| Mã đơn vị | "19429" |\n| Kỳ báo cáo | năm 2022 |`, { name: "00 Chung" });

function found(headings: readonly string[]) {
  const figures = headings.slice(2).map((_, index) => String(10 + index));
  const table = gridFromTable(`| ${headings.join(" | ")} |\n| 1 | Chi hội thôn 1 | ${figures.join(" | ")} |`, {
    name: "03 Mô hình học tập",
  });
  const { value, findings } = recognise(COVER, table);
  const asked = findings.filter(({ code }) => code === "V-M08");
  return {
    codes: value.tables.flatMap(({ columns }) => columns.map(({ field }) => field.code)),
    asked: asked.map(({ place, values }) => [place.cell && addressText(place.cell), values.get("mới")]),
  };
}

const NAMES = ["STT", "Tên chi hội, ban"];

describe("former titles", () => {
  it("are asked about at their first column, and give no figure", () => {
    const { codes, asked } = found([
      ...NAMES,
      "Gia đình học tập Đăng ký",
      "Số gia đình hiếu học đăng ký",
      "Số gia đình hiếu học được công nhận",
      "Dòng họ khuyến học",
    ]);
    expect(asked).toEqual([
      ["D1", "Gia đình học tập"],
      ["F1", "Dòng họ học tập"],
    ]);
    expect(codes.filter((code) => code.startsWith("MH"))).toEqual(["MH2_DK"]);
  });

  it("are not seen in the titles of today", () => {
    expect(found([...NAMES, "Gia đình học tập Đăng ký", "Dòng họ học tập Đăng ký"]).asked).toEqual([]);
  });
});
