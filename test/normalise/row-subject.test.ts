// Rows of branches: the branch that comes next is told by its texts alone, and is the one that looking it up gives.

import { describe, expect, it } from "vitest";
import { type Chance, chance } from "../../fixtures/kit/random.js";
import { createNameWords } from "../../src/normalise/name-words.js";
import { type BranchRows, createBranchRows, type RowText } from "../../src/normalise/row-subject.js";
import { shippedCatalogue } from "../kit/catalogue.js";

const wordsOf = createNameWords();
const [commune] = shippedCatalogue().register.byCode("19429");

/** A row with a holder may speak of these, by name or code. */
const MARKS = new Set(["Chi hội thôn 1", "Chi hội thôn 2", "T3"].map((text) => wordsOf(text).same).concat("T3"));
const NAMES = ["Chi hội thôn 1", "Chi hội thôn 2", "chi hội  thôn 2", "Quỹ xã", "Toàn xã", ""];
const CODES = ["", "", "", "T3", "T4"];

function branchesOf(): BranchRows {
  if (commune === undefined) throw new Error("the register lacks the commune");
  return createBranchRows(commune, { wordsOf, isBranch: (mark) => MARKS.has(mark) });
}

function row(name: string, code: string, hasHolder: boolean): RowText {
  return { row: 9, name, code, isCodeNumber: false, district: "", hasHolder, cell: { row: 9, column: 2 } };
}

/** A row of one of the tables; those without holders have rows of branches only, of which a row with a holder may speak. */
function drawn(luck: Chance): { readonly table: keyof BranchRows; readonly asked: RowText } {
  const table = luck.between(0, 1) === 0 ? "plain" : "besideHolders";
  const names = table === "plain" ? NAMES.slice(0, 3) : NAMES;
  const codes = table === "plain" ? CODES.slice(0, 4) : CODES;
  const name = names[luck.between(0, names.length - 1)] ?? "";
  const code = codes[luck.between(0, codes.length - 1)] ?? "";
  return { table, asked: row(name, code, table === "besideHolders" && luck.between(0, 1) === 0) };
}

describe("rows of branches", () => {
  it("speak of what each would speak of alone, in whatever order tables have them", () => {
    const luck = chance(19429);
    let branches = 0;
    for (let round = 0; round < 50; round += 1) {
      const together = branchesOf();
      for (let count = 0; count < 40; count += 1) {
        const { table, asked } = drawn(luck);
        const said = together[table].of(asked);
        expect(said, `${asked.name} ${asked.code}`).toEqual(branchesOf()[table].of(asked));
        if (said.kind === "data") branches += 1;
      }
    }
    expect(branches).toBeGreaterThan(1000);
  });

  it("of the next table are one and the same text", () => {
    const { plain, besideHolders } = branchesOf();
    const first = ["Chi hội thôn 1", "Chi hội thôn 2"].map((name) => plain.of(row(name, "", false)));
    const again = ["Chi hội thôn 1", "Chi hội thôn 2"].map((name) => besideHolders.of(row(name, "", true)));
    expect(again.map((said, index) => said === first[index])).toEqual([true, true]);
  });
});
