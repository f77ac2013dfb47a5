// The scanner walks any well-formed part and refuses all others; text comes out as XML says.

import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DEFAULT_LIMITS } from "../../src/ooxml/limits.js";
import { nameKey } from "../../src/ooxml/name-key.js";
import { PackageFault } from "../../src/ooxml/package-fault.js";
import { END, OPEN, XmlScanner } from "../../src/ooxml/xml-scanner.js";
import { attributeNumber, attributeText, cellText, elementText } from "../../src/ooxml/xml-text.js";
import { escapeXml } from "../kit/zip-package.js";

const NAMES = ["a", "b", "c", "row", "t", "sheetData"];

/** The walk as text: `+a x=1 -a`, names from NAMES; text of leaves in quotes. */
function walk(xml: string | Buffer): string {
  const scanner = new XmlScanner(Buffer.from(xml), DEFAULT_LIMITS);
  const nameOf = (key: number): string => NAMES.find((name) => nameKey(name) === key) ?? "?";
  const steps: string[] = [];
  for (let tag = scanner.nextTag(); tag !== END; tag = scanner.nextTag()) {
    const text = elementText(scanner);
    if (text.trim() !== "") steps.push(JSON.stringify(text));
    steps.push((tag === OPEN ? "+" : "-") + nameOf(scanner.name));
    while (tag === OPEN && scanner.nextAttribute()) {
      steps.push(`${scanner.isAttributePrefixed ? ":" : ""}${nameOf(scanner.attribute)}=${attributeText(scanner)}`);
    }
  }
  return steps.join(" ");
}

function faultOf(xml: string): string {
  try {
    return `read: ${walk(xml)}`;
  } catch (fault) {
    if (fault instanceof PackageFault) return fault.message;
    throw fault;
  }
}

describe("XmlScanner", () => {
  it("walks elements, attributes and text", () => {
    expect(walk(`<?xml version="1.0"?>\n<a b='1' c = "x > y"><row/>một<t>hai</t ></a>\n`)).toBe(
      '+a b=1 c=x > y +row -row "một" +t "hai" -t -a',
    );
  });

  it("drops prefixes and knows prefixed attributes", () => {
    expect(walk(`<x:a xmlns:x="u" r:b="1"><x:row x:c="2" /></x:a>`)).toBe("+a :?=u :b=1 +row :c=2 -row -a");
  });

  it("passes over comments, instructions and CDATA, whose text counts", () => {
    expect(walk("<a><!-- <b> --><t>một<!-- x --> <![CDATA[<hai> & ]]>ba<?x y?></t></a>")).toBe(
      '+a +t "một <hai> & ba" -t -a',
    );
  });

  it("reads UTF-8 with a mark and UTF-16 of both orders", () => {
    const xml = "<a><t>Khuyến học</t></a>";
    const little = Buffer.from(`\ufeff${xml}`, "utf16le");
    for (const part of [Buffer.from(`\ufeff${xml}`), little, Buffer.from(little).swap16()]) {
      expect(walk(part)).toBe('+a +t "Khuyến học" -t -a');
    }
  });

  it("refuses a document type wherever it stands", () => {
    for (const xml of ['<!DOCTYPE a [<!ENTITY x "y">]><a/>', "<a><!doctype b></a>"]) {
      expect(faultOf(xml)).toBe("V-K10 có khai báo DOCTYPE, không an toàn để đọc");
    }
  });

  it.each([
    "<a>",
    "<a><b></a>",
    "<a></b>",
    "</a>",
    "<a",
    "<a b",
    "<a b='1",
    "<a b=1/>",
    "<a b>",
    "<a / >",
    "< a/>",
    "<a><",
    "<a><!-- ",
    "<a><!x></a>",
    "<a><![CDATA[ </a>",
    "<a",
  ])("refuses %s as damaged", (xml) => {
    expect(faultOf(xml)).toMatch(/^V-K10 tệp hỏng: nội dung XML/);
  });

  it("refuses a nest deeper than the limit", () => {
    expect(walk("<a>".repeat(64) + "</a>".repeat(64))).toContain("+a");
    expect(faultOf("<a>".repeat(65))).toBe("V-K15 số tầng lồng nhau trong tệp 64");
  });

  it("leaves the text of a leaf, over elements inside it", () => {
    const scanner = new XmlScanner(Buffer.from("<a><t>12<b><b/>x</b>34</t><c/></a>"), DEFAULT_LIMITS);
    scanner.nextTag();
    scanner.nextTag();
    scanner.leaf();
    expect(elementText(scanner)).toBe("34");
    expect([scanner.nextTag(), scanner.name]).toEqual([OPEN, nameKey("c")]);
  });
});

describe("text", () => {
  const textOf = (inner: string): string => {
    const scanner = new XmlScanner(Buffer.from(`<t>${inner}</t>`), DEFAULT_LIMITS);
    scanner.nextTag();
    scanner.leaf();
    return cellText(scanner);
  };

  it("comes back as it was written", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 60 }), (text) => {
        fc.pre(!text.includes("_x"));
        expect(textOf(escapeXml(text).replaceAll("\r", "&#13;"))).toBe(text);
      }),
    );
  });

  it.each([
    ["a &amp;lt; b &quot;&apos;", "a &lt; b \"'"],
    ["&#7853;&#x1EAD;&#X1F600;&#x1F600;", "ậậ&#X1F600;😀"],
    ["&#0;&#xD800;&#x110000;&khac;", "\ufffd\ufffd\ufffd&khac;"],
    ["một\r\nhai\rba", "một\nhai\nba"],
    ["một_x000D__x000a_hai", "một\r\nhai"],
    ["_x005F_x000D_ và _xD83D__xDE00_", "_x000D_ và 😀"],
    ["_x00G0_ _X000D_", "_x00G0_ _X000D_"],
    ["  giữ  khoảng trắng ", "  giữ  khoảng trắng "],
  ])("%s reads as %j", (written, read) => {
    expect(textOf(written)).toBe(read);
  });

  it("of attributes becomes a whole number or none", () => {
    const scanner = new XmlScanner(Buffer.from(`<a b="42" c="" row="x" t=" 7 "/>`), DEFAULT_LIMITS);
    scanner.nextTag();
    const numbers: number[] = [];
    while (scanner.nextAttribute()) numbers.push(attributeNumber(scanner));
    expect(numbers).toEqual([42, Number.NaN, Number.NaN, 7]);
  });
});
