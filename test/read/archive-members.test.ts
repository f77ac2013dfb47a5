// Archives of submissions: what is inside, under which name, and what is refused.

import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ARCHIVE_LIMITS, type Limits } from "../../src/ooxml/limits.js";
import { archiveMembers } from "../../src/read/archive-members.js";
import { zipPackage } from "../kit/zip-package.js";
import { faultText } from "./shown-cells.js";

const MIB = 1_048_576;

/** `path` of each member, with the reason where it is refused; undefined for what is no archive of files. */
function membersOf(bytes: Uint8Array, limits: Partial<Limits> = {}): readonly string[] | undefined {
  const isWanted = (name: string): boolean => name.toLowerCase() !== "thumbs.db";
  const members = archiveMembers(bytes, "thang 11/goi.zip", { isWanted, limits: { ...ARCHIVE_LIMITS, ...limits } });
  if (members === undefined) return undefined;
  return Array.from(members, ({ path, refusal }) => {
    expect(refusal?.place.file ?? path).toBe(path);
    const shown = path.replace("thang 11/goi.zip", "");
    return refusal === undefined ? shown : `${shown}: ${faultText(refusal)}`;
  });
}

describe("what is in an archive", () => {
  it("is read as if it stood in a folder, archives inside it too", () => {
    const inner = zipPackage([["b.xlsx", "2"]]);
    const bytes = zipPackage([
      ["Xã A/báo cáo.xlsx", "1"],
      ["tinh/xa.zip", inner],
      ["c.csv", "3"],
    ]);
    expect(membersOf(bytes)).toEqual(["/Xã A/báo cáo.xlsx", "/tinh/xa.zip/b.xlsx", "/c.csv"]);
  });

  it("leaves out what macOS and Windows add", () => {
    const bytes = zipPackage([
      ["__MACOSX/._a.xlsx", "x"],
      ["xa/__MACOSX/b.xlsx", "x"],
      [".DS_Store", "x"],
      ["xa/.DS_Store", "x"],
      [".git/config", "x"],
      ["Thumbs.db", "x"],
      ["xa/a.xlsx", "1"],
    ]);
    expect(membersOf(bytes)).toEqual(["/xa/a.xlsx"]);
  });

  it("has names that lead nowhere, and no two alike", () => {
    const bytes = zipPackage([
      ["../../x.xlsx", "1"],
      ["/etc/x", "2"],
      ["C:\\Windows\\x.xlsx", "3"],
      ["x.xlsx", "4"],
      ["./x.xlsx", "5"],
      ["a/../../x.xlsx", "6"],
      ["..", "7"],
      ["a\u0007b\n.xlsx", "8"],
    ]);
    expect(membersOf(bytes)).toEqual([
      "/x.xlsx",
      "/etc/x",
      "/Windows/x.xlsx",
      "/x (2).xlsx",
      "/x (3).xlsx",
      "/a/x.xlsx",
      "/a b .xlsx",
    ]);
  });

  it("is not looked for in documents, nor in what is no archive", () => {
    expect(
      membersOf(
        zipPackage([
          ["[Content_Types].xml", "x"],
          ["xl/workbook.xml", "x"],
        ]),
      ),
    ).toBeUndefined();
    expect(
      membersOf(
        zipPackage([
          ["mimetype", "x"],
          ["content.xml", "x"],
        ]),
      ),
    ).toBeUndefined();
    expect(membersOf(zipPackage([]))).toBeUndefined();
    expect(membersOf(Buffer.from("PK\x03\x04 cut short"))).toBeUndefined();
    expect(membersOf(Buffer.from("Tên;HV\nA;1\n"))).toBeUndefined();
  });
});

describe("what cannot be unpacked", () => {
  it("is said of the file, and the others are given", () => {
    const bytes = Buffer.from(
      zipPackage([
        ["a.xlsx", "nội dung thứ nhất"],
        ["b.xlsx", "nội dung thứ hai"],
      ]),
    );
    const broken = Buffer.from(bytes);
    broken.writeUInt8(0x21, broken.indexOf("thứ nhất"));
    expect(membersOf(broken)).toEqual(["/a.xlsx: V-K10 tệp hỏng: nội dung bị sai lệch", "/b.xlsx"]);
    expect(membersOf(withPassword(bytes, ["a.xlsx"]))).toEqual(["/a.xlsx: V-K16", "/b.xlsx"]);
    expect(membersOf(withPassword(bytes, ["a.xlsx", "b.xlsx"]))).toEqual([": V-K16"]);
  });

  it("is what unpacks to far more than its size, alone or in all", () => {
    const zeros = Buffer.alloc(4 * MIB);
    expect(membersOf(zipPackage([["bom.xlsx", zeros]]))).toEqual(["/bom.xlsx: V-K15 tỉ lệ nén 250"]);
    const loose = { ratio: 1e9 };
    expect(membersOf(zipPackage([["a.xlsx", zeros]]), { ...loose, partBytes: MIB })).toEqual([
      "/a.xlsx: V-K15 dung lượng của một thành phần sau khi giải nén 1 MB",
    ]);
    const three = zipPackage(["a", "b", "c", "d"].map((name) => [name, zeros] as const));
    expect(membersOf(three, { ...loose, totalBytes: 9 * MIB })).toEqual([
      "/a",
      "/b",
      "/c: V-K15 dung lượng của cả tệp sau khi giải nén 9 MB",
    ]);
  });

  it("is counted over archives inside archives", () => {
    const inner = (mark: string) =>
      zipPackage([
        [`${mark}1`, "x"],
        [`${mark}2`, "y"],
      ]);
    const outer = zipPackage([
      ["a.zip", inner("a")],
      ["b.zip", inner("b")],
    ]);
    expect(membersOf(outer, { parts: 4 })).toEqual([
      "/a.zip/a1",
      "/a.zip/a2",
      "/b.zip/b1: V-K15 số thành phần trong tệp 4",
    ]);
  });

  it("is an archive in an archive in an archive", () => {
    const third = zipPackage([["c.xlsx", "3"]]);
    const second = zipPackage([
      ["ba.zip", third],
      ["b.xlsx", "2"],
    ]);
    expect(membersOf(zipPackage([["hai.zip", second]]))).toEqual([
      "/hai.zip/ba.zip: V-K15 số tầng tệp nén lồng nhau 2",
      "/hai.zip/b.xlsx",
    ]);
  });
});

it("never throws, whatever bytes are changed", () => {
  const whole = zipPackage([
    ["xa/a.xlsx", "nội dung"],
    ["b.zip", zipPackage([["c", "d"]])],
  ]);
  const change = fc.tuple(fc.nat(whole.length - 1), fc.nat(255));
  fc.assert(
    fc.property(fc.array(change, { minLength: 1, maxLength: 5 }), (changes) => {
      const bytes = Uint8Array.from(whole);
      for (const [position, byte] of changes) bytes[position] = byte;
      for (const path of membersOf(bytes) ?? []) expect(path).not.toMatch(/\/\.\.?\/|\/\//);
    }),
    { numRuns: 500 },
  );
});

/** The archive with these entries marked as encrypted in its directory. */
function withPassword(bytes: Buffer, names: readonly string[]): Buffer {
  const marked = Buffer.from(bytes);
  for (const name of names) {
    const header = marked.lastIndexOf(name) - 46;
    marked.writeUInt16LE(marked.readUInt16LE(header + 8) | 1, header + 8);
  }
  return marked;
}
