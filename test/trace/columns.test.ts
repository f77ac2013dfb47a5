// What a manifest says of totals that it keeps in columns, and of those of a manifest that knew no columns.

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { aggregate } from "../../src/aggregate/aggregate.js";
import { createPack, type FreshContribution } from "../../src/model/contribution.js";
import type { Fact, Total } from "../../src/model/fact.js";
import { at } from "../../src/model/outcome.js";
import { stateOf } from "../../src/model/quantity.js";
import { ZipPackage } from "../../src/ooxml/zip-package.js";
import { packPart, writeZip } from "../../src/ooxml/zip-writer.js";
import { createFigurePacker } from "../../src/trace/figure-packer.js";
import { openManifest } from "../../src/trace/open-manifest.js";
import { packManifest, traceFigures } from "../../src/trace/pack-manifest.js";
import { deviations } from "../../src/trace/recompute.js";
import { type TracedTotal, traceCell } from "../../src/trace/trace-cell.js";
import { everything, requestFor } from "../aggregate/drawn-facts.js";
import { shippedCatalogue } from "../kit/catalogue.js";
import { CLUSTER, drawnArea } from "../kit/random-units.js";

const AREAS = drawnArea({ plain: ["TC01", "TC05", "HV01", "HV02", "MH2_CN"], funds: ["Q01", "Q02", "Q07"] });
const RECORD = {
  version: "0",
  created: "2025-11-30T00:00:00.000Z",
  unit: CLUSTER,
  period: "2025",
  asOf: "2025-11-30",
  output: { name: "cụm.xlsx", sha256: "" },
  declarations: "",
  register: "",
  files: [{ path: "bao-cao.xlsx", sha256: "", verdict: "accepted", revision: null, period: "2025" }],
};

/** Every second fact stands in a cell, every third of these in counted ones. */
function withCells(contribution: FreshContribution): FreshContribution {
  const facts = contribution.facts.map((fact, index): Fact => {
    const source = { file: 0, sheet: "01 Tổ chức", cells: `L${index + 9}:L41` };
    if (index % 2 === 1) return fact;
    return { ...fact, source: index % 3 === 0 ? { ...source, isCounted: true } : source };
  });
  return contribution.ownFunds.length > 0 ? contribution : { ...contribution, facts };
}

/** A manifest whose first row shows the totals, and its archive. */
async function manifestOf(totals: readonly Total[]) {
  const cells = totals.map((total, index) => ({ column: index + 1, total }));
  const plan = { sheets: [{ name: "Tổng hợp", rows: [{ row: 1, cells }] }] };
  const traced = await traceFigures(plan, createFigurePacker());
  const packed = await traced.packed;
  if (packed === undefined) throw new Error("the figures are not packed");
  const bytes = await packManifest({
    record: RECORD,
    plan,
    traced,
    packed,
    indicators: new Map(),
    nameOf: (unit) => unit,
  });
  const manifest = openManifest(bytes);
  if (manifest === undefined) throw new Error("the manifest is not read");
  return { manifest, archive: new ZipPackage(bytes) };
}

/** A total with all it rests on, made one by one. */
function told({ unit, indicator, operation, quantity, coverage, estimate, parts, facts }: Total): unknown {
  return {
    ...{ unit, indicator, operation, ...coverage, estimate },
    quantity: quantity.kind === "known" ? quantity.value : quantity.why,
    facts: facts.map((fact) => ({
      holder: fact.holder ?? "",
      quantity: fact.quantity.kind === "known" ? fact.quantity.value : stateOf(fact.quantity),
      cells: fact.source && [fact.source.sheet, fact.source.cells, fact.source.isCounted === true],
    })),
    parts: [...parts].map(told),
  };
}

/** The same as the manifest tells it. */
function traced({ unit, indicator, operation, quantity, have, due, estimate, parts, facts }: TracedTotal): unknown {
  return {
    ...{ unit: unit.key, indicator: indicator.code, operation, have, due, estimate, quantity },
    facts: facts.map(({ file, holder, quantity: figure, sources }) => ({
      holder,
      quantity: figure,
      cells: file && sources.map(({ sheet, cells, content }) => [sheet, cells, content.how === "counted"])[0],
    })),
    parts: parts.map(traced),
  };
}

describe("totals in columns", () => {
  it("are told as they were folded, each for itself", async () => {
    let columns = 0;
    await fc.assert(
      fc.asyncProperty(AREAS, async (area) => {
        const came = everything(area.provinces);
        const contributions = came.contributions.map(withCells).map(createPack());
        const catalogue = { ...shippedCatalogue(), register: area.register };
        const totals = [...aggregate(requestFor(CLUSTER, { ...came, contributions }), catalogue).totals.values()];
        const { manifest, archive } = await manifestOf(totals);
        for (const [index, total] of totals.entries()) {
          const cell = at(Object.keys(manifest.cells["Tổng hợp"] ?? {}), index);
          const trace = traceCell(manifest, "Tổng hợp", cell);
          expect(trace && traced(trace), total.indicator).toEqual(told(total));
        }
        columns += archive.read("chi-tieu/HV01.json")?.toString("utf8").split('{"group":').slice(1).length ?? 0;
      }),
      { seed: 20251130, numRuns: 40 },
    );
    expect(columns).toBeGreaterThan(0);
  });
});

describe("a manifest of schema 2", () => {
  it("is read: each total stands for itself", () => {
    const head = {
      ...{ mark: "khuyenhoc nguon-goc", schema: 2, ...RECORD },
      indicators: {
        HV01: { name: "Hội viên", measuredIn: "người" },
        TL: { name: "Tỷ lệ", measuredIn: "%", times: 100 },
      },
      units: [
        ["45@2025-07-01", "Quảng Trị"],
        ["19432@2025-07-01", "Lao Bảo"],
      ],
    };
    const sheet = "01 Tổ chức - Hội viên";
    const parts = {
      "ban-ke.json": head,
      "o.json": { "Tổng hợp": { D38: "HV01:1", E38: "TL:0" } },
      "chi-tieu/HV01.json": [
        [1, "reported", 61, 1, 1, "", [], [[0, 61, "", [[sheet, "L9:L10", "added"]]]]],
        [0, "sum", 61, 1, 2, "", [0], []],
      ],
      "chi-tieu/TL.json": [[0, "ratio", 1, 1, 2, "", ["HV01:1", "HV01:0"], []]],
      "tep/1.json": { 0: { [sheet]: { runs: { L9: [60, ["1 người", 1]] } } } },
    };
    const manifest = openManifest(
      writeZip(Object.entries(parts).map(([name, part]) => packPart(name, Buffer.from(JSON.stringify(part))))),
    );
    if (manifest === undefined) throw new Error("the manifest is not read");
    expect(deviations(manifest)).toEqual([]);
    expect(traceCell(manifest, "Tổng hợp", "E38")).toMatchObject({
      quantity: 1,
      parts: [{ quantity: 61, parts: [{ unit: { name: "Lao Bảo" }, facts: [{ file: { index: 0 } }] }] }, {}],
    });
    expect(manifest.typedCells(0, sheet, "L9:L10").map(({ typed }) => typed)).toEqual(["60", "1 người"]);
  });
});
