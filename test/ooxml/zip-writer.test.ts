// Archives of our own: equal contents, equal bytes; and other programs can open them.

import ExcelJS from "exceljs";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { crc32, crc32ByTable } from "../../src/ooxml/crc32.js";
import { rezip } from "../../src/ooxml/rezip.js";
import { ZipPackage } from "../../src/ooxml/zip-package.js";
import { copyPart, packPart, writeZip } from "../../src/ooxml/zip-writer.js";

const text = (content: string): Uint8Array => Buffer.from(content);

describe("writeZip", () => {
  it("gives back every part, whatever its name and content", () => {
    const part = fc.record({ name: fc.string({ minLength: 1 }), bytes: fc.uint8Array({ maxLength: 2000 }) });
    const isPlain = (name: string) =>
      !name.endsWith("/") && !name.includes("\\") && Buffer.from(name).toString() === name;
    fc.assert(
      fc.property(fc.uniqueArray(part, { selector: ({ name }) => name.toLowerCase().replace(/^\//, "") }), (parts) => {
        const kept = parts.filter(({ name }) => isPlain(name));
        const archive = new ZipPackage(writeZip(kept.map(({ name, bytes }) => packPart(name, bytes))));
        expect(archive.entries.map((entry) => entry.name)).toEqual(kept.map(({ name }) => name));
        for (const { name, bytes } of kept) expect(archive.read(name)).toEqual(Buffer.from(bytes));
      }),
    );
  });

  it("stores what does not shrink and packs what does, as the level says", () => {
    const long = text("khuyến học ".repeat(100));
    expect(packPart("a", text("a")).method).toBe(0);
    expect(packPart("a", long).method).toBe(8);
    expect(packPart("a", long, 0).method).toBe(0);
    expect(packPart("a", long, 9).packed.length).toBeLessThan(long.length / 10);
  });

  it("dates every part 1/1/1980", () => {
    const bytes = Buffer.from(writeZip([packPart("a", text("a"))]));
    expect([bytes.readUInt16LE(10), bytes.readUInt16LE(12)]).toEqual([0, 0x0021]);
  });
});

describe("rezip", () => {
  it("gives the same bytes for the same contents, however they were packed", () => {
    const content = text("số liệu ".repeat(500));
    const loose = writeZip([packPart("b", content, 0), packPart("a", content, 1)]);
    const tight = writeZip([packPart("b", content, 9), packPart("a", content, 5)]);
    expect(loose).not.toEqual(tight);
    expect(rezip(loose)).toEqual(rezip(tight));
    expect(rezip(rezip(loose))).toEqual(rezip(loose));
  });

  it("leaves a workbook that another program opens, in the order it was given", async () => {
    const book = new ExcelJS.Workbook();
    book.addWorksheet("01 Tổ chức").getCell("B2").value = "Chi hội thôn Đồng Tiến";
    const written = new Uint8Array(await book.xlsx.writeBuffer());
    const ours = rezip(written);
    expect(new ZipPackage(ours).entries.map((entry) => entry.name)).toEqual(
      new ZipPackage(written).entries.map((entry) => entry.name),
    );
    const opened = new ExcelJS.Workbook();
    await opened.xlsx.load(new Uint8Array(ours).buffer);
    expect(opened.getWorksheet("01 Tổ chức")?.getCell("B2").value).toBe("Chi hội thôn Đồng Tiến");
  });
});

describe("copyPart", () => {
  it("takes a part over as it is packed", () => {
    const packed = packPart("xl/styles.xml", text("<a/>".repeat(200)), 3);
    const archive = new ZipPackage(writeZip([packed]));
    const copied = copyPart(archive, "XL/Styles.xml");
    expect(copied && Buffer.from(copied.packed)).toEqual(Buffer.from(packed.packed));
    expect(copyPart(archive, "xl/workbook.xml")).toBeUndefined();
  });
});

describe("crc32", () => {
  it("is the known value of the check word, by table as by the runtime", () => {
    expect(crc32(text("123456789"))).toBe(0xcbf43926);
    fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => crc32ByTable(bytes) === crc32(bytes)));
  });
});
