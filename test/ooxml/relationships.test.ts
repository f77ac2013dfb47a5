// Targets are names of parts, whatever way they are written; nothing leads out of the package.

import { describe, expect, it } from "vitest";
import { DEFAULT_LIMITS } from "../../src/ooxml/limits.js";
import { readRelationships, resolveTarget } from "../../src/ooxml/relationships.js";
import { ZipPackage } from "../../src/ooxml/zip-package.js";
import { link, relationships, zipPackage } from "../kit/zip-package.js";

describe("resolveTarget", () => {
  it.each([
    ["xl/", "worksheets/sheet1.xml", "xl/worksheets/sheet1.xml"],
    ["xl/", "/xl/worksheets/sheet1.xml", "xl/worksheets/sheet1.xml"],
    ["xl/worksheets/", "../sharedStrings.xml", "xl/sharedStrings.xml"],
    ["xl/", "./styles.xml", "xl/styles.xml"],
    ["", "xl\\workbook.xml", "xl/workbook.xml"],
    ["xl/", "../../../../etc/passwd", "etc/passwd"],
  ])("%s + %s is %s", (folder, target, part) => {
    expect(resolveTarget(folder, target)).toBe(part);
  });
});

describe("readRelationships", () => {
  it("gives id, the last word of the type and the part, and none for places outside", () => {
    const strict = 'Type="http://purl.oclc.org/ooxml/officeDocument/relationships/worksheet"';
    const outside = '<Relationship Id="c" Type="x/hyperlink" Target="https://a.vn/" TargetMode="External"/>';
    const bytes = zipPackage([
      [
        "xl/_rels/workbook.xml.rels",
        relationships([link("a", "styles", "s.xml"), `<Relationship Id="b" ${strict} Target="w.xml"/>`, outside]),
      ],
    ]);
    expect(readRelationships(new ZipPackage(bytes), "xl/workbook.xml", DEFAULT_LIMITS)).toEqual([
      { id: "a", type: "styles", target: "xl/s.xml" },
      { id: "b", type: "worksheet", target: "xl/w.xml" },
      { id: "c", type: "hyperlink", target: undefined },
    ]);
    expect(readRelationships(new ZipPackage(bytes), "xl/other.xml", DEFAULT_LIMITS)).toEqual([]);
  });
});
