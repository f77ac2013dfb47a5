// Notes put into a sender's own workbook: what they change, and that nothing else changes.

import { describe, expect, it } from "vitest";
import type { AnnotationPlan, CellNote } from "../../../src/model/annotation.js";
import { cellIndex, kindAt, shownText } from "../../../src/model/grid.js";
import { PackageDraft } from "../../../src/ooxml/package-draft.js";
import { ZipPackage } from "../../../src/ooxml/zip-package.js";
import { readWorkbook } from "../../../src/read/read-workbook.js";
import { annotateWorkbook } from "../../../src/write/annotate/annotate-workbook.js";
import { mapBook } from "../../../src/write/annotate/workbook-part.js";
import { textsOf } from "../../kit/grid-texts.js";
import { richParts } from "../../kit/rich-parts.js";
import { savedBySoffice, soffice } from "../../kit/soffice.js";
import { sheetPackage, zipPackage } from "../../kit/zip-package.js";

const RUN = "2018-01-15T02:30:00.000Z";
const FIGURES = "03 Mô hình học tập";

function noteAt(row: number, column: number, severity: CellNote["severity"], text: string): CellNote {
  return { sheet: FIGURES, cell: { row, column }, severity, text };
}

function planOf(notes: readonly CellNote[], replaces: readonly string[] = []): AnnotationPlan {
  const cells = [
    { column: 1, value: "Ô G5: không phải là số & <chưa rõ>", look: "text" as const },
    { column: 2, value: "G5", look: "link" as const, link: `'${FIGURES}'!G5` },
    { column: 3, value: null, look: "answer" as const },
  ];
  return {
    notes,
    replaces,
    list: {
      name: "Lỗi cần sửa",
      visibility: "visible",
      widths: [40, 10, 30],
      rows: [{ row: 1, cells }],
      merges: [],
      freeze: { rows: 0, columns: 0 },
      print: { landscape: true, repeatRows: undefined, footer: "", header: "" },
    },
  };
}

const NOTES = [noteAt(5, 7, "error", "Lỗi: không phải số."), noteAt(5, 6, "query", "Cần giải trình: vượt đăng ký.")];

function annotated(bytes: Uint8Array, plan: AnnotationPlan = planOf(NOTES)): Uint8Array {
  const copy = annotateWorkbook(bytes, plan, RUN);
  if (copy === undefined) throw new Error("not annotated");
  return copy;
}

function partText(bytes: Uint8Array, name: string): string {
  return new ZipPackage(bytes).read(name)?.toString("utf8") ?? "";
}

/** Names of parts whose packed bytes differ, and of those that came. */
function changedParts(before: Uint8Array, after: Uint8Array): { changed: string[]; added: string[]; lost: string[] } {
  const [old, now] = [new ZipPackage(before), new ZipPackage(after)];
  const same = (name: string): boolean => {
    const [a, b] = [old.find(name), now.find(name)];
    return a !== undefined && b !== undefined && old.packedBytes(a).equals(now.packedBytes(b));
  };
  return {
    changed: old.entries.map(({ name }) => name).filter((name) => now.find(name) !== undefined && !same(name)),
    added: now.entries.map(({ name }) => name).filter((name) => old.find(name) === undefined),
    lost: old.entries.map(({ name }) => name).filter((name) => now.find(name) === undefined),
  };
}

describe("a workbook with everything in it", () => {
  it.each(["xlsx", "xlsm"] as const)("%s: only the parts that must change do", (kind) => {
    const before = zipPackage(richParts({ kind }));
    expect(changedParts(before, annotated(before))).toEqual({
      changed: [
        "[Content_Types].xml",
        "xl/workbook.xml",
        "xl/_rels/workbook.xml.rels",
        "xl/worksheets/sheet2.xml",
        "xl/drawings/vmlDrawing1.vml",
        "xl/comments1.xml",
        "xl/styles.xml",
      ],
      added: ["xl/worksheets/sheet4.xml"],
      lost: [],
    });
  });

  it("changes of the sheet nothing but two formats and which sheet is open", () => {
    const parts = richParts();
    const before = String(parts.get("xl/worksheets/sheet2.xml"));
    const after = partText(annotated(zipPackage(parts)), "xl/worksheets/sheet2.xml");
    const undone = after
      .replace(/(<c r="F5" s=)"\d+"/, '$1"3"')
      .replace(/(<c r="G5" s=)"\d+"/, '$1"4"')
      .replace('tabSelected="0"', 'tabSelected="1"');
    expect(undone).toBe(before);
    expect(after).not.toBe(before);
  });

  it("keeps border, number format, font and protection of a marked cell and changes its fill", () => {
    const copy = annotated(zipPackage(richParts()));
    const style = /<c r="G5" s="(\d+)"/.exec(partText(copy, "xl/worksheets/sheet2.xml"))?.[1];
    const formats = partText(copy, "xl/styles.xml")
      .match(/<cellXfs[\s\S]*<\/cellXfs>/)?.[0]
      .match(/<xf [\s\S]*?(?:\/>|<\/xf>)/g);
    const format = formats?.[Number(style)] ?? "";
    expect(format).toContain('numFmtId="164" fontId="1"');
    expect(format).toContain('borderId="1"');
    expect(format).toContain('<protection locked="0"/>');
    const fill = /fillId="(\d+)"/.exec(format)?.[1];
    const fills = partText(copy, "xl/styles.xml")
      .match(/<fills[\s\S]*<\/fills>/)?.[0]
      .match(/<fill>[\s\S]*?<\/fill>/g);
    expect(fills?.[Number(fill)]).toContain('rgb="FFFFC7C9"');
    expect(partText(copy, "xl/styles.xml")).toContain(`<cellXfs count="${formats?.length}">`);
  });

  it("joins a note of somebody else, and leaves those where no fault stands", () => {
    const comments = partText(annotated(zipPackage(richParts())), "xl/comments1.xml");
    const [f5 = "", d4 = "", g5 = ""] = comments.match(/<comment [\s\S]*?<\/comment>/g) ?? [];
    expect(f5).toContain("Số của Sở");
    expect(f5).toContain("vượt đăng ký");
    expect(d4).toBe('<comment ref="D4" authorId="0"><text><r><t>Theo UBND tỉnh</t></r></text></comment>');
    expect(g5).toContain('ref="G5" authorId="1"');
  });

  it("gives each new note a box, and no id twice", () => {
    const shapes = partText(annotated(zipPackage(richParts())), "xl/drawings/vmlDrawing1.vml");
    const ids = [...shapes.matchAll(/<v:shape [^>]*id="(\w+)"/g)].map(([, id]) => id);
    expect(ids).toHaveLength(3);
    expect(new Set(ids).size).toBe(3);
    expect(shapes).toContain("<x:Row>4</x:Row><x:Column>6</x:Column>");
  });

  it("puts the list first and moves what belongs to a sheet by its place", () => {
    const book = partText(annotated(zipPackage(richParts())), "xl/workbook.xml");
    expect([...book.matchAll(/<sheet [^>]*name="([^"]+)"/g)].map(([, name]) => name)).toEqual([
      "Lỗi cần sửa",
      "00 Chung",
      FIGURES,
      "Biểu đồ",
    ]);
    expect(book).toContain('sheetId="10"');
    expect([...book.matchAll(/localSheetId="(\d)"/g)].map(([, place]) => place)).toEqual(["2", "3"]);
    expect(book).toContain('firstSheet="0" activeTab="0"');
  });

  it("opens on the sheet it opened on where that one has no fault: it keeps all its bytes", () => {
    const parts = richParts({ active: 0 });
    parts.set(
      "xl/worksheets/sheet2.xml",
      String(parts.get("xl/worksheets/sheet2.xml")).replace(' tabSelected="1"', ""),
    );
    parts.set(
      "xl/worksheets/sheet1.xml",
      String(parts.get("xl/worksheets/sheet1.xml")).replace("<sheetView ", '<sheetView tabSelected="1" '),
    );
    const copy = annotated(zipPackage(parts));
    expect(partText(copy, "xl/workbook.xml")).toContain('activeTab="1"');
    expect(partText(copy, "xl/worksheets/sheet1.xml")).toBe(parts.get("xl/worksheets/sheet1.xml"));
    expect(partText(copy, "xl/worksheets/sheet4.xml")).not.toContain("tabSelected");
  });

  it("reads back with the same values and formulas", () => {
    const before = readWorkbook(zipPackage(richParts()), "a.xlsx").value;
    const after = readWorkbook(annotated(zipPackage(richParts())), "a.xlsx").value;
    const [list, ...own] = after?.sheets ?? [];
    expect(list?.name).toBe("Lỗi cần sửa");
    for (const [index, sheet] of own.entries()) {
      expect([sheet].map(textsOf)).toEqual((before?.sheets ?? []).slice(index, index + 1).map(textsOf));
      expect([...sheet.numbers]).toEqual([...(before?.sheets[index]?.numbers ?? [])]);
      expect([...sheet.formulas]).toEqual([...(before?.sheets[index]?.formulas ?? [])]);
    }
  });
});

describe("a fault on a sheet out of sight", () => {
  it.each(["hidden", "veryHidden"])("%s: the sheet is shown, sheets without faults stay hidden", (state) => {
    const parts = richParts();
    const hidden = String(parts.get("xl/workbook.xml")).replace(/<sheet (?=[^>]*name="0)/g, `<sheet state="${state}" `);
    parts.set("xl/workbook.xml", hidden);
    const book = partText(annotated(zipPackage(parts)), "xl/workbook.xml");
    const stateOf = (name: string) => new RegExp(`<sheet state="(\\w+)" [^>]*name="${name}"`).exec(book)?.[1];
    expect([stateOf(FIGURES), stateOf("00 Chung")]).toEqual(["visible", state]);
  });
});

describe("a copy that comes back", () => {
  const first = annotated(zipPackage(richParts()));
  const mended = annotated(first, planOf([noteAt(5, 6, "query", "Cần giải trình: vượt đăng ký.")], ["Lỗi cần sửa"]));

  it("has one list, and one note where one fault is left", () => {
    expect(partText(mended, "xl/workbook.xml").match(/Lỗi cần sửa/g)).toHaveLength(1);
    const comments = partText(mended, "xl/comments1.xml");
    expect(comments.match(/khuyenhoc ▸/g)).toHaveLength(1);
    expect(comments).not.toContain('ref="G5"');
    expect(comments).toContain("Số của Sở");
    expect(partText(mended, "xl/drawings/vmlDrawing1.vml").match(/<v:shape /g)).toHaveLength(2);
  });

  it("gives a mended cell its own colour again", () => {
    expect(fillAt(mended, FIGURES, "G5")).toContain('<fgColor theme="4" tint="0.8"/>');
  });

  it("without its list loses the notes and colours of the earlier round all the same", () => {
    const parts = new ZipPackage(first);
    const book = partText(first, "xl/workbook.xml").replace(/<sheet [^>]*name="Lỗi cần sửa"[^>]*\/>/, "");
    const without = zipPackage(
      parts.entries.map(({ name }) => [name, name === "xl/workbook.xml" ? book : (parts.read(name) ?? "")] as const),
    );
    const again = annotated(without, planOf([{ ...noteAt(2, 1, "note", "xem [V-K05]"), sheet: "00 Chung" }]));
    expect(partText(again, "xl/comments1.xml")).not.toContain("khuyenhoc ▸");
    expect(partText(again, "xl/comments1.xml")).toContain("Số của Sở");
    expect(fillAt(again, FIGURES, "G5")).toContain('<fgColor theme="4" tint="0.8"/>');
    expect(partText(again, "xl/workbook.xml").match(/Lỗi cần sửa/g)).toHaveLength(1);
  });

  it("keeps what the sender wrote below a note", () => {
    const noted = annotated(zipPackage(richParts()), planOf([noteAt(5, 7, "error", "Lỗi: không phải số. [V-K05]")]));
    const archive = new ZipPackage(noted);
    const replied = zipPackage(
      archive.entries.map(({ name }) => {
        const xml = archive.read(name) ?? Buffer.of();
        const isComments = name === "xl/comments1.xml";
        return [name, isComments ? xml.toString("utf8").replace("[V-K05]", "[V-K05]\nSở đã xác nhận") : xml] as const;
      }),
    );
    for (const notes of [[], [noteAt(5, 7, "error", "Lỗi: vẫn chưa đúng. [V-K06]")]]) {
      const comments = partText(annotated(replied, planOf(notes, ["Lỗi cần sửa"])), "xl/comments1.xml");
      const [, , g5 = ""] = comments.match(/<comment [\s\S]*?<\/comment>/g) ?? [];
      expect(g5).toContain("Sở đã xác nhận");
      expect(g5).not.toContain("không phải số");
      expect(g5.match(/khuyenhoc ▸/g) ?? []).toHaveLength(notes.length);
    }
  });

  it("with all faults mended has no mark left at all", () => {
    const clean = annotated(first, planOf([], ["Lỗi cần sửa"]));
    expect(partText(clean, "xl/comments1.xml")).not.toContain("khuyenhoc ▸");
    expect(partText(clean, "xl/comments1.xml")).toContain("Số của Sở");
  });
});

describe("plainer packages", () => {
  it("a cell and a row that are not stored are put in where they belong", () => {
    const bytes = withTypes(sheetPackage('<row r="2"><c r="B2"><v>1</v></c><c r="D2"><v>2</v></c></row><row r="9"/>'));
    const at = (row: number, column: number): CellNote => ({
      sheet: "Trang 1",
      cell: { row, column },
      severity: "error",
      text: "trống",
    });
    const copy = annotated(bytes, planOf([at(2, 3), at(2, 5), at(4, 1), at(9, 2), at(12, 2)]));
    const sheet = partText(copy, "xl/worksheets/sheet1.xml");
    expect([...sheet.matchAll(/<(?:row|c) r="(\w+)"/g)].map(([, ref]) => ref)).toEqual(
      "2 B2 C2 D2 E2 4 A4 9 B9 12 B12".split(" "),
    );
    expect(sheet).toMatch(/<\/sheetData><legacyDrawing [^>]*r:id="\w+"\/><\/worksheet>$/);
    const grid = readWorkbook(copy, "a.xlsx").value?.sheets[1];
    expect(grid === undefined ? "" : shownText(grid, cellIndex(grid, 2, 4))).toBe("2");
  });

  it("elements with a prefix get new ones with the same", () => {
    const plain = new ZipPackage(
      withTypes(sheetPackage('<row r="1"><c r="A1"><v>1</v></c></row>', { styles: STYLES })),
    );
    const parts = plain.entries.map(({ name }) => {
      const xml = plain.read(name)?.toString("utf8") ?? "";
      const isMain = name.includes("worksheets/") || name.endsWith("styles.xml") || name.endsWith("workbook.xml");
      return [name, isMain ? xml.replace(/<(\/?)(?=[a-z])/g, "<$1x:").replace("xmlns=", "xmlns:x=") : xml] as const;
    });
    const copy = annotated(zipPackage(parts), planOf([{ ...noteAt(1, 2, "note", "xem"), sheet: "Trang 1" }]));
    expect(partText(copy, "xl/worksheets/sheet1.xml")).toMatch(/<x:c r="B1" s="\d+"\/>/);
    expect(partText(copy, "xl/styles.xml")).not.toMatch(/<[a-wyz]/);
    const grid = readWorkbook(copy, "a.xlsx").value?.sheets[1];
    expect(grid === undefined ? "" : kindAt(grid, cellIndex(grid, 1, 1))).toBe("number");
  });

  it.each([
    ["no package", Buffer.from("a;b;c\n1;2;3")],
    ["a package without a workbook", zipPackage([["x.txt", "a"]])],
    ["a workbook that breaks off", zipPackage(new Map([...richParts(), ["xl/workbook.xml", "<workbook><sheets>"]]))],
  ])("%s is left alone", (_name, bytes) => {
    expect(annotateWorkbook(bytes, planOf([]), RUN)).toBeUndefined();
  });
});

describe("a package as openpyxl lays it out", () => {
  it("takes notes in its own comment and drawing parts, whose names and absolute targets differ", () => {
    const parts = richParts();
    const renamed = [
      ["xl/comments1.xml", "xl/comments/comment1.xml"],
      ["xl/drawings/vmlDrawing1.vml", "xl/drawings/commentsDrawing1.vml"],
    ] as const;
    for (const [name, next] of renamed) {
      parts.set(next, parts.get(name) ?? "");
      parts.delete(name);
    }
    const links = "xl/worksheets/_rels/sheet2.xml.rels";
    const types = "[Content_Types].xml";
    parts.set(
      links,
      String(parts.get(links))
        .replace("../comments1.xml", "/xl/comments/comment1.xml")
        .replace("../drawings/vmlDrawing1.vml", "/xl/drawings/commentsDrawing1.vml"),
    );
    parts.set(types, String(parts.get(types)).replace("/xl/comments1.xml", "/xl/comments/comment1.xml"));
    const before = zipPackage(parts);
    const copy = annotated(before);
    expect(changedParts(before, copy).added).toEqual(["xl/worksheets/sheet4.xml"]);
    expect(partText(copy, "xl/comments/comment1.xml").match(/khuyenhoc ▸/g)).toHaveLength(2);
    expect(partText(copy, "xl/drawings/commentsDrawing1.vml").match(/<v:shape /g)).toHaveLength(3);
  });

  it("without comments and formats gets both, declared and linked", () => {
    const before = withTypes(sheetPackage('<row r="1"><c r="A1"><v>1</v></c></row>'));
    const copy = annotated(before, planOf([{ ...noteAt(1, 1, "note", "xem"), sheet: "Trang 1" }]));
    const types = partText(copy, "[Content_Types].xml");
    for (const part of ["xl/comments1.xml", "xl/styles1.xml", "xl/worksheets/sheet2.xml"]) {
      expect(types).toContain(`PartName="/${part}"`);
      expect(partText(copy, part)).not.toBe("");
    }
    expect(types).toContain('Extension="vml"');
    expect(partText(copy, "xl/worksheets/_rels/sheet1.xml.rels")).toContain('Target="/xl/comments1.xml"');
  });
});

describe.skipIf(soffice === undefined)("LibreOffice", () => {
  it("opens the copy with all values, and what it saves takes notes again", () => {
    const saved = savedBySoffice(annotated(zipPackage(richParts())), "xlsx:Calc MS Excel 2007 XML");
    const book = readWorkbook(saved, "a.xlsx").value;
    const sheet = book?.sheets.find(({ name }) => name === FIGURES);
    const shown = (row: number, column: number): string =>
      sheet === undefined ? "" : shownText(sheet, cellIndex(sheet, row, column));
    expect([shown(5, 4), shown(5, 7), shown(5, 8), shown(5, 9)]).toEqual(["262000", "119/127", "127", "119"]);
    expect(book?.sheets.map(({ name }) => name)).toEqual(["Lỗi cần sửa", "00 Chung", FIGURES, "Biểu đồ"]);
    const again = annotated(saved, planOf(NOTES.slice(1), ["Lỗi cần sửa"]));
    const texts = new ZipPackage(again).entries.filter(({ name }) => /comments\d*\.xml$/.test(name));
    const comments = texts.map(({ name }) => partText(again, name)).join("");
    expect(comments.match(/khuyenhoc ▸/g)).toHaveLength(1);
    expect(comments).toContain("Số của Sở");
    // What LibreOffice keeps of a mark is known again, and a mended cell loses it.
    const mended = annotated(saved, planOf([], ["Lỗi cần sửa"]));
    expect(fillAt(saved, FIGURES, "G5")).toContain("FFC7C9");
    expect(fillAt(mended, FIGURES, "G5")).toContain('patternType="none"');
    expect(savedBySoffice(again, "csv:Text - txt - csv (StarCalc)").length).toBeGreaterThan(0);
  }, 120_000);
});

/** The fill of a cell's format, as XML. */
function fillAt(bytes: Uint8Array, sheet: string, cell: string): string {
  const part = mapBook(new PackageDraft(bytes)).sheets.find(({ name }) => name === sheet)?.part ?? "";
  const style = Number(new RegExp(`<c r="${cell}" s="(\\d+)"`).exec(partText(bytes, part))?.[1]);
  const styles = partText(bytes, "xl/styles.xml");
  const format = /<cellXfs[\s\S]*<\/cellXfs>/.exec(styles)?.[0].match(/<xf [\s\S]*?(?:\/>|<\/xf>)/g)?.[style] ?? "";
  const fill = Number(/fillId="(\d+)"/.exec(format)?.[1]);
  return /<fills[\s\S]*<\/fills>/.exec(styles)?.[0].match(/<fill>[\s\S]*?<\/fill>/g)?.[fill] ?? "";
}

const STYLES =
  '<fonts count="1"><font/></fonts><fills count="1"><fill><patternFill patternType="none"/></fill></fills><borders count="1"><border/></borders><cellXfs count="1"><xf/></cellXfs>';

/** The package with the part that says of what type its parts are, which reading alone does not need. */
function withTypes(bytes: Uint8Array): Uint8Array {
  const archive = new ZipPackage(bytes);
  const types = '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>';
  return zipPackage([
    ["[Content_Types].xml", types],
    ...archive.entries.map(({ name }) => [name, archive.read(name)?.toString("utf8") ?? ""] as const),
  ]);
}
