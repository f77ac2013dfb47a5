// Ways in which a workbook file is broken or changed: by the disk, by a program that went wrong, by somebody who means it.
// Each takes the file (or its parts) and some luck, and gives other bytes; a few of them together make a case.

import type { Chance } from "../../fixtures/kit/random.js";
import { packPart, writeZip } from "../../src/ooxml/zip-writer.js";

/** Parts of a package by name, unpacked. */
export type Parts = readonly (readonly [name: string, content: string])[];

type BreakBytes = (bytes: Buffer, luck: Chance) => Buffer;
type BreakParts = (parts: Parts, luck: Chance) => Parts;

const MOST_CHANGES = 6;

/** Changes of the packed file. */
const ON_BYTES: readonly BreakBytes[] = [
  function flip(bytes, luck) {
    const changed = Buffer.from(bytes);
    for (let count = luck.between(1, MOST_CHANGES); count > 0; count--) {
      changed[luck.between(0, bytes.length - 1)] = luck.between(0, 255);
    }
    return changed;
  },
  function flipNearTheEnd(bytes, luck) {
    const changed = Buffer.from(bytes);
    changed[Math.max(0, bytes.length - luck.between(1, 400))] = luck.between(0, 255);
    return changed;
  },
  (bytes, luck) => bytes.subarray(0, luck.between(0, bytes.length)),
  (bytes, luck) => bytes.subarray(luck.between(0, Math.min(bytes.length, 200))),
  function copyWithin(bytes, luck) {
    const changed = Buffer.from(bytes);
    const from = luck.between(0, bytes.length - 1);
    changed.copyWithin(luck.between(0, bytes.length - 1), from, from + luck.between(1, 300));
    return changed;
  },
  (bytes, luck) => Buffer.concat([bytes, bytes.subarray(0, luck.between(0, bytes.length))]),
];

/** Pieces that mean something where they land. */
const PIECES = [
  "<",
  ">",
  '"',
  "'",
  "/>",
  "</c>",
  "</row>",
  "<c>",
  "<v>1</v>",
  "<row>",
  '<row r="3">',
  '<c r="B9"><v>7</v></c>',
  "<is><t>12</t></is>",
  ' t="s"',
  ' t="n"',
  ' t="inlineStr"',
  ' t="e"',
  ' t="b"',
  ' t="d"',
  ' s="4294967295"',
  ' r="A0"',
  ' r="XFD1048576"',
  ' r="-1"',
  ' hidden="1"',
  "<!--",
  "-->",
  "<![CDATA[",
  "]]>",
  "<?x",
  "<!DOCTYPE a>",
  "&#1;",
  "&amp;",
  "&#x110000;",
  "_x0041_",
  "\u0000",
  "\ud800",
  "ộ",
  "999999999999999999",
  "-5",
  "1e309",
  "1,5",
  "1.000",
  "12/3",
  "N/A",
  "#REF!",
  "__proto__",
  "constructor",
  "=1+1",
  '<mergeCell ref="A1:XFD1048576"/>',
  '<mergeCell ref="B8:B20"/>',
  "<f>[1]a!A1</f>",
  '<f t="shared" si="0"/>',
];

/** Changes of the unpacked parts. */
const ON_PARTS: readonly BreakParts[] = [
  (parts, luck) => parts.filter((_, index) => index !== pickIndex(parts, luck)),
  (parts, luck) => [...parts, luck.pick(parts)],
  function swapContents(parts, luck) {
    const [a, b] = [pickIndex(parts, luck), pickIndex(parts, luck)];
    return parts.map(([name, content], index) => [
      name,
      index === a ? contentAt(parts, b) : index === b ? contentAt(parts, a) : content,
    ]);
  },
  (parts, luck) => inOne(parts, luck, (text) => splice(text, luck, luck.pick(PIECES))),
  (parts, luck) => inOne(parts, luck, (text) => splice(text, luck, "")),
  (parts, luck) => inOne(parts, luck, (text) => swapAttributes(text, luck)),
  (parts, luck) => inSheet(parts, luck, (text) => moveElement(text, luck, /<row [\s\S]*?<\/row>/g)),
  (parts, luck) => inSheet(parts, luck, (text) => moveElement(text, luck, /<c [^>]*?(?:\/>|>[\s\S]*?<\/c>)/g)),
  (parts, luck) =>
    inSheet(parts, luck, (text) => replaceOne(text, luck, /<v>[^<]*<\/v>/g, `<v>${luck.pick(PIECES)}</v>`)),
  (parts, luck) =>
    inSheet(parts, luck, (text) => replaceOne(text, luck, /(?<=<v>)[^<]*(?=<\/v>)/g, String(luck.between(0, 400)))),
  (parts, luck) =>
    inSheet(parts, luck, (text) =>
      replaceOne(text, luck, /(?<= (?:r|s|t|ref)=")[^"]*/g, luck.pick(PIECES).replaceAll('"', "")),
    ),
  (parts, luck) => inSheet(parts, luck, (text) => replaceOne(text, luck, /<mergeCells.*?<\/mergeCells>/g, "")),
];

/** The file with one to three changes. */
export function brokenPackage(bytes: Buffer, parts: Parts, luck: Chance): Buffer {
  const changes = luck.between(1, 3);
  if (luck.next() < 0.35) {
    let changed = bytes;
    for (let count = 0; count < changes && changed.length > 0; count++) changed = luck.pick(ON_BYTES)(changed, luck);
    return changed;
  }
  let changed = parts;
  for (let count = 0; count < changes && changed.length > 0; count++) changed = luck.pick(ON_PARTS)(changed, luck);
  return Buffer.from(writeZip(changed.map(([name, content]) => packPart(name, Buffer.from(content), 1))));
}

/** Any text with one to three changes: a table in a text format, a page, a document in one file. */
export function brokenText(text: string, luck: Chance): string {
  let changed = text;
  for (let count = luck.between(1, 3); count > 0; count--) {
    changed = splice(
      changed,
      luck,
      luck.pick([...PIECES, "", "", ";", ",", "\t", "\n", '""', "<td>", "<table>", "</table>"]),
    );
  }
  return changed;
}

function splice(text: string, luck: Chance, piece: string): string {
  const from = luck.between(0, text.length);
  return text.slice(0, from) + piece + text.slice(from + luck.between(0, piece === "" ? 60 : 8));
}

function swapAttributes(text: string, luck: Chance): string {
  const found = [...text.matchAll(/ [\w:]+="([^"]*)"/g)];
  if (found.length < 2) return text;
  const [a, b] = [luck.pick(found), luck.pick(found)].sort((one, other) => one.index - other.index);
  if (a === undefined || b === undefined || a === b) return text;
  return (
    text.slice(0, a.index) +
    b[0] +
    text.slice(a.index + a[0].length, b.index) +
    a[0] +
    text.slice(b.index + b[0].length)
  );
}

/** An element taken out, or put in once more somewhere else. */
function moveElement(text: string, luck: Chance, elements: RegExp): string {
  const found = [...text.matchAll(elements)];
  if (found.length === 0) return text;
  const [one, other] = [luck.pick(found), luck.pick(found)];
  if (luck.next() < 0.4) return text.slice(0, one.index) + text.slice(one.index + one[0].length);
  return text.slice(0, other.index) + one[0] + text.slice(other.index);
}

function replaceOne(text: string, luck: Chance, pattern: RegExp, by: string): string {
  const found = [...text.matchAll(pattern)];
  if (found.length === 0) return text;
  const one = luck.pick(found);
  return text.slice(0, one.index) + by + text.slice(one.index + one[0].length);
}

function inOne(parts: Parts, luck: Chance, change: (text: string) => string): Parts {
  const chosen = pickIndex(parts, luck);
  return parts.map(([name, content], index) => [name, index === chosen ? change(content) : content]);
}

function inSheet(parts: Parts, luck: Chance, change: (text: string) => string): Parts {
  const sheets = parts.filter(([name]) => name.includes("worksheets/"));
  if (sheets.length === 0) return parts;
  const [chosen] = luck.pick(sheets);
  return parts.map(([name, content]) => [name, name === chosen ? change(content) : content]);
}

function pickIndex(parts: Parts, luck: Chance): number {
  return luck.between(0, parts.length - 1);
}

function contentAt(parts: Parts, index: number): string {
  return parts[index]?.[1] ?? "";
}
