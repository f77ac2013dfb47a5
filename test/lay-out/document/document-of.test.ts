// The document is the workbook's pages in another order of things: no word lost, none added, every column covered.

import { describe, expect, it } from "vitest";
import { documentOf } from "../../../src/lay-out/document/document-of.js";
import { layOutReport } from "../../../src/lay-out/report/lay-out-report.js";
import type { DocumentBlock } from "../../../src/model/document-plan.js";
import { exampleReportCatalogue, exampleReportInput } from "../../kit/example-report.js";

const plan = layOutReport(exampleReportInput(), exampleReportCatalogue());
const { sections } = documentOf(plan);

type Content = string | number;

function contentsOf(block: DocumentBlock): readonly (Content | null)[] {
  switch (block.kind) {
    case "paragraph":
      return [block.text];
    case "sides":
      return block.rows.flatMap(([left, right]) => [left.text, right.text]);
    case "table":
      return [...block.head, ...block.body].flatMap((row) => row.map(({ value }) => value));
    case "chart":
      return [];
  }
}

function counted(contents: readonly (Content | null)[]): readonly string[] {
  return contents
    .map((one) =>
      String(one ?? "")
        .replace(/[\u2003\u00a0 ]+/g, " ")
        .trim(),
    )
    .filter((text) => text !== "")
    .sort();
}

describe("a document", () => {
  it("has the pages that are printed and signed, not the working sheets", () => {
    expect(sections.map(({ name }) => name)).toEqual(["Báo cáo", "Đơn vị", "Chỉ tiêu", "Các năm", "Biểu đồ", "Thiếu"]);
    expect(sections.map(({ isLandscape }) => isLandscape)).toEqual([false, true, true, true, false, false]);
    expect(sections.map(({ numbersFirst }) => numbersFirst)).toEqual([false, true, true, true, true, true]);
  });

  it.each(sections.map((section) => [section.name, section] as const))(
    "%s says what its sheet says",
    (name, section) => {
      const sheet = plan.sheets.find((one) => one.name === name);
      const planned = sheet?.rows.flatMap(({ cells }) => cells.filter(({ look }) => look !== "unseen")) ?? [];
      expect(counted(section.blocks.flatMap(contentsOf))).toEqual(counted(planned.map(({ value }) => value)));
    },
  );

  it("covers every column of every row of a table once", () => {
    const tables = sections.flatMap(({ blocks }) => blocks.filter((block) => block.kind === "table"));
    expect(tables.map(({ caption }) => caption)).toEqual([
      "Từng đơn vị, năm 2025",
      "Từng chỉ tiêu",
      "Qua các năm",
      "Thiếu báo cáo",
    ]);
    for (const { head, body, widths } of tables) {
      const rows = [...head, ...body];
      const covered = rows.map(() => new Array<number>(widths.length).fill(0));
      rows.forEach((row, place) => {
        for (const { column, across, down } of row) {
          for (const line of covered.slice(place, place + down)) {
            for (let at = column - 1; at < column - 1 + across; at += 1) line[at] = (line[at] ?? Number.NaN) + 1;
          }
        }
      });
      expect(new Set(covered.flat())).toEqual(new Set([1]));
    }
  });

  it("has the charts of its sheet", () => {
    const charts = sections.flatMap(({ blocks }) => blocks.filter((block) => block.kind === "chart"));
    expect(charts.map(({ chart }) => chart.title)).toEqual([
      "Hội viên (người)",
      "Vận động (tỉ đồng)",
      "So kế hoạch",
      "Tỉ lệ hội viên",
    ]);
  });

  it("rules off the issuer, but not in the Party's documents, where a star stands", () => {
    const party = { ...exampleReportInput(), heading: "party" as const };
    const heads = [plan, layOutReport(party, exampleReportCatalogue())].map(
      (one) => documentOf(one).sections[0]?.blocks[0],
    );
    expect(heads).toMatchObject([
      { kind: "sides", ruled: 1, rows: { length: 3 } },
      { kind: "sides", ruled: undefined, rows: { length: 4 } },
    ]);
  });

  it("keeps the recipients and the signature as two sides of one block", () => {
    const foot = sections[0]?.blocks.at(-1);
    expect(foot).toMatchObject({ kind: "sides", isStacked: true });
    expect(contentsOf(foot ?? { kind: "paragraph", text: "", look: "plain", isIndented: false }).slice(0, 4)).toEqual([
      "Nơi nhận:",
      "TM. BAN THƯỜNG VỤ",
      "- Hội cấp trên;",
      "CHỦ TỊCH",
    ]);
  });
});
