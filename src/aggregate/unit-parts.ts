// Totals of the units below an area, gone through without being kept: each unit keeps its own, or makes them anew. Those
// of units whose facts are packed alike are not made at all: their columns stand for them.

import type { FactFigures, FactOwner, Total, TotalColumn, TotalParts } from "../model/fact.js";
import type { Indicator } from "../model/indicator.js";
import { at } from "../model/outcome.js";
import type { ColumnIndex, FactShape } from "../model/packed-facts.js";
import { leafOperation } from "./leaf-totals.js";
import type { UnitNode } from "./unit-node.js";

/** Units that follow each other; their facts, where all have theirs packed in one shape. */
interface Run {
  readonly nodes: UnitNode[];
  readonly alike: AlikeFacts | undefined;
}

interface AlikeFacts {
  readonly shape: FactShape;
  readonly owners: FactOwner[];
  /** Places of facts of which more is known, with some owner, than a column can say. */
  readonly told: Set<number>;
  /** As a `TotalColumn` has them, from when they are first asked for. */
  figures?: FactFigures;
}

/** The units below an area; what their facts have in common is worked out once for all indicators. */
export class UnitsBelow {
  readonly #nodes: readonly UnitNode[];
  readonly #columnIndex: ColumnIndex;
  #runs: readonly Run[] | undefined;

  constructor(nodes: readonly UnitNode[], columnIndex: ColumnIndex) {
    this.#nodes = nodes;
    this.#columnIndex = columnIndex;
  }

  /** The indicator's totals of the units, in their order. */
  totalsOf(indicator: Indicator): TotalParts {
    return new PartsBelow(this, indicator);
  }

  oneByOne(indicator: Indicator): readonly Total[] {
    return addTotals(this.#nodes, indicator, []);
  }

  together(indicator: Indicator): readonly (Total | TotalColumn)[] {
    this.#runs ??= runsOf(this.#nodes);
    const parts: (Total | TotalColumn)[] = [];
    for (const { nodes, alike } of this.#runs) {
      const column = alike && columnOf(alike, indicator, this.#columnIndex);
      if (column === undefined) addTotals(nodes, indicator, parts);
      else parts.push(column);
    }
    return parts;
  }
}

/** What a total keeps of its parts, and a nation has a hundred thousand such totals: which units, and which indicator. */
class PartsBelow implements TotalParts {
  readonly #units: UnitsBelow;
  readonly #indicator: Indicator;

  constructor(units: UnitsBelow, indicator: Indicator) {
    this.#units = units;
    this.#indicator = indicator;
  }

  [Symbol.iterator](): Iterator<Total> {
    return this.#units.oneByOne(this.#indicator)[Symbol.iterator]();
  }

  together(): readonly (Total | TotalColumn)[] {
    return this.#units.together(this.#indicator);
  }
}

/** The indicator's totals of the units behind others. */
function addTotals<Part>(
  nodes: readonly UnitNode[],
  { code }: Indicator,
  parts: (Part | Total)[],
): readonly (Part | Total)[] {
  for (const { totals } of nodes) {
    const total = totals.get(code);
    if (total !== undefined) parts.push(total);
  }
  return parts;
}

function runsOf(nodes: readonly UnitNode[]): readonly Run[] {
  const runs: Run[] = [];
  for (const node of nodes) {
    const { made } = node.totals;
    const shape = made?.facts.shape;
    let run = runs.at(-1);
    if (run === undefined || run.alike?.shape !== shape) {
      run = { nodes: [], alike: shape && { shape, owners: [], told: new Set() } };
      runs.push(run);
    }
    run.nodes.push(node);
    if (made === undefined) continue;
    run.alike?.owners.push({ unit: node.key, ...made });
    for (const place of made.facts.more?.keys() ?? []) run.alike?.told.add(place);
  }
  return runs;
}

/** Undefined where no fact gives the indicator, or where more is known of one than a column can say. */
function columnOf(alike: AlikeFacts, { code, kind }: Indicator, columnIndex: ColumnIndex): TotalColumn | undefined {
  const { shape, owners, told } = alike;
  const facts = columnIndex(shape).get(code);
  if (facts === undefined || facts.some(({ place }) => told.has(place))) return undefined;
  alike.figures ??= figuresOf(alike);
  return { indicator: code, operation: leafOperation(kind), owners, figures: alike.figures, facts };
}

/** In memory that threads share: another one writes them down for the manifest, and has no copy made. */
function figuresOf({ shape, owners }: AlikeFacts): FactFigures {
  const count = owners.length;
  const length = shape.indicators.length * count;
  const states = new Uint8Array(new SharedArrayBuffer(length));
  const values = new Float64Array(new SharedArrayBuffer(length * Float64Array.BYTES_PER_ELEMENT));
  for (const [index, { facts }] of owners.entries()) {
    for (let place = 0; place < shape.indicators.length; place += 1) {
      states[place * count + index] = at(facts.states, place);
      values[place * count + index] = at(facts.values, place);
    }
  }
  return { states, values };
}

/** The parts of a total, and more of them. */
export function joinedParts(parts: TotalParts, more: readonly Total[]): TotalParts {
  return {
    *[Symbol.iterator]() {
      yield* parts;
      yield* more;
    },
    together: () => [...(parts.together?.() ?? parts), ...more],
  };
}
