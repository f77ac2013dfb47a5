// Rows as nearly every program writes them are read by a compiled module, all others by the scanner, which alone could read
// everything. This page holds the two together: with the module or without it, and wherever its windows end, a sheet is the
// same, and so is the reason why one is refused.

import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import * as fc from "fast-check";
import { afterEach, describe, expect, it, vi } from "vitest";
import { at } from "../../src/model/outcome.js";
import { DEFAULT_LIMITS, type Limits } from "../../src/ooxml/limits.js";
import { PackageFault } from "../../src/ooxml/package-fault.js";
import { XmlScanner } from "../../src/ooxml/xml-scanner.js";
import { CellBuffer } from "../../src/read/cell-buffer.js";
import { openWorkbook } from "../../src/read/open-workbook.js";
import { createPartReaders } from "../../src/read/part-readers.js";
import { createPlainRows, PlainRows } from "../../src/read/plain-rows/plain-rows.js";
import { readSheet, sheetReading } from "../../src/read/read-sheet.js";
import { sheetPackage } from "../kit/zip-package.js";
import { gridTraits } from "./shown-cells.js";

const STRINGS = `<si><t>Chi hội thôn 1</t></si><si><t/></si><si><r><rPr><rFont val=".VnTime"/></rPr><t>Héi</t></r></si>${"<si><t>Nữ</t></si>".repeat(9)}`;
const STYLES = `<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="3"/></cellXfs>`;
const WHOLE = new PlainRows();
const SMALL = [40, 64, 100, 333].map((bytes) => new PlainRows(bytes));

/** The sheets of a workbook, or why it is refused. */
function sheetsOf(bytes: Uint8Array, plain: PlainRows | undefined, limits: Partial<Limits> = {}): unknown {
  try {
    const parts = createPartReaders({ ...DEFAULT_LIMITS, ...limits });
    const { sheets, archive, context } = openWorkbook(bytes, { ...parts, plainRows: () => plain });
    return Array.from(sheets(), ({ place, part }, index) =>
      part === undefined ? place : gridTraits(readSheet(archive.readEntry(part), { ...place, index }, context)),
    );
  } catch (fault) {
    if (fault instanceof PackageFault) return fault.message;
    throw fault;
  }
}

function expectSame(bytes: Uint8Array, limits?: Partial<Limits>, ways = [WHOLE, ...SMALL]): void {
  const alone = sheetsOf(bytes, undefined, limits);
  for (const plain of ways) expect(sheetsOf(bytes, plain, limits)).toEqual(alone);
}

/** A sheet that holds these rows; what stands in single cells is taken from the rows above. */
function book(rows: string, behind = ""): Uint8Array {
  return sheetPackage(rows, { strings: STRINGS, styles: STYLES, behind });
}

const place = fc.constantFrom("A1", "B1", "C2", "A3", "Z9", "AA10", "XFD99", "a1", "A01", "A0", "1A", "XFE1", "A", "");
const number = fc.oneof(
  fc.double({ noNaN: true }).map(String),
  fc.integer().map(String),
  fc.stringMatching(/^[-+]?[0-9]{0,17}(\.[0-9]{0,17})?(E-?[0-9]{1,2})?$/),
  fc.constantFrom(
    "-0",
    "-0.0",
    ".",
    "-",
    "",
    " 5 ",
    "1,5",
    "0x1",
    "9007199254740992",
    "9007199254740993",
    "0.100000000000000",
  ),
);
const formula = fc.constantFrom(
  "",
  "<f>SUM(A1:B2)</f>",
  "<f></f>",
  "<f/>",
  '<f aca="false">A1&amp;"x"</f>',
  '<f aca="true">A1</f>',
  "<f>[1]Trang1!A1</f>",
  '<f t="shared" ref="A1:A9" si="0">[2]X!A1</f>',
  '<f t="shared" si="0"/>',
);
const type = fc.constantFrom(
  "",
  "",
  "",
  ' t="n"',
  ' t="s"',
  ' t="s"',
  ' t="str"',
  ' t="b"',
  ' t="e"',
  ' t="z"',
  ' t="inlineStr"',
);
const cell = fc
  .record({
    place,
    style: fc.constantFrom(
      "",
      ' s="0"',
      ' s="1"',
      ' s="2"',
      ' s="99"',
      ' s="0000001"',
      ' s="12345678"',
      ' s=""',
      ' s="-1"',
    ),
    type,
    formula,
    value: fc.oneof(number, fc.constantFrom("0", "1", "2", "3", "11", "12", "99", "0003", "chữ", "")),
    form: fc.constantFrom("usual", "usual", "usual", "empty", "closed", "inline", "nothing"),
  })
  .map((given) => {
    const tag = `<c r="${given.place}"${given.style}${given.type}`;
    if (given.form === "empty") return `${tag}/>`;
    if (given.form === "closed") return `${tag}></c>`;
    if (given.form === "nothing") return `${tag}>${given.formula}<v/></c>`;
    if (given.form === "inline") return `${tag}><is><t>${given.value}</t></is></c>`;
    return `${tag}>${given.formula}<v>${given.value}</v></c>`;
  });
const odd = fc.constantFrom(
  "<c><v>5</v></c>",
  '<c t="b"><v>1</v></c>',
  "<x:c r='D4'><x:v>1</x:v></x:c>",
  "<!-- ghi chú -->",
  "\n  ",
  '<c s="1" r="B7"><v>1</v></c>',
  "<row/>",
  "chữ",
  "</row>",
  "</c>",
);
const rowTag = fc
  .array(
    fc.constantFrom(
      ' r="1"',
      ' r="2"',
      ' r="2"',
      ' r="7"',
      ' r="0"',
      ' r="1048577"',
      ' r="0000009"',
      ' r="12345678"',
      ' x:r="4"',
      " r='5'",
      ' r=""',
      ' spans="1:6"',
      ' ht="15.75"',
      ' x14ac:dyDescent="0.25"',
      ' hidden="1"',
      ' hidden="0"',
      ' hidden="false"',
      ' hidden="true"',
      ' hidden=" 1"',
      ' x:hidden="on"',
      ' a="<b>"',
      ' a = "1"',
      '  b="2"',
      ' =""',
      ' /a="1"',
      ' "="',
      " c",
    ),
    { maxLength: 4 },
  )
  .map((attributes) => attributes.join(""));
const row = fc
  .record({
    tag: fc.oneof(
      { weight: 3, arbitrary: fc.nat(20).map((index) => ` r="${index}" spans="1:6"`) },
      { weight: 1, arbitrary: rowTag },
    ),
    content: fc.array(fc.oneof({ weight: 5, arbitrary: cell }, { weight: 1, arbitrary: odd }), { maxLength: 6 }),
    between: fc.constantFrom("", "", "", "\n", "<x/>", "<!-- </row> -->", "chữ"),
    form: fc.constantFrom("usual", "usual", "usual", "empty", "prefixed"),
  })
  .map(({ tag, content, between, form }) => {
    if (form === "empty") return `<row${tag}/>${between}`;
    const prefix = form === "prefixed" ? "x:" : "";
    return `<${prefix}row${tag}>${content.join("")}</${prefix}row>${between}`;
  });

const USUAL = [
  '<row r="1" spans="1:3" x14ac:dyDescent="0.25"><c r="A1" s="1" t="s"><v>0</v></c><c r="B1" s="2"/></row>',
  '<row r="3" hidden="false"/>\n<row r="4"><c r="A4" s="1"><v>44895</v></c><c r="B4"><f>SUM(A1:A3)</f><v>-12.5</v></c>',
  '<c r="C4" t="str"><f>IF(A1=0,&quot;&quot;,1)</f><v></v></c><c r="D4" t="s"><v>1</v></c><c r="E4" t="n"><v>7</v></c></row>',
  '<row r="5"><c r="A5"><f aca="false">A4</f><v>0.333333333333333</v></c><c r="AB5" s="2" t="s"><v>11</v></c></row>',
].join("");

describe("with the compiled module or without", () => {
  it("every workbook of the fixtures is the same", () => {
    const folder = fileURLToPath(new URL("../../fixtures/", import.meta.url));
    const names = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".xlsx"));
    expect(names.length).toBeGreaterThan(0);
    for (const name of names) {
      const bytes = new Uint8Array(readFileSync(folder + name));
      const alone = sheetsOf(bytes, undefined);
      expect(sheetsOf(bytes, WHOLE), name).toEqual(alone);
      expect(sheetsOf(bytes, at(SMALL, 3)), name).toEqual(alone);
    }
  });

  it("rows of every writing are the same, or refused for the same reason", () => {
    fc.assert(
      fc.property(fc.array(row, { maxLength: 6 }), (rows) => expectSame(book(rows.join("")))),
      { numRuns: 600, seed: 20221130 },
    );
  });

  it("numbers of any writing are the same to the last bit", () => {
    fc.assert(
      fc.property(fc.array(number, { minLength: 1, maxLength: 20 }), (numbers) => {
        const cells = numbers.map((text, index) => `<c r="A${index + 1}"><v>${text}</v></c>`);
        expectSame(book(`<row r="1">${cells.join("")}</row>`));
      }),
      { numRuns: 300, seed: 20221130 },
    );
  });

  it("wherever a window ends", () => {
    const alone = sheetsOf(book(USUAL), undefined);
    for (let bytes = 1; bytes < USUAL.length + 40; bytes += bytes < 120 ? 1 : 7) {
      expect(sheetsOf(book(USUAL), new PlainRows(bytes)), `${bytes} bytes`).toEqual(alone);
    }
  });

  it("wherever the part breaks off, and whatever byte in it is another", () => {
    for (let index = 0; index < USUAL.length; index++) {
      const [before, after] = [USUAL.slice(0, index), USUAL.slice(index + 1)];
      for (const spoiled of [before, `${before}\0${after}`, `${before}"${after}`]) {
        expectSame(book(spoiled), {}, [WHOLE, at(SMALL, 1)]);
      }
    }
  });

  it.each<[string, Partial<Limits>]>([
    ["cells", { cells: 5 }],
    ["rows", { rows: 4 }],
    ["columns", { columns: 4 }],
    ["columns", { columns: 27 }],
    ["depth", { xmlDepth: 3 }],
    ["depth", { xmlDepth: 4 }],
    ["depth", { xmlDepth: 5 }],
    ["all rows", { totalRows: 4 }],
  ])("limits hold: %s %o", (_, limits) => {
    expectSame(book(USUAL), limits);
  });

  it("in stretches that end behind any row", () => {
    const part = Buffer.from(`<worksheet><sheetData>${USUAL}</sheetData></worksheet>`);
    const ends = [...part.toString("latin1").matchAll(/<\/row>/g)].map(({ index }) => index + 6);
    const grids = [undefined, WHOLE, ...SMALL].flatMap((plain) =>
      [[], ends, ends.slice(1)].map((cuts) => inStretches(part, cuts, plain)),
    );
    for (const grid of grids) expect(grid).toEqual(grids[0]);
  });
});

/** The sheet of this part, given in stretches that end at `cuts`; without a list of texts, so that those are other numbers. */
function inStretches(part: Buffer, cuts: readonly number[], plain: PlainRows | undefined): unknown {
  const { context } = openWorkbook(book(""), { ...createPartReaders(DEFAULT_LIMITS), plainRows: () => plain });
  const scanner = new XmlScanner(Buffer.alloc(0), DEFAULT_LIMITS);
  const reading = sheetReading(scanner, { place: { name: "a", index: 0, visibility: "visible" }, size: 0 }, context);
  const bounds = [0, ...cuts, part.length];
  for (const [index, end] of bounds.slice(1).entries()) {
    scanner.goOn(part.subarray(bounds[index], end), end === part.length ? "no more" : "more");
    const step = reading.next();
    if (step.done === true) return gridTraits(step.value);
  }
  throw new Error("not read to its end");
}

describe("the compiled module", () => {
  afterEach(() => {
    vi.unstubAllGlobals();
  });

  it("walks over all of a usual sheet, so that nothing of it is left for the scanner", () => {
    const cells = new CellBuffer(DEFAULT_LIMITS, [""], WHOLE.block);
    openWorkbook(book(""), { ...createPartReaders(DEFAULT_LIMITS), plainRows: () => WHOLE });
    const part = Buffer.from(`${USUAL}</sheetData>`);
    expect(WHOLE.walk(part, 0, cells)).toBe(USUAL.length);
    expect([cells.filled, cells.row, cells.openRow, cells.isOrdered]).toEqual([7, 5, 0, true]);
  });

  it("stores more cells than its memory holds at a time", () => {
    const rows = Array.from(
      { length: 30_000 },
      (_, index) => `<row r="${index + 1}"><c r="A${index + 1}"><v>${index}</v></c></row>`,
    );
    const bytes = book(rows.join(""));
    expect(sheetsOf(bytes, WHOLE)).toEqual(sheetsOf(bytes, undefined));
  });

  it("is done without where the engine has no WebAssembly", () => {
    expect(createPlainRows()).toBeInstanceOf(PlainRows);
    vi.stubGlobal("WebAssembly", undefined);
    expect(createPlainRows()).toBeUndefined();
  });

  it("is done without where the engine has no memory for it", () => {
    class Instance {
      constructor() {
        throw new RangeError("WebAssembly.Instance(): Out of memory: Cannot allocate Wasm memory for new instance");
      }
    }
    vi.stubGlobal("WebAssembly", { Module: class {}, Instance });
    expect(createPlainRows()).toBeUndefined();
  });
});
