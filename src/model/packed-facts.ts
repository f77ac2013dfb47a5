// Facts as they are kept from the reading to the adding-up: a run has over a million of them, alike from file to file in
// all but values and cells. Plain data, which passes from thread to thread; the objects are made where they are looked at.

import { type Coverage, coverageOf } from "./coverage.js";
import {
  type Fact,
  type FactColumns,
  type FactFigures,
  type Source,
  type SourceCells,
  sourceOf,
  type TotalColumn,
} from "./fact.js";
import { at } from "./outcome.js";
import { known, QUANTITY_STATES, type Quantity, quantityOf, stateOf } from "./quantity.js";
import type { UnitKey } from "./unit.js";

/** Facts as objects, or packed. */
export type Facts = readonly Fact[] | PackedFacts;

/** What facts are about, one after the other. Files of one collection have the same, and then it is one object. */
export interface FactShape {
  readonly indicators: readonly string[];
  readonly holders: readonly (string | undefined)[];
  /** Where each stands; undefined for one that stands nowhere. */
  readonly sheets: readonly (string | undefined)[];
  /** True for each whose cells are counted. */
  readonly counted: readonly boolean[];
}

export interface PackedFacts extends FactColumns {
  readonly shape: FactShape;
  /** Unit of each; absent where all speak of the unit that contributes them. */
  readonly units?: readonly UnitKey[];
  /** Of the few that have more to them than a typed figure. */
  readonly more?: ReadonlyMap<number, MoreOfFact>;
}

interface MoreOfFact extends Pick<Fact, "coverage" | "estimate" | "explanation"> {
  readonly beside: readonly SourceCells[] | undefined;
}

/** Who contributes facts: the unit, and the place of its file in the run's list. */
export interface Contributor {
  readonly unit: UnitKey;
  readonly file: number;
}

export type PackFacts = (facts: readonly Fact[], unit: UnitKey) => PackedFacts;

/** Shapes kept to be met again. A collection has a handful; each workbook of an upper level has one of its own. */
const SHAPES = 16;
const KNOWN = QUANTITY_STATES.indexOf("known");
const NOTHINGS: readonly Quantity[] = QUANTITY_STATES.map((state) => quantityOf(state, Number.NaN));

/** Packs facts of one file at a time; shapes are shared from one to the next. */
export function createPackFacts(): PackFacts {
  const shapes: FactShape[] = [];
  const shapeOf = (facts: readonly Fact[]): FactShape => {
    const same = shapes.find((shape) => isOf(shape, facts));
    if (same !== undefined) return same;
    const shape = newShape(facts);
    shapes.unshift(shape);
    if (shapes.length > SHAPES) shapes.pop();
    return shape;
  };
  return (facts, unit) => {
    const more = moreOf(facts);
    const states = new Uint8Array(facts.length);
    const values = new Float64Array(facts.length);
    for (let index = 0; index < facts.length; index += 1) {
      const { quantity } = at(facts, index);
      const isKnown = quantity.kind === "known";
      states[index] = isKnown ? KNOWN : QUANTITY_STATES.indexOf(stateOf(quantity));
      values[index] = isKnown ? quantity.value : Number.NaN;
    }
    return {
      shape: shapeOf(facts),
      states,
      values,
      cells: facts.map(({ source }) => source?.cells ?? ""),
      ...(facts.every((fact) => fact.unit === unit) ? {} : { units: facts.map((fact) => fact.unit) }),
      ...(more.size === 0 ? {} : { more }),
    };
  };
}

/** The facts as objects, in their order; those of `codes` alone where they are named. */
export function factsOf(facts: Facts, contributor: Contributor, codes?: ReadonlySet<string>): readonly Fact[] {
  if (!isPacked(facts)) return codes === undefined ? facts : facts.filter(({ indicator }) => codes.has(indicator));
  const { indicators } = facts.shape;
  const made: Fact[] = [];
  for (let index = 0; index < indicators.length; index += 1) {
    if (codes === undefined || codes.has(at(indicators, index))) made.push(factAt(facts, index, contributor));
  }
  return made;
}

/** By indicator: places of its facts among those of a shape. */
export type FactIndex = (shape: FactShape) => ReadonlyMap<string, readonly number[]>;

/** Where facts stand in shapes, worked out once for each. */
export function createFactIndex(): FactIndex {
  const known = new WeakMap<FactShape, ReadonlyMap<string, readonly number[]>>();
  return (shape) => {
    const before = known.get(shape);
    if (before !== undefined) return before;
    const places = new Map<string, number[]>();
    for (const [index, indicator] of shape.indicators.entries()) {
      const list = places.get(indicator);
      if (list === undefined) places.set(indicator, [index]);
      else list.push(index);
    }
    known.set(shape, places);
    return places;
  };
}

/** By indicator: its facts in a shape as columns tell them; none where a holder comes twice. */
export type ColumnIndex = (shape: FactShape) => ReadonlyMap<string, TotalColumn["facts"]>;

/** Columns of shapes, worked out once for each. */
export function createColumnIndex(factIndex: FactIndex): ColumnIndex {
  const known = new WeakMap<FactShape, ReadonlyMap<string, TotalColumn["facts"]>>();
  return (shape) => {
    const before = known.get(shape);
    if (before !== undefined) return before;
    const columns = new Map<string, TotalColumn["facts"]>();
    for (const [indicator, places] of factIndex(shape)) {
      const holders = places.flatMap((place) => shape.holders[place] ?? []);
      if (new Set(holders).size === holders.length) {
        columns.set(
          indicator,
          places.map((place) => ({
            place,
            holder: shape.holders[place],
            sheet: shape.sheets[place],
            isCounted: at(shape.counted, place),
          })),
        );
      }
    }
    known.set(shape, columns);
    return columns;
  };
}

/** True where the facts are packed. */
export function isPacked(facts: Facts): facts is PackedFacts {
  return "shape" in facts;
}

/** One of packed facts as an object. */
export function factAt(facts: PackedFacts, index: number, { unit, file }: Contributor): Fact {
  const { shape, units, more } = facts;
  const quantity = quantityAt(facts, index);
  const given = more?.get(index);
  return {
    unit: units === undefined ? unit : at(units, index),
    indicator: at(shape.indicators, index),
    holder: shape.holders[index],
    quantity,
    coverage: given?.coverage ?? coverageOf(quantity),
    estimate: given?.estimate === true,
    explanation: given?.explanation ?? "",
    source: sourceAt(facts, index, { file, beside: given?.beside }),
  };
}

/** True where the figure of one of packed facts is known. */
export function isKnownAt({ states }: FactFigures, index: number): boolean {
  return states[index] === KNOWN;
}

/** The quantity of one of packed facts. */
function quantityAt({ states, values }: FactFigures, index: number): Quantity {
  const state = states[index] ?? -1;
  return state === KNOWN ? known(values[index] ?? Number.NaN) : at(NOTHINGS, state);
}

function sourceAt(
  { shape, cells }: PackedFacts,
  index: number,
  { file, beside }: { readonly file: number; readonly beside: readonly SourceCells[] | undefined },
): Source | undefined {
  const sheet = shape.sheets[index];
  if (sheet === undefined) return undefined;
  return sourceOf(file, { sheet, cells: at(cells, index), isCounted: shape.counted[index] }, beside);
}

function newShape(facts: readonly Fact[]): FactShape {
  return {
    indicators: facts.map(({ indicator }) => indicator),
    holders: facts.map(({ holder }) => holder),
    sheets: facts.map(({ source }) => source?.sheet),
    counted: facts.map(({ source }) => source?.isCounted === true),
  };
}

function isOf({ indicators, holders, sheets, counted }: FactShape, facts: readonly Fact[]): boolean {
  if (indicators.length !== facts.length) return false;
  for (let index = 0; index < facts.length; index += 1) {
    const { indicator, holder, source } = at(facts, index);
    if (indicators[index] !== indicator || holders[index] !== holder) return false;
    if (sheets[index] !== source?.sheet || counted[index] !== (source?.isCounted === true)) return false;
  }
  return true;
}

function moreOf(facts: readonly Fact[]): ReadonlyMap<number, MoreOfFact> {
  const more = new Map<number, MoreOfFact>();
  for (let index = 0; index < facts.length; index += 1) {
    const { quantity, coverage, estimate, explanation, source } = at(facts, index);
    const beside = source?.beside;
    const isPlain = !estimate && explanation === "" && beside === undefined;
    if (!isPlain || !isSame(coverage, coverageOf(quantity)))
      more.set(index, { coverage, estimate, explanation, beside });
  }
  return more;
}

function isSame(a: Coverage, b: Coverage): boolean {
  return a.have === b.have && a.due === b.due;
}
