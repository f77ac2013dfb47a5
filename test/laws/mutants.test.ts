// One fault in a clean workbook is found, and at its very cell; the clean workbook has none.

import { describe, expect, it } from "vitest";
import type { Book } from "../../fixtures/kit/book.js";
import { CUT_OFF } from "../../fixtures/kit/cluster-2022.js";
import { chance } from "../../fixtures/kit/random.js";
import { layoutOf } from "../../fixtures/kit/shipped-layout.js";
import { writeBook } from "../../fixtures/kit/write-book.js";
import { addressText } from "../../src/model/cell-address.js";
import type { FindingDraft } from "../../src/model/finding.js";
import { treeAt } from "../../src/model/org-tree.js";
import { createTakeIn } from "../../src/pipeline/take-in.js";
import { shippedCatalogue } from "../kit/catalogue.js";
import { bookOf, inventedCommune } from "../kit/invented-commune.js";
import { type Mutant, mutantsOf } from "../kit/mutants.js";

const CATALOGUE = shippedCatalogue();
const LAYOUT = layoutOf(CATALOGUE);
const TREE = treeAt(CATALOGUE.register, CUT_OFF);
const SEEDS = [7, 49, 2022];

const takeIn = createTakeIn(CATALOGUE);

async function findingsIn(book: Book): Promise<readonly FindingDraft[]> {
  const taken = await takeIn({ path: "xa.xlsx", modified: "", bytes: await writeBook(book) }, 0);
  return taken.drafts.filter((draft) => severityOf(draft) !== "note");
}

function severityOf({ code, variant }: FindingDraft): string | undefined {
  return CATALOGUE.findingTexts.get(variant === undefined ? code : `${code}/${variant}`)?.severity;
}

/** The clean workbook of a seed and its faulty copies; each seed takes its own quarter of all faults. */
function casesOf(seed: number, share: number): { readonly clean: Book; readonly mutants: readonly Mutant[] } {
  const luck = chance(seed);
  const unit = luck.pick([...TREE.units()].filter(({ level }) => level === "commune"));
  const report = inventedCommune(unit, TREE, luck);
  const clean = bookOf(report, LAYOUT, { moneyUnit: "đồng" });
  const all = mutantsOf(clean, report.branches.length, { layout: LAYOUT, indicators: CATALOGUE.indicators, luck });
  return { clean, mutants: all.filter((_, index) => index % (SEEDS.length + 1) === share) };
}

interface Judged {
  readonly name: string;
  readonly isFound: boolean;
  readonly isExact: boolean;
  /** Findings that are not folded under another. */
  readonly primaries: number;
}

async function judge({ name, book, sheet, cell }: Mutant): Promise<Judged> {
  const primaries = (await findingsIn(book)).filter((draft) => draft.cause === undefined);
  const isExact = primaries.some(
    ({ place }) => place.sheet === sheet && (cell === null || (place.cell && addressText(place.cell)) === cell),
  );
  return { name, isFound: primaries.length > 0, isExact, primaries: primaries.length };
}

describe("mutants", async () => {
  const cases = SEEDS.map(casesOf);
  const judged: Judged[] = [];
  for (const { mutants } of cases) for (const mutant of mutants) judged.push(await judge(mutant));
  const rate = (count: number): number => count / judged.length;
  const recall = rate(judged.filter(({ isFound }) => isFound).length);
  const exact = rate(judged.filter(({ isExact }) => isExact).length);
  const single = rate(judged.filter(({ primaries }) => primaries === 1).length);
  const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;
  console.info(
    `${judged.length} mutants: found ${percent(recall)}, at the very cell ${percent(exact)}, as one finding ${percent(single)}`,
  );

  console.log(
    judged
      .filter((one) => one.primaries > 1)
      .map((one) => `${one.name}: ${one.primaries}`)
      .join("\n"),
  );
  it("are many, of all kinds", () => {
    expect(judged.length).toBeGreaterThanOrEqual(150);
    expect(new Set(judged.map(({ name }) => name)).size).toBe(judged.length);
  });

  it("are found, at the very cell, and as one finding", () => {
    expect([judged.filter((one) => !one.isFound), judged.filter((one) => !one.isExact)]).toEqual([[], []]);
    expect(Math.min(recall, exact, single)).toBeGreaterThanOrEqual(0.99);
  });

  it.each(cases)("leave nothing to find where there is no fault", async ({ clean }) => {
    expect((await findingsIn(clean)).map((draft) => [draft.code, draft.place])).toEqual([]);
  });
});
