// What drawn units contribute, as if their workbooks had been read.

import type { AggregateRequest } from "../../src/aggregate/aggregate.js";
import type { FreshContribution } from "../../src/model/contribution.js";
import { ABSENT, COMPLETE, type Coverage, NOT_DUE } from "../../src/model/coverage.js";
import type { Fact } from "../../src/model/fact.js";
import { type Quantity, quantityOf } from "../../src/model/quantity.js";
import type { UnitKey } from "../../src/model/unit.js";
import { AREA_DATE, type DrawnCommune, type DrawnFigure, type DrawnProvince } from "../kit/random-units.js";

/** A fact as typed: 1/1 known, 0/1 missing, 0/0 not applicable. */
export function typedFact(unit: UnitKey, indicator: string, figure: DrawnFigure, holder?: string): Fact {
  return {
    unit,
    indicator,
    holder: holder === "" ? undefined : holder,
    quantity: quantityOfDrawn(figure),
    coverage: coverageOfDrawn(figure),
    estimate: false,
    explanation: "",
    source: undefined,
  };
}

/** The contribution of a commune that sent its workbook. */
export function communeContribution(commune: DrawnCommune): FreshContribution {
  const { key } = commune.unit;
  const facts = [...commune.figures].flatMap(([code, shares]) =>
    shares.map(([holder, figure]) => ({ ...typedFact(key, code, figure, holder), estimate: commune.isEstimated })),
  );
  return { file: 0, unit: key, facts, rows: [], ownFunds: [] };
}

/** A province's own workbook without rows: its cover (TC01) and its own fund (Q07); undefined where it sent none. */
export function provinceContribution({ unit, ownFund, cover }: DrawnProvince): FreshContribution | undefined {
  if (ownFund === undefined) return undefined;
  const fund = [typedFact(unit.key, "Q07", ownFund, "tỉnh")];
  const own = cover === undefined ? [] : [typedFact(unit.key, "TC01", cover)];
  return {
    file: 0,
    unit: unit.key,
    facts: [...own, ...fund],
    rows: [],
    ownFunds: [{ holder: "tỉnh", name: "Quỹ tỉnh", facts: fund }],
  };
}

/** Everything that came in below and at the provinces. */
export function everything(
  provinces: readonly DrawnProvince[],
): Pick<AggregateRequest, "notCounted"> & { readonly contributions: readonly FreshContribution[] } {
  const communes = provinces.flatMap((province) => province.communes);
  return {
    contributions: [
      ...communes.filter((commune) => commune.state === "sent").map(communeContribution),
      ...provinces.flatMap((province) => provinceContribution(province) ?? []),
    ],
    notCounted: communes
      .filter((commune) => commune.state === "returned")
      .map(({ unit }) => ({ unit: unit.key, verdict: "returned", file: 0 }) as const),
  };
}

/** A request at the areas' date, about year 2025. */
export function requestFor(
  unit: string,
  came: Partial<Pick<AggregateRequest, "contributions" | "notCounted" | "files">>,
): AggregateRequest {
  return {
    unit,
    period: { kind: "year", year: 2025 },
    asOf: AREA_DATE,
    standing: "final",
    provisional: false,
    files: [{ path: "nop/bao-cao.xlsx", sha256: "" }],
    contributions: [],
    notCounted: [],
    ...came,
  };
}

function quantityOfDrawn(figure: DrawnFigure): Quantity {
  return typeof figure === "number" ? quantityOf("known", figure) : quantityOf(figure, Number.NaN);
}

function coverageOfDrawn(figure: DrawnFigure): Coverage {
  if (typeof figure === "number") return COMPLETE;
  return figure === "blank" ? ABSENT : NOT_DUE;
}
