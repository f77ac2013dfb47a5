// Laws of adding up, on random areas: what must hold whatever the figures are. The expected sums are added here, by
// hand, from what was drawn.

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { aggregate } from "../../src/aggregate/aggregate.js";
import { contributionsOf } from "../../src/aggregate/contributions-of.js";
import type { Aggregation } from "../../src/model/aggregation.js";
import type { Catalogue } from "../../src/model/catalogue.js";
import { type Contribution, createPack } from "../../src/model/contribution.js";
import { gatherOrigins, type Origins, type Total, type TotalsByIndicator } from "../../src/model/fact.js";
import { stateOf } from "../../src/model/quantity.js";
import { shippedCatalogue } from "../kit/catalogue.js";
import {
  areaOf,
  CLUSTER,
  type DrawnArea,
  type DrawnCommune,
  type DrawnProvince,
  drawnArea,
} from "../kit/random-units.js";
import { everything, requestFor } from "./drawn-facts.js";
import { wire } from "./wire.js";

/** Some of each kind: stocks, flows, openings, counts, their sums, what expires, what a province records. */
const PLAIN = [
  "TC01",
  "TC02",
  "TC04",
  "TC05",
  "TC06",
  "TC07",
  "HV00",
  "HV01",
  "HV02",
  "HV06",
  "DS01",
  "MH2_CN",
  "MH7m1",
];
const FUNDS = ["Q01", "Q02", "Q02a", "Q02b", "Q07"];
const AREAS = drawnArea({ plain: PLAIN, funds: FUNDS });
const RUNS = { seed: 20251130, numRuns: 100 };

/** Totals as text, one line per indicator: value, coverage, estimate, holders. */
function lines(totals: TotalsByIndicator): readonly string[] {
  return [...totals].map(([code, total]) => {
    const { quantity, coverage, estimate, byHolder } = total;
    const value = quantity.kind === "known" ? quantity.value : stateOf(quantity);
    const holders = [...byHolder]
      .map(([holder, share]) => `${holder}=${share.kind === "known" ? share.value : stateOf(share)}`)
      .sort();
    return `${code} ${value} ${coverage.have}/${coverage.due}${estimate ? " ước" : ""} ${holders.join("; ")}`;
  });
}

/** A total with all it rests on. */
function toFacts({ parts, byHolder, ...total }: Total): unknown {
  return { ...total, byHolder: [...byHolder], parts: [...parts].map(toFacts) };
}

function originsOf(total: Total): Pick<Origins, "files" | "explanations"> {
  const into: Origins = { files: new Set(), owners: new Set(), explanations: new Set() };
  gatherOrigins(total, into);
  for (const { file } of [...into.owners].flat()) into.files.add(file);
  return { files: into.files, explanations: into.explanations };
}

/** The shipped declarations over the drawn units. */
function catalogueOf({ register }: DrawnArea): Catalogue {
  return { ...shippedCatalogue(), register };
}

function addUp(area: DrawnArea, unit: string): Aggregation {
  return aggregate(requestFor(unit, everything(area.provinces)), catalogueOf(area));
}

/** A level's own workbooks as the level above reads them. A province of which nothing came sends none. */
function sentUp(area: DrawnArea): readonly Contribution[] {
  const catalogue = catalogueOf(area);
  return area.provinces.flatMap((province) => {
    const came = everything([province]);
    if (came.contributions.length + came.notCounted.length === 0) return [];
    const summary = aggregate(requestFor(province.unit.key, came), catalogue);
    return contributionsOf(wire(summary, province.unit, catalogue), 0, catalogue);
  });
}

describe("level by level equals all at once", () => {
  it("from communes over provinces to the cluster", () => {
    fc.assert(
      fc.property(AREAS, (area) => {
        const request = requestFor(CLUSTER, { contributions: sentUp(area) });
        const stepwise = aggregate(request, catalogueOf(area));
        const atOnce = addUp(area, CLUSTER);
        expect(lines(stepwise.totals)).toEqual(lines(atOnce.totals));
        expect(stepwise.children.map((child) => lines(child.totals))).toEqual(
          atOnce.children.map((child) => lines(child.totals)),
        );
      }),
      RUNS,
    );
  });

  it("from the cluster's workbook to the nation", () => {
    fc.assert(
      fc.property(AREAS, (area) => {
        const catalogue = catalogueOf(area);
        const members = contributionsOf(wire(addUp(area, CLUSTER), undefined, catalogue), 0, catalogue);
        const stepwise = aggregate(requestFor(area.nation.key, { contributions: members }), catalogue);
        expect(lines(stepwise.totals)).toEqual(lines(addUp(area, area.nation.key).totals));
      }),
      RUNS,
    );
  });

  it("a province's own summary, read again, is the same province", () => {
    fc.assert(
      fc.property(AREAS, (area) => {
        const catalogue = catalogueOf(area);
        for (const contribution of sentUp(area)) {
          const again = aggregate(requestFor(contribution.unit, { contributions: [contribution] }), catalogue);
          const before = addUp(area, contribution.unit);
          expect(lines(again.totals)).toEqual(lines(before.totals));
          expect(compared(again)).toEqual(compared(before));
          expect(again.coverage.missing).toEqual(before.coverage.missing);
        }
      }),
      RUNS,
    );
  });
});

describe("a total", () => {
  it("is the sum of what the communes that sent gave, out of those that owe it", () => {
    fc.assert(
      fc.property(AREAS, (area) => {
        const { totals } = addUp(area, CLUSTER);
        const communes = area.provinces.flatMap((province) => province.communes);
        for (const code of ["HV01", "HV02", "DS01", "TC02", "TC07"]) {
          const figures = communes.map((commune) => figureOf(commune, code));
          const known = figures.filter((figure) => typeof figure === "number");
          const due = figures.filter((figure) => figure !== "not-due").length;
          const total = totals.get(code);
          expect(total?.coverage, code).toEqual({ have: known.length, due });
          expect(total?.quantity.kind === "known" ? total.quantity.value : undefined, code).toBe(
            known.length === 0 ? undefined : known.reduce((sum, value) => sum + value, 0),
          );
        }
      }),
      RUNS,
    );
  });

  it("of a fund adds holders and the provinces' own funds, each once", () => {
    fc.assert(
      fc.property(AREAS, (area) => {
        const total = addUp(area, CLUSTER).totals.get("Q07");
        const shares = [...area.provinces.flatMap(ownShare), ...area.provinces.flatMap(communeShares)];
        const sum = shares.reduce((whole, [, value]) => whole + value, 0);
        expect(total?.quantity.kind === "known" ? total.quantity.value : undefined).toBe(
          shares.length === 0 ? undefined : sum,
        );
        for (const holder of new Set(shares.map(([name]) => name))) {
          const share = total?.byHolder.get(holder);
          const expected = shares.filter(([name]) => name === holder).reduce((whole, [, value]) => whole + value, 0);
          expect(share?.kind === "known" ? share.value : undefined, holder).toBe(expected);
        }
      }),
      RUNS,
    );
  });

  it("does not depend on the order in which files came", () => {
    fc.assert(
      fc.property(AREAS, fc.infiniteStream(fc.nat()), (area, order) => {
        const came = everything(area.provinces);
        const shuffled = came.contributions
          .map((contribution) => ({ contribution, rank: order.next().value }))
          .sort((a, b) => a.rank - b.rank)
          .map(({ contribution }) => contribution);
        const catalogue = catalogueOf(area);
        const other = aggregate(requestFor(CLUSTER, { ...came, contributions: shuffled }), catalogue);
        expect(lines(other.totals)).toEqual(lines(addUp(area, CLUSTER).totals));
        expect(other.findings).toEqual(addUp(area, CLUSTER).findings);
      }),
      RUNS,
    );
  });

  it("gives the same from packed contributions, down to the facts", () => {
    fc.assert(
      fc.property(AREAS, (area) => {
        const catalogue = catalogueOf(area);
        const came = everything(area.provinces);
        const plain = aggregate(requestFor(CLUSTER, came), catalogue);
        const packed = aggregate(
          requestFor(CLUSTER, { ...came, contributions: structuredClone(came.contributions.map(createPack())) }),
          catalogue,
        );
        expect([...packed.totals.values()].map(toFacts)).toEqual([...plain.totals.values()].map(toFacts));
        expect(packed.children.map(({ totals }) => lines(totals))).toEqual(
          plain.children.map(({ totals }) => lines(totals)),
        );
        expect([...packed.totals.values()].map(originsOf)).toEqual([...plain.totals.values()].map(originsOf));
      }),
      RUNS,
    );
  });

  it("loses exactly a commune's figure when its workbook is taken away, and names the commune", () => {
    fc.assert(
      fc.property(AREAS, (area) => {
        const [province] = area.provinces;
        const gone = province?.communes.find((commune) => commune.state === "sent");
        if (province === undefined || gone === undefined) return;
        const before = addUp(area, province.unit.key);
        const after = addUp(without(area, gone), province.unit.key);
        expect(after.coverage.missing.map((unit) => unit.key)).toContain(gone.unit.key);
        expect(after.coverage.received).toBe(before.coverage.received - 1);
        const figure = figureOf(gone, "HV01");
        const lost = typeof figure === "number" ? figure : 0;
        const have = typeof figure === "number" ? 1 : 0;
        expect(valueOrZero(after.totals, "HV01")).toBe(valueOrZero(before.totals, "HV01") - lost);
        expect(after.totals.get("HV01")?.coverage.have).toBe((before.totals.get("HV01")?.coverage.have ?? 0) - have);
      }),
      RUNS,
    );
  });
});

/** Indicators of V-T05. */
function compared({ findings }: Aggregation): readonly (string | undefined)[] {
  return findings.filter((finding) => finding.code === "V-T05").map((finding) => finding.field);
}

type Owed = number | "owed" | "not-due";

/** What a commune gives, by hand: a value, owed and not given, or not due. */
function figureOf(commune: DrawnCommune, code: string): Owed {
  if (commune.state === "no-association") return "not-due";
  if (commune.state !== "sent") return "owed";
  const figure = commune.figures.get(code)?.[0]?.[1];
  if (typeof figure === "number") return figure;
  return figure === "not-on-form" ? "not-due" : "owed";
}

function communeShares(province: DrawnProvince): readonly (readonly [string, number])[] {
  return province.communes
    .filter((commune) => commune.state === "sent")
    .flatMap((commune) => commune.figures.get("Q07") ?? [])
    .flatMap(([holder, figure]) => (typeof figure === "number" ? [[holder, figure] as const] : []));
}

function ownShare(province: DrawnProvince): readonly (readonly [string, number])[] {
  return province.ownFund === undefined ? [] : [["tỉnh", province.ownFund]];
}

function without(area: DrawnArea, gone: DrawnCommune): DrawnArea {
  return areaOf(
    area.provinces.map((province) => ({
      ...province,
      communes: province.communes.map((one) => (one.unit.key === gone.unit.key ? { ...one, state: "missing" } : one)),
    })),
  );
}

/** Only for differences of sums, where nothing known adds nothing. */
function valueOrZero(totals: TotalsByIndicator, code: string): number {
  const quantity = totals.get(code)?.quantity;
  return quantity?.kind === "known" ? quantity.value : 0;
}
