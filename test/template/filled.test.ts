// Blank workbooks filled in with coherent figures come back without a fault, and the program adds up what was typed.

import { describe, expect, it } from "vitest";
import { totalsOf } from "../../fixtures/kit/commune-figures.js";
import { chance } from "../../fixtures/kit/random.js";
import { createTemplateLayout } from "../../src/lay-out/template/lay-out-template.js";
import { treeAt } from "../../src/model/org-tree.js";
import { at } from "../../src/model/outcome.js";
import type { Unit } from "../../src/model/unit.js";
import { conclude } from "../../src/pipeline/conclude.js";
import { fingerprint } from "../../src/pipeline/fingerprint.js";
import { createTakeIn } from "../../src/pipeline/take-in.js";
import { createStamp } from "../../src/write/stamp-workbook.js";
import { shippedCatalogue } from "../kit/catalogue.js";
import { filledTemplate, listedFields } from "../kit/filled-template.js";
import { inventedCommune } from "../kit/invented-commune.js";

/** A thousand take half a minute on a busy machine; FILLS=1000 asks for them. */
const COUNT = Number(process.env["FILLS"] ?? "100");
const catalogue = shippedCatalogue();
const AS_OF = "2025-12-31" as const;
const PERIOD = { kind: "year", year: 2025 } as const;
const tree = treeAt(catalogue.register, AS_OF);
const communes = [...tree.units()].filter(({ level }) => level === "commune").slice(0, COUNT);

const layOut = createTemplateLayout(catalogue, fingerprint);

function blank(unit: Unit) {
  const asked = { unit, period: PERIOD, asOf: AS_OF, rows: [], funds: [], rowCount: 8 } as const;
  return layOut({ ...asked, created: "2025-12-01T00:00:00Z", toolVersion: "0" });
}

describe("not filled in", () => {
  it("is returned with that as the cause", async () => {
    const unit = at(communes, 0);
    const bytes = (await createStamp(blank(unit)))(blank(unit));
    const taken = await createTakeIn(catalogue)({ path: "xa.xlsx", modified: AS_OF, bytes }, 0);
    expect(taken.drafts.map(({ code, variant }) => [code, variant])).toEqual([["V-L01", "chưa điền"]]);
  });
});

describe("filled in", () => {
  it(`${COUNT} communes without an error, each total as invented`, { timeout: 60_000 }, async () => {
    const luck = chance(5);
    const takeIn = createTakeIn(catalogue);
    const stamp = await createStamp(blank(at(communes, 0)));
    for (const [index, unit] of communes.entries()) {
      const report = inventedCommune(unit, tree, luck);
      const bytes = stamp(filledTemplate(blank(unit), report));
      const taken = await takeIn({ path: `${unit.code}.xlsx`, modified: AS_OF, bytes }, index);
      expect([unit.code, taken.drafts]).toEqual([unit.code, []]);
      if (index % 20 !== 0) continue;
      const asked = new Set(listedFields(blank(unit)).map(({ field }) => field));
      const request = {
        unit: unit.key,
        period: PERIOD,
        asOf: AS_OF,
        standing: undefined,
        provisional: false,
        latest: false,
      };
      const { aggregation } = conclude([taken], { ...request, before: { history: undefined, unused: [] } }, catalogue);
      for (const [code, value] of totalsOf(report)) {
        if (report.cover.has(code) && !asked.has(code)) continue;
        expect([code, aggregation?.totals.get(code)?.quantity]).toEqual([code, { kind: "known", value }]);
      }
    }
  });
});
