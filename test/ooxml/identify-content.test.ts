// Files that are no workbook are named for what they are, by their content.

import { describe, expect, it } from "vitest";
import { identifyContent } from "../../src/ooxml/identify-content.js";
import { zipPackage } from "../kit/zip-package.js";

const kindOf = (bytes: Buffer): string => identifyContent(bytes)?.message.trim() ?? "zip";

/** A container whose directory, at 1024, lists these streams. */
function container(...streams: readonly string[]): Buffer {
  const bytes = Buffer.alloc(1024 + 128 * streams.length);
  bytes.write("d0cf11e0a1b11ae1", "hex");
  for (const [index, name] of streams.entries()) bytes.write(name, 1024 + 128 * index, "utf16le");
  return bytes;
}

describe("identifyContent", () => {
  it.each([
    ["", "V-K10 tệp trống"],
    ["%PDF-1.7 …", "V-K10 tệp PDF"],
    ["GIF89a", "V-K10 ảnh"],
    ["RIFF1234WEBPVP8 ", "V-K10 ảnh"],
    ["{\\rtf1 Báo cáo}", "V-K10 tệp văn bản RTF"],
    ["Rar!\x1a\x07", "V-K10 tệp nén RAR"],
    ["MZ\x90\0", "V-K10 tệp chương trình"],
    ["Xã Tân Phú;1.522\n", "V-K10 tệp văn bản"],
    ["<?xml version='1.0'?><bao-cao/>", "V-K10 tệp XML"],
    ["<html><table><tr><td>1", "V-K02 trang web HTML mang tên bảng tính"],
    ["\ufeff \n<!-- x --><TABLE border=1>", "V-K02 trang web HTML mang tên bảng tính"],
    ["<!DOCTYPE html><html>", "V-K02 trang web HTML mang tên bảng tính"],
    ["<?xml version='1.0'?><html xmlns='x'>", "V-K02 trang web HTML mang tên bảng tính"],
    ["MIME-Version: 1.0\nX: y", "V-K02 trang web MHTML mang tên bảng tính"],
    ['<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook/>', "V-K02 tệp XML của Excel 2003"],
    ["<Workbook xmlns='urn:schemas-microsoft-com:office:spreadsheet'>", "V-K02 tệp XML của Excel 2003"],
    ["\0".repeat(9000), "V-K10 tệp hỏng: chỉ có các byte rỗng"],
  ])("names %j", (content, kind) => {
    expect(kindOf(Buffer.from(content))).toBe(kind);
  });

  it.each([
    ["89504e470d0a1a0a", "V-K10 ảnh"],
    ["ffd8ffe000104a46", "V-K10 ảnh"],
    ["0908080000051000", "V-K02 tệp Excel đời cũ .xls"],
    ["00ff3c91a7e05502d9", "V-K10 tệp không rõ loại"],
    ["fffe3c00680074006d006c003e00", "V-K02 trang web HTML mang tên bảng tính"],
  ])("names bytes %s", (hex, kind) => {
    expect(kindOf(Buffer.from(hex, "hex"))).toBe(kind);
  });

  it("tells containers by their streams", () => {
    expect(kindOf(container("Root Entry", "EncryptionInfo", "EncryptedPackage"))).toBe("V-K16");
    expect(kindOf(container("Root Entry", "Workbook"))).toBe("V-K02 tệp Excel 97–2003 .xls");
    expect(kindOf(container("Root Entry", "Book"))).toBe("V-K02 tệp Excel 97–2003 .xls");
    expect(kindOf(container("Root Entry", "WordDocument"))).toBe("V-K10 tệp Word");
    expect(kindOf(container("Root Entry", "__properties"))).toBe("V-K10 tệp không rõ loại");
  });

  it("does not take a word in a sheet for a stream", () => {
    const bytes = container("Root Entry", "Workbook", "x");
    bytes.write("EncryptedPackage\0", 1030 + 256, "utf16le");
    expect(kindOf(bytes)).toBe("V-K02 tệp Excel 97–2003 .xls");
  });

  it("leaves archives to their parts", () => {
    expect(kindOf(Buffer.from(zipPackage([["a", "b"]])))).toBe("zip");
    expect(kindOf(Buffer.from(zipPackage([])))).toBe("zip");
  });
});
