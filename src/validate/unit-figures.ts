// Figures of whole units as rules see them: what a submission gave of its unit, and the complete totals of an area.

import { parseAddress } from "../model/cell-address.js";
import type { Contribution } from "../model/contribution.js";
import type { Fact, TotalsByIndicator } from "../model/fact.js";
import type { Place } from "../model/finding.js";
import { type Indicator, isMoney } from "../model/indicator.js";
import { factsOf } from "../model/packed-facts.js";
import { addQuantities, type Quantity } from "../model/quantity.js";
import type { Figure, FigureRecord } from "../model/rule.js";
import type { FileRef } from "../model/submission.js";
import type { Unit } from "../model/unit.js";

export interface FigureGround {
  readonly indicators: ReadonlyMap<string, Indicator>;
  readonly files: readonly FileRef[];
  /** Indicators that some rule asks for; no other is looked up. */
  readonly codes: ReadonlySet<string>;
}

type Figures = ReadonlyMap<string, Figure>;

/** What a contribution says of its own unit, or of one below it that has a row. A figure stands at its cell, or the first of the cells it was added up from. */
export function unitFigures(contribution: Contribution, unit: Unit, ground: FigureGround): FigureRecord {
  const facts = new Map<string, Fact[]>();
  for (const fact of factsOf(contribution.facts, contribution, ground.codes)) {
    if (fact.unit !== unit.key) continue;
    const list = facts.get(fact.indicator);
    if (list === undefined) facts.set(fact.indicator, [fact]);
    else list.push(fact);
  }
  const figures = new Map<string, Figure>();
  for (const [code, list] of facts) {
    const quantity = addQuantities(list.map((fact) => fact.quantity));
    const source = list.find((fact) => fact.source !== undefined)?.source;
    const file = ground.files[source?.file ?? contribution.file]?.path ?? "";
    const cell = parseAddress(source?.cells.split(/[:,]/)[0] ?? "");
    const place: Place = { file, ...(source && { sheet: source.sheet }), ...(cell && { cell }) };
    figures.set(code, figureOf(code, { place, quantity, factor: contribution.moneyFactor ?? 1 }, ground));
  }
  return recordOf(unit.key === contribution.unit ? "unit" : "child", unit, figures);
}

/** Totals of the asked unit to which every unit below gave its part; `rounded` says how far amounts may be off. */
export function areaFigures(
  { key, name, totals }: { readonly key: string; readonly name: string; readonly totals: TotalsByIndicator },
  contributions: readonly Contribution[],
  ground: FigureGround,
): FigureRecord {
  const figures = new Map<string, Figure>();
  for (const code of ground.codes) {
    const total = totals.get(code);
    if (total === undefined || total.coverage.have !== total.coverage.due) continue;
    const figure = figureOf(code, { place: { file: "" }, quantity: total.quantity, factor: 1 }, ground);
    const indicator = ground.indicators.get(code);
    const rounding = indicator !== undefined && isMoney(indicator) ? roundingOf(contributions, code) : 0;
    figures.set(code, { ...figure, rounding });
  }
  return recordOf("unit", { key, name }, figures);
}

/** Half a unit of money for each amount that was written in nghìn or more. */
function roundingOf(contributions: readonly Contribution[], code: string): number {
  let rounding = 0;
  const asked = new Set([code]);
  for (const contribution of contributions) {
    const { facts, moneyFactor = 1 } = contribution;
    if (moneyFactor === 1) continue;
    for (const { quantity } of factsOf(facts, contribution, asked)) {
      if (quantity.kind === "known" && quantity.value !== 0) rounding += moneyFactor / 2;
    }
  }
  return rounding;
}

function figureOf(
  code: string,
  { place, quantity, factor }: { readonly place: Place; readonly quantity: Quantity; readonly factor: number },
  { indicators }: FigureGround,
): Figure {
  const indicator = indicators.get(code);
  const scale = indicator !== undefined && isMoney(indicator) ? factor : 1;
  return { code, label: indicator?.name ?? code, place, typed: "", quantity, scale, rounding: 0 };
}

function recordOf(
  subject: FigureRecord["subject"],
  { key, name }: { readonly key: string; readonly name: string },
  figures: Figures,
): FigureRecord {
  return {
    subject,
    unit: key,
    name,
    row: 0,
    value: (code) => {
      const quantity = figures.get(code)?.quantity;
      return quantity?.kind === "known" ? quantity.value : undefined;
    },
    figure: (code) => figures.get(code),
  };
}
