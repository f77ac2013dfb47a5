// A faulty cell with a conversation of Excel 365: the note is a reply in it, and what people wrote there stays.

import { describe, expect, it } from "vitest";
import type { AnnotationPlan } from "../../../src/model/annotation.js";
import { ZipPackage } from "../../../src/ooxml/zip-package.js";
import { readWorkbook } from "../../../src/read/read-workbook.js";
import { annotateWorkbook } from "../../../src/write/annotate/annotate-workbook.js";
import { richParts } from "../../kit/rich-parts.js";
import { savedBySoffice, soffice } from "../../kit/soffice.js";
import { zipPackage } from "../../kit/zip-package.js";

const RUN = "2018-01-15T09:30:00.500+07:00";
const FIGURES = "03 Mô hình học tập";
const LIST = "Lỗi cần sửa";
const SPACE = "http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments";
const LINK = "http://schemas.microsoft.com/office/2017/10/relationships";
const THREADS = "xl/threadedComments/threadedComment1.xml";
const PERSONS = "xl/persons/person.xml";
const THU_HA = "{11111111-2222-4333-8444-555555555555}";
const AT_F5 = "{A0000000-0000-4000-8000-00000000000F}";
const AT_D4 = "{A0000000-0000-4000-8000-00000000000D}";

function said(ref: string, id: string, text: string, parent = ""): string {
  const place = parent === "" ? "" : ` parentId="${parent}"`;
  return `<threadedComment ref="${ref}" dT="2017-12-30T01:02:03.45" personId="${THU_HA}" id="${id}"${place}><text>${text}</text></threadedComment>`;
}

const CONVERSATION = [
  said("F5", AT_F5, "Số của Sở"),
  said("F5", "{B0000000-0000-4000-8000-00000000000F}", "Sở đã xem", AT_F5),
  said("D4", AT_D4, "Theo UBND tỉnh"),
];

/** The rich workbook, its two notes made threads as Excel writes them; without `persons` nobody is known to it. */
function threaded(persons: "persons" | "nobody" = "persons"): Uint8Array {
  const parts = richParts();
  const change = (name: string, from: string | RegExp, to: string): void => {
    parts.set(name, String(parts.get(name)).replace(from, to));
  };
  change("xl/comments1.xml", "<author>Thu Hà</author>", `<author>tc=${AT_F5}</author><author>tc=${AT_D4}</author>`);
  change("xl/comments1.xml", 'ref="D4" authorId="0"', 'ref="D4" authorId="1"');
  change("xl/comments1.xml", "Số của Sở", "[Threaded comment]\n\nComment:\n    Số của Sở");
  const link = (id: string, type: string, target: string): string =>
    `<Relationship Id="${id}" Type="${LINK}/${type}" Target="${target}"/></Relationships>`;
  const sheetLinks = "xl/worksheets/_rels/sheet2.xml.rels";
  change(sheetLinks, "</Relationships>", link("rId4", "threadedComment", "../threadedComments/threadedComment1.xml"));
  const types = [[THREADS, "threadedcomments"] as const, [PERSONS, "person"] as const];
  const declared = types.map(
    ([part, type]) => `<Override PartName="/${part}" ContentType="application/vnd.ms-excel.${type}+xml"/>`,
  );
  change("[Content_Types].xml", "</Types>", `${declared.join("")}</Types>`);
  parts.set(THREADS, `<ThreadedComments xmlns="${SPACE}">${CONVERSATION.join("")}</ThreadedComments>`);
  if (persons === "nobody") return zipPackage(parts);
  change("xl/_rels/workbook.xml.rels", "</Relationships>", link("rId8", "person", "persons/person.xml"));
  const thuHa = `<person displayName="Thu Hà" id="${THU_HA}" userId="thuha" providerId="None"/>`;
  parts.set(PERSONS, `<personList xmlns="${SPACE}">${thuHa}</personList>`);
  return zipPackage(parts);
}

const F5 = { row: 5, column: 6 };
const G5 = { row: 5, column: 7 };

function annotated(bytes: Uint8Array, notes: readonly (readonly [typeof F5, string])[], replaces: string[] = []) {
  const plan: AnnotationPlan = {
    notes: notes.map(([cell, text]) => ({ sheet: FIGURES, cell, severity: "error", text })),
    replaces,
    list: {
      name: LIST,
      visibility: "visible",
      widths: [40],
      rows: [{ row: 1, cells: [{ column: 1, value: "Lỗi", look: "text" }] }],
      merges: [],
      freeze: { rows: 0, columns: 0 },
      print: { landscape: true, repeatRows: undefined, footer: "", header: "" },
    },
  };
  const copy = annotateWorkbook(bytes, plan, RUN);
  if (copy === undefined) throw new Error("not annotated");
  return copy;
}

function partText(bytes: Uint8Array, name: string): string {
  return new ZipPackage(bytes).read(name)?.toString("utf8") ?? "";
}

function conversation(bytes: Uint8Array): string[] {
  return partText(bytes, THREADS).match(/<threadedComment [\s\S]*?<\/threadedComment>/g) ?? [];
}

const BEFORE = threaded();
const FIRST = annotated(BEFORE, [
  [F5, "Lỗi: 119 > 118 & <lệch>. [V-K05]"],
  [G5, "Lỗi: không phải số. [V-K05]"],
]);

describe("a note at a cell with a thread", () => {
  it("is the last reply of that thread, in the moment of the run; nothing else is said or lost", () => {
    const [first, second, reply = "", ...others] = conversation(FIRST);
    expect([first, second, ...others]).toEqual(CONVERSATION);
    expect(reply).toMatch(
      /^<threadedComment ref="F5" dT="2018-01-15T02:30:00.50" personId="(\{[-0-9A-F]{36}\})" id="\{[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}\}" parentId="\{A0000000-0000-4000-8000-00000000000F\}">/,
    );
    expect(reply).toContain("<text>Lỗi: 119 &gt; 118 &amp; &lt;lệch&gt;. [V-K05]</text>");
  });

  it("is spoken by a person of the program's, known to the workbook once", () => {
    const speaker = /personId="([^"]+)"/.exec(conversation(FIRST)[2] ?? "")?.[1];
    const persons = partText(FIRST, PERSONS).match(/<person .*?\/>/g);
    expect(persons).toEqual([
      `<person displayName="Thu Hà" id="${THU_HA}" userId="thuha" providerId="None"/>`,
      `<person displayName="khuyenhoc" id="${speaker}" userId="khuyenhoc" providerId="None"/>`,
    ]);
  });

  it("changes no more parts than threads and persons, leaves Excel's stand-in, and a cell without thread has its note", () => {
    const [old, now] = [new ZipPackage(BEFORE), new ZipPackage(FIRST)];
    const same = old.entries.filter(({ name }) => old.read(name)?.equals(now.read(name) ?? Buffer.of()) === true);
    const changed = old.entries.filter((entry) => !same.includes(entry)).map(({ name }) => name);
    expect(changed.sort()).toEqual(
      [
        ...["[Content_Types].xml", "xl/_rels/workbook.xml.rels", "xl/comments1.xml", "xl/drawings/vmlDrawing1.vml"],
        ...[PERSONS, "xl/styles.xml", THREADS, "xl/workbook.xml", "xl/worksheets/sheet2.xml"],
      ].sort(),
    );
    const comments = partText(FIRST, "xl/comments1.xml").match(/<comment [\s\S]*?<\/comment>/g) ?? [];
    expect(comments.slice(0, 2)).toEqual(partText(BEFORE, "xl/comments1.xml").match(/<comment [\s\S]*?<\/comment>/g));
    expect(comments).toHaveLength(3);
    expect(comments[2]).toContain('ref="G5"');
  });

  it("is the same bytes for the same input", () => {
    const again = annotated(BEFORE, [
      [F5, "Lỗi: 119 > 118 & <lệch>. [V-K05]"],
      [G5, "Lỗi: không phải số. [V-K05]"],
    ]);
    expect(Buffer.from(again).equals(Buffer.from(FIRST))).toBe(true);
  });

  it("has no place where the workbook knows no persons: the thread stays as it is", () => {
    const copy = annotated(threaded("nobody"), [[F5, "Lỗi. [V-K05]"]]);
    expect(conversation(copy)).toEqual(CONVERSATION);
    expect(new ZipPackage(copy).find(PERSONS)).toBeUndefined();
  });
});

describe("a copy that comes back", () => {
  /** The sender answers below the program's reply, as Excel writes it. */
  function answered(copy: Uint8Array): Uint8Array {
    const archive = new ZipPackage(copy);
    const answer = said("F5", "{C0000000-0000-4000-8000-00000000000F}", "Sở đã sửa", AT_F5);
    const reply = conversation(copy)[2] ?? "";
    return zipPackage(
      archive.entries.map(({ name }) => [name, partChanged(name, archive.read(name), reply, answer)] as const),
    );
  }

  function partChanged(name: string, bytes: Buffer | undefined, reply: string, answer: string): string | Uint8Array {
    if (name === THREADS) return String(bytes).replace(reply, reply + answer);
    return bytes ?? "";
  }

  it("has one reply, the new one, behind what the sender answered", () => {
    const second = annotated(answered(FIRST), [[F5, "Lỗi: vẫn lệch. [V-K06]"]], [LIST]);
    const texts = conversation(second).map((one) => /<text>(.*)<\/text>/.exec(one)?.[1]);
    expect(texts).toEqual(["Số của Sở", "Sở đã xem", "Sở đã sửa", "Lỗi: vẫn lệch. [V-K06]", "Theo UBND tỉnh"]);
    expect(partText(second, PERSONS).match(/displayName="khuyenhoc"/g)).toHaveLength(1);
  });

  it("marked again at once has one reply all the same, and none when all is mended", () => {
    const twice = annotated(FIRST, [[F5, "Lỗi: vẫn lệch. [V-K06]"]], [LIST]);
    expect(conversation(twice)).toHaveLength(CONVERSATION.length + 1);
    expect(conversation(twice)[2]).toContain("vẫn lệch");
    expect(conversation(annotated(twice, [], [LIST]))).toEqual(CONVERSATION);
  });
});

describe.skipIf(soffice === undefined)("LibreOffice", () => {
  it("opens the copy with all sheets", () => {
    const book = readWorkbook(savedBySoffice(FIRST, "xlsx:Calc MS Excel 2007 XML"), "a.xlsx").value;
    expect(book?.sheets.map(({ name }) => name)).toEqual([LIST, "00 Chung", FIGURES, "Biểu đồ"]);
  }, 120_000);
});
