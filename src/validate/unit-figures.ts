// Figures of whole units as rules see them: what a submission gave of its unit, and the complete totals of an area.

import { parseAddress } from "../model/cell-address.js";
import type { Contribution } from "../model/contribution.js";
import type { Fact, Total, TotalsByIndicator } from "../model/fact.js";
import type { Place } from "../model/finding.js";
import { type Indicator, isMoney } from "../model/indicator.js";
import { type FactIndex, factAt, isKnownAt, isPacked } from "../model/packed-facts.js";
import { addQuantities, type Quantity } from "../model/quantity.js";
import type { Figure, FigureRecord } from "../model/rule.js";
import type { FileRef } from "../model/submission.js";
import type { Unit, UnitKey } from "../model/unit.js";

export interface FigureGround {
  readonly indicators: ReadonlyMap<string, Indicator>;
  readonly files: readonly FileRef[];
  /** Indicators that some rule asks for; no other is looked up. */
  readonly codes: ReadonlySet<string>;
  readonly factIndex: FactIndex;
}

interface Figures {
  figure(code: string): Figure | undefined;
  /** Undefined where it is not known. */
  value(code: string): number | undefined;
}

/** What a contribution says of its own unit, or of one below it that has a row. A figure stands at its cell, or the first of the cells it was added up from. */
export function unitFigures(contribution: Contribution, unit: Unit, ground: FigureGround): FigureRecord {
  const { facts, moneyFactor = 1 } = contribution;
  const toldOf = (code: string): readonly Fact[] =>
    ground.codes.has(code)
      ? factsOn(facts, code, { contribution, ground }).filter((fact) => fact.unit === unit.key)
      : [];
  const figure = (code: string): Figure | undefined => {
    const told = toldOf(code);
    if (told.length === 0) return undefined;
    const source = told.find((fact) => fact.source !== undefined)?.source;
    const file = ground.files[source?.file ?? contribution.file]?.path ?? "";
    const cell = parseAddress(source?.cells.split(/[:,]/)[0] ?? "");
    const place: Place = { file, ...(source && { sheet: source.sheet }), ...(cell && { cell }) };
    const quantity = addQuantities(told.map((fact) => fact.quantity));
    return figureOf(code, { place, quantity, factor: moneyFactor }, ground);
  };
  const value = (code: string): number | undefined => {
    const told = ground.codes.has(code) ? valuesOn(contribution, code, { ground, unit: unit.key }) : [];
    return told.length > 1 ? told.reduce((sum, one) => sum + one) : told[0];
  };
  return recordOf(unit.key === contribution.unit ? "unit" : "child", unit, { figure, value });
}

/** Made when they are asked for: of thousands of units few figures are, and none is kept. */
function factsOn(
  facts: Contribution["facts"],
  code: string,
  { contribution, ground }: { readonly contribution: Contribution; readonly ground: FigureGround },
): readonly Fact[] {
  if (!isPacked(facts)) return facts.filter(({ indicator }) => indicator === code);
  return (ground.factIndex(facts.shape).get(code) ?? []).map((index) => factAt(facts, index, contribution));
}

/** Known values of the facts that a contribution gives of an indicator, of one unit or of all; no packed fact is made for it. */
function valuesOn(
  { unit: sender, facts }: Contribution,
  code: string,
  { ground, unit }: { readonly ground: FigureGround; readonly unit?: UnitKey },
): readonly number[] {
  const told: number[] = [];
  if (!isPacked(facts)) {
    for (const { indicator, quantity, unit: of } of facts) {
      if (indicator === code && (unit ?? of) === of && quantity.kind === "known") told.push(quantity.value);
    }
    return told;
  }
  for (const place of ground.factIndex(facts.shape).get(code) ?? []) {
    const of = facts.units?.[place] ?? sender;
    if ((unit ?? of) === of && isKnownAt(facts, place)) told.push(facts.values[place] ?? Number.NaN);
  }
  return told;
}

/** Totals of the asked unit to which every unit below gave its part; `rounded` says how far amounts may be off. */
export function areaFigures(
  { key, name, totals }: { readonly key: string; readonly name: string; readonly totals: TotalsByIndicator },
  contributions: readonly Contribution[],
  ground: FigureGround,
): FigureRecord {
  const complete = (code: string): Total | undefined => {
    const total = ground.codes.has(code) ? totals.get(code) : undefined;
    return total?.coverage.have === total?.coverage.due ? total : undefined;
  };
  const figure = (code: string): Figure | undefined => {
    const total = complete(code);
    if (total === undefined) return undefined;
    const told = figureOf(code, { place: { file: "" }, quantity: total.quantity, factor: 1 }, ground);
    const indicator = ground.indicators.get(code);
    const rounding = indicator !== undefined && isMoney(indicator) ? roundingOf(contributions, code, ground) : 0;
    return { ...told, rounding };
  };
  const value = (code: string): number | undefined => {
    const quantity = complete(code)?.quantity;
    return quantity?.kind === "known" ? quantity.value : undefined;
  };
  return recordOf("unit", { key, name }, { figure, value });
}

/** Half a unit of money for each amount that was written in nghìn or more. */
function roundingOf(contributions: readonly Contribution[], code: string, ground: FigureGround): number {
  let rounding = 0;
  for (const contribution of contributions) {
    const { moneyFactor = 1 } = contribution;
    if (moneyFactor === 1) continue;
    for (const value of valuesOn(contribution, code, { ground })) if (value !== 0) rounding += moneyFactor / 2;
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
  { figure, value }: Figures,
): FigureRecord {
  return {
    subject,
    unit: key,
    name,
    row: 0,
    value,
    figure,
  };
}
