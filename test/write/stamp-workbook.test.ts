// A stamped workbook says what the same plan written on its own says, and keeps what it shares with its model.

import { describe, expect, it } from "vitest";
import type { PlannedSheet, WorkbookPlan } from "../../src/model/workbook-plan.js";
import { ZipPackage } from "../../src/ooxml/zip-package.js";
import { readWorkbook } from "../../src/read/read-workbook.js";
import { createStamp } from "../../src/write/stamp-workbook.js";
import { writeWorkbook } from "../../src/write/write-workbook.js";
import { textsOf } from "../kit/grid-texts.js";

interface Words {
  readonly unit: string;
  readonly branch: string | null;
  readonly members: number | null;
  readonly height?: number;
}

function sheet(name: string, { unit, branch, members, height = 18 }: Words): PlannedSheet {
  return {
    name,
    visibility: "visible",
    widths: [20, 20, 20],
    rows: [
      { row: 1, height, cells: [{ column: 1, value: unit, look: "title" }] },
      {
        row: 2,
        cells: [
          { column: 1, value: branch, look: "entry-text" },
          { column: 2, value: members, look: "entry-number" },
          { column: 3, value: members === null ? "" : members * 2, formula: 'IF(B2="","",B2*2)', look: "count" },
        ],
      },
    ],
    merges: [],
    freeze: { rows: 0, columns: 0 },
    print: { landscape: false, repeatRows: undefined, footer: "", header: "" },
  };
}

function plan(first: Words, second: Words = first): WorkbookPlan {
  const sheets = [sheet("Một", first), sheet("Hai", second)];
  return { title: "Biểu", creator: "thử", created: "2025-12-01T00:00:00Z", sheets };
}

/** Texts, numbers and formulas' results of every cell, sheet by sheet. */
function contents(bytes: Uint8Array) {
  return readWorkbook(Buffer.from(bytes), "thử.xlsx").value?.sheets.map((grid) => [
    grid.name,
    [...grid.kinds],
    [...grid.numbers],
    textsOf(grid),
  ]);
}

const MODEL = plan({ unit: "Xã Hướng Phùng", branch: null, members: null });
const stamp = await createStamp(MODEL);

describe("a stamped workbook", () => {
  it.each<readonly [string, WorkbookPlan]>([
    ["another unit", plan({ unit: 'Xã Tân «& <Phú>» "A"', branch: null, members: null })],
    ["known rows", plan({ unit: "Xã Hướng Phùng", branch: "Chi hội thôn 1 & 2", members: 61 })],
    ["a higher row", plan({ unit: "Phường có tên rất dài", branch: "Chi hội", members: 0, height: 36 })],
    [
      "a unit on one sheet alone",
      plan({ unit: "Xã A", branch: null, members: 1 }, { unit: "Xã B", branch: null, members: 2 }),
    ],
    ["the model itself", MODEL],
  ])("reads like one written on its own: %s", async (_, wanted) => {
    expect(contents(stamp(wanted))).toEqual(contents(await writeWorkbook(wanted)));
  });

  it("keeps the packed bytes of parts in which nothing differs", () => {
    const [stamped, model] = [stamp(plan({ unit: "Xã khác", branch: null, members: null })), stamp(MODEL)].map(
      (bytes) => new ZipPackage(bytes),
    );
    const changed = model?.entries.filter(({ name }) => {
      const [before, after] = [model.find(name), stamped?.find(name)];
      return (
        before === undefined ||
        after === undefined ||
        !model.packedBytes(before).equals(stamped?.packedBytes(after) ?? Buffer.alloc(0))
      );
    });
    expect(changed?.map(({ name }) => name)).toEqual(["xl/sharedStrings.xml"]);
  });

  it("is refused for a plan of another shape", () => {
    const [first] = MODEL.sheets;
    expect(() => stamp({ ...MODEL, sheets: first === undefined ? [] : [first] })).toThrow("another shape");
  });
});
