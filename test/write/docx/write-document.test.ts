// The parts of a Word document: what a reader of the paper, and Word itself, rely on.

import { describe, expect, it } from "vitest";
import { documentOf } from "../../../src/lay-out/document/document-of.js";
import { layOutReport } from "../../../src/lay-out/report/lay-out-report.js";
import type { DocumentPlan } from "../../../src/model/document-plan.js";
import { ZipPackage } from "../../../src/ooxml/zip-package.js";
import { writeDocument } from "../../../src/write/docx/write-document.js";
import { exampleReportCatalogue, exampleReportInput } from "../../kit/example-report.js";

const PLAN = documentOf(layOutReport(exampleReportInput(), exampleReportCatalogue()));

function partOf(bytes: Uint8Array, name: string): string {
  return new ZipPackage(bytes).read(name)?.toString("utf8") ?? "";
}

function planWith(text: string): DocumentPlan {
  const blocks = [{ kind: "paragraph", text, look: "body", isIndented: true } as const];
  const section = { name: "Trang", isLandscape: false, numbersFirst: false, stamp: "", blocks };
  return { mark: "", title: text, creator: "khuyenhoc", created: "2025-12-05T02:30:00.000Z", sections: [section] };
}

/** Elements of a kind with what stands in them. */
function elements(xml: string, name: string): readonly string[] {
  return xml.match(new RegExp(`<${name}[ >].*?</${name}>`, "gs")) ?? [];
}

const bytes = writeDocument(PLAN);
const document = partOf(bytes, "word/document.xml");

describe("a Word document", () => {
  it("is the same bytes again, dated by the run and not by the clock", () => {
    expect(Buffer.from(writeDocument(PLAN)).equals(Buffer.from(bytes))).toBe(true);
    expect(partOf(bytes, "docProps/core.xml")).toContain(">2025-12-05T02:30:00Z</dcterms:created>");
  });

  it("lies on A4 with the margins of Nghị định 30, annexes across where they are wide", () => {
    const papers = document.match(/<w:pgSz [^>]*>/g);
    expect(papers?.[0]).toBe('<w:pgSz w:w="11906" w:h="16838"/>');
    expect(papers?.[1]).toBe('<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>');
    expect(new Set(document.match(/<w:pgMar [^>]*>/g))).toEqual(
      new Set([
        '<w:pgMar w:top="1134" w:right="850" w:bottom="1134" w:left="1701" w:header="567" w:footer="567" w:gutter="0"/>',
      ]),
    );
  });

  it("numbers pages at the top in the middle, the first one not, and stamps every page", () => {
    const heads = new ZipPackage(bytes).entries.filter(({ name }) => name.startsWith("word/header"));
    const texts = heads.map(({ name }) => partOf(bytes, name));
    expect(texts.every((text) => text.includes("SỐ LIỆU TẠM TÍNH (2/3 xã)"))).toBe(true);
    expect(partOf(bytes, "word/header-1-first.xml")).not.toContain("PAGE");
    expect(partOf(bytes, "word/header-1-numbered.xml")).toMatch(/<w:tab\/>.*PAGE.*<w:tab\/>/);
    expect(document.match(/<w:titlePg\/>/g)).toHaveLength(1);
  });

  it("keeps the notes of a table with its last rows, as a row without lines", () => {
    const tables = elements(document, "w:tbl").filter((table) => table.includes("Ghi chú:"));
    expect(tables.length).toBeGreaterThan(1);
    for (const table of tables) {
      const rows = elements(table, "w:tr");
      expect(rows.filter((row) => row.includes("Ghi chú:"))).toEqual(rows.slice(-1));
      expect(rows.at(-1)).toContain('<w:bottom w:val="nil"/>');
      expect(rows.at(-2)).toContain("<w:keepNext/>");
    }
    expect(document).not.toMatch(/<\/w:tbl><w:sectPr/);
  });

  it("repeats the headings of a table and splits no row", () => {
    const [units = ""] = elements(document, "w:tbl").filter((table) => table.includes("Từng đơn vị"));
    const rows = elements(units, "w:tr");
    expect(rows.filter((row) => row.includes("<w:tblHeader/>"))).toHaveLength(3);
    expect(rows.filter((row) => row.includes("<w:cantSplit/>"))).toHaveLength(rows.length);
    expect(units).toContain("34,89%");
    expect(units).toContain("612.340.000");
    expect(units).toContain("+100");
  });

  it("gives every row of a table the columns of its grid", () => {
    for (const table of elements(document, "w:tbl")) {
      const columns = table.match(/<w:gridCol /g)?.length;
      for (const row of elements(table, "w:tr")) {
        const spans = elements(row, "w:tc").map((cell) => Number(/gridSpan w:val="(\d+)"/.exec(cell)?.[1] ?? "1"));
        expect(spans.reduce((sum, span) => sum + span, 0)).toBe(columns);
      }
    }
  });

  it("takes text as text, without what XML forbids, and keeps what Excel alone would escape", () => {
    const written = partOf(writeDocument(planWith('Quỹ "A" & <B>\u0001 _x0041_')), "word/document.xml");
    expect(written).toContain("Quỹ &quot;A&quot; &amp; &lt;B&gt; _x0041_</w:t>");
  });

  it("leads to every part it has, and has every part it leads to", () => {
    const parts = new ZipPackage(bytes).entries
      .map(({ name }) => name)
      .filter((name) => /^(?:word|docProps)\/[^_]/.test(name));
    const links = ["_rels/.rels", "word/_rels/document.xml.rels"].map((name) => partOf(bytes, name)).join("");
    const targets = [...links.matchAll(/Target="\/([^"]+)"/g)].map(([, target]) => target);
    expect([...targets].sort()).toEqual([...parts].sort());
  });
});
