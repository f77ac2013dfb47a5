// Some three hundred printed cells of commune, province, cluster, monthly and five-year outputs: each is made again from the cells that its trace
// lists, as they stand in the files themselves.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { chance } from "../../fixtures/kit/random.js";
import { parseAddress } from "../../src/model/cell-address.js";
import { cellIndex, kindAt, type WorkbookGrid } from "../../src/model/grid.js";
import { at } from "../../src/model/outcome.js";
import { readWorkbook } from "../../src/read/read-workbook.js";
import { cellsNamed } from "../../src/trace/evident-cells.js";
import { manifestPath } from "../../src/trace/manifest.js";
import { type Manifest, openManifest } from "../../src/trace/open-manifest.js";
import { deviations } from "../../src/trace/recompute.js";
import { type TracedFact, type TracedTotal, traceCell } from "../../src/trace/trace-cell.js";
import { runCli } from "../kit/run-cli.js";
import { scratchFolder } from "../kit/scratch-folder.js";

const folder = scratchFolder();
const COMMUNE = "fixtures/tinh-quang-tri-2022/bai-nop/19432-lao-bao.xlsx";
const OUTPUTS = [
  { name: "xã.xlsx", argv: ["aggregate", COMMUNE, "--unit", "19432"], cells: 50 },
  { name: "tỉnh.xlsx", argv: ["aggregate", "fixtures/tinh-quang-tri-2022/bai-nop", "--unit", "45"], cells: 75 },
  {
    name: "cụm.xlsx",
    argv: [
      "aggregate",
      "fixtures/cum-4-2022/bai-nop",
      "--unit",
      "cum-4",
      "--config",
      "fixtures/cum-4-2022/khuyenhoc.yaml",
    ],
    cells: 75,
  },
  { name: "tháng.xlsx", argv: ["report", "thang", "fixtures/giao-ban-2024/bai-nop", "--period", "2024-06"], cells: 50 },
  { name: "năm năm.xlsx", argv: ["report", "kl49", "fixtures/binh-thuan-2018-2024/bai-nop"], cells: 75 },
] as const;

const manifests = new Map<string, Manifest>();
const books = new Map<string, WorkbookGrid>();

beforeAll(async () => {
  for (const { name, argv } of OUTPUTS) {
    const output = join(folder, name);
    await runCli([...argv, "--out", output]);
    const manifest = openManifest(readFileSync(manifestPath(output)));
    if (manifest === undefined) throw new Error(`no manifest beside ${name}`);
    manifests.set(name, manifest);
    books.set(name, bookAt(output));
  }
}, 60_000);

function bookAt(path: string): WorkbookGrid {
  const known = books.get(path);
  if (known !== undefined) return known;
  const { value } = readWorkbook(readFileSync(path), path);
  if (value === undefined) throw new Error(`${path} was not read`);
  books.set(path, value);
  return value;
}

/** The number in a cell of a file; undefined where there is none. */
function numberIn(book: WorkbookGrid, sheet: string, cell: string): number | undefined {
  const grid = book.sheets.find(({ name }) => name === sheet);
  const address = parseAddress(cell);
  if (grid === undefined || address === undefined) throw new Error(`no ${sheet} › ${cell}`);
  const index = cellIndex(grid, address.row, address.column);
  return kindAt(grid, index) === "number" ? at(grid.numbers, index) : undefined;
}

function sum(values: readonly (number | undefined)[]): number | undefined {
  const known = values.filter((value) => value !== undefined);
  return known.length === 0 ? undefined : known.reduce((total, value) => total + value);
}

function fromFile({ file, sources }: TracedFact): number | undefined {
  if (file === undefined) return undefined;
  return sum(
    sources.map(({ sheet, cells, content }) =>
      content.how === "counted"
        ? cellsNamed(cells)
        : sum(content.cells().map(({ address, factor }) => times(numberIn(bookAt(file.path), sheet, address), factor))),
    ),
  );
}

function times(value: number | undefined, factor: number): number | undefined {
  return value === undefined ? undefined : value * factor;
}

/** The figure from the very bottom: nothing that the manifest says of values is taken. */
function fromBelow({ operation, parts, facts }: TracedTotal): number | undefined {
  const values = parts.map(fromBelow);
  if (operation === "ratio") {
    const [of, over] = values;
    return of === undefined || over === undefined ? undefined : of / over;
  }
  const byCells = new Map(facts.map((fact) => [JSON.stringify(fact.sources.map(({ cells }) => cells)), fact]));
  return operation === "sum" || operation === "over-time" ? sum(values) : sum([...byCells.values()].map(fromFile));
}

describe.each(OUTPUTS)("$name", ({ name, cells: count }) => {
  it(`${count} random cells follow from the cells of the files`, () => {
    const manifest = manifests.get(name);
    const book = books.get(name);
    if (manifest === undefined || book === undefined) throw new Error("not written");
    const printed = Object.entries(manifest.cells).flatMap(([sheet, cells]) =>
      Object.keys(cells).flatMap((cell) => {
        const value = numberIn(book, sheet, cell);
        return value === undefined ? [] : [{ sheet, cell, value }];
      }),
    );
    const luck = chance(7);
    for (let drawn = 0; drawn < count; drawn += 1) {
      const { sheet, cell, value } = luck.pick(printed);
      const traced = traceCell(manifest, sheet, cell);
      const place = `${sheet} › ${cell}`;
      expect(traced, place).toBeDefined();
      if (traced !== undefined) expect(fromBelow(traced), place).toBeCloseTo(value, 9);
    }
  });

  it("every figure of the manifest follows from its parts", () => {
    const manifest = manifests.get(name);
    expect(manifest === undefined ? [undefined] : deviations(manifest)).toEqual([]);
  });
});
