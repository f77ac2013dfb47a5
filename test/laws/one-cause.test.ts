// One cause, one finding: what follows from a column that slid, a missing unit of money or a wrong period is folded.

import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Book, BookCell, TableSheet } from "../../fixtures/kit/book.js";
import { CUT_OFF } from "../../fixtures/kit/cluster-2022.js";
import { chance } from "../../fixtures/kit/random.js";
import { layoutOf } from "../../fixtures/kit/shipped-layout.js";
import { writeBook } from "../../fixtures/kit/write-book.js";
import type { FindingDraft } from "../../src/model/finding.js";
import { treeAt } from "../../src/model/org-tree.js";
import { at } from "../../src/model/outcome.js";
import { createTakeIn } from "../../src/pipeline/take-in.js";
import { sheetOf, withSheet } from "../kit/book-spot.js";
import { shippedCatalogue } from "../kit/catalogue.js";
import { bookOf, inventedCommune, sendBook } from "../kit/invented-commune.js";
import { runReport } from "../kit/run-report.js";
import { scratchFolder } from "../kit/scratch-folder.js";
import { smallLand } from "../kit/small-land.js";
import { bookOf2021 } from "../kit/year-before.js";

const CATALOGUE = shippedCatalogue();
const LAYOUT = layoutOf(CATALOGUE);
const TREE = treeAt(CATALOGUE.register, CUT_OFF);
const takeIn = createTakeIn(CATALOGUE);
const luck = chance(5);
const COMMUNE = luck.pick([...TREE.units()].filter(({ level }) => level === "commune"));
const BOOK = bookOf(inventedCommune(COMMUNE, TREE, luck), LAYOUT, { moneyUnit: "đồng" });

async function draftsOf(book: Book): Promise<readonly FindingDraft[]> {
  return (await takeIn({ path: "xa.xlsx", modified: "", bytes: await writeBook(book) }, 0)).drafts;
}

/** The rows with everything from a column on moved one column to the right; headings stay. */
function slid(sheet: TableSheet, from: number): TableSheet {
  const rows = sheet.rows.map((row): readonly BookCell[] => {
    const plain = row.map((cell) => (typeof cell === "object" && cell !== null ? cell.result : cell));
    return [...plain.slice(0, from), null, ...plain.slice(from, -1)];
  });
  return { ...sheet, rows };
}

describe.each(["BM01", "BM02", "BM03"])("%s, figures one column to the right", (form) => {
  const sheet = sheetOf(BOOK, form, LAYOUT);
  const first = sheet.rows[0]?.findIndex((cell) => typeof cell === "number" && cell !== 1) ?? 0;
  const starts = sheet.columns
    .map((_, index) => index)
    .filter((index) => index >= Math.max(first, 3) && index < sheet.columns.length - 1);

  it.each(starts)("from column %i on", async (from) => {
    const drafts = await draftsOf(withSheet(BOOK, slid(sheet, from)));
    const open = drafts.filter(({ cause, place }) => cause === undefined && place.sheet === sheet.name);
    expect(open.map(({ code, place }) => [code, place.cell]).slice(1)).toEqual([]);
  });
});

describe("figures and words one column to the right", () => {
  it("are one finding too, though words stand among the figures now", async () => {
    const sheet = sheetOf(BOOK, "BM01", LAYOUT);
    const words = sheet.rows[0]?.findIndex((cell) => cell === "chi hội" || cell === "ban") ?? 0;
    const drafts = await draftsOf(withSheet(BOOK, slid(sheet, words)));
    const texts = drafts.filter(({ code, place }) => code === "V-K05" && place.sheet === sheet.name);
    const open = drafts.filter(({ cause, place }) => cause === undefined && place.sheet === sheet.name);
    expect(texts.length).toBeGreaterThan(2);
    expect(open.filter(({ code }) => code === "V-K05")).toEqual([]);
    expect(open.filter(({ variant }) => variant === "lệch cột")).toHaveLength(1);
  });
});

describe("a sheet without its unit of money", () => {
  it("is one finding: its amounts are not known, and nothing else is said of them", async () => {
    const cover = BOOK.sheets.map((sheet) =>
      sheet.kind === "cover" ? { ...sheet, pairs: sheet.pairs.filter(([label]) => !/tiền/.test(label)) } : sheet,
    );
    const bare = withSheet({ sheets: cover }, { ...sheetOf(BOOK, "BM02", LAYOUT), unitLine: undefined });
    const drafts = await draftsOf(bare);
    expect(drafts.filter(({ cause }) => cause === undefined).map(({ code }) => code)).toEqual(["V-K04"]);
  });
});

describe("a file of the wrong period", () => {
  const folder = scratchFolder();
  const land = smallLand(folder, { 45: 2 });
  const [one, other] = land.communesOf(at(land.provinces, 0)).map((unit) => inventedCommune(unit, land.tree, luck));

  it("is one finding: that its unit is missing and the totals incomplete follows from it", async () => {
    if (one === undefined || other === undefined) throw new Error("the land has two communes");
    await sendBook(folder, "nop/1.xlsx", bookOf(one, land.layout));
    await sendBook(folder, "nop/2.xlsx", bookOf2021(other, land.layout));
    const run = ["validate", join(folder, "nop"), "--unit", "45", "--period", "2022"];
    const { report } = await runReport(run, { shippedCatalogue: land.shippedCatalogue });
    const [first, ...others] = report.findings.toSorted((a, b) => Number(a.cause !== null) - Number(b.cause !== null));
    expect(first?.code).toBe("V-D10");
    expect(others.map(({ code, cause }) => [code, cause])).toEqual([
      ["V-D06", first?.id],
      ["V-S03", first?.id],
    ]);
  });
});
