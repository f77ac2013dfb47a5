// Totals of the units below an area, gone through without being kept: each unit keeps its own, or makes them anew. Those
// of units whose facts are packed alike are not made at all: their columns stand for them.

import type { FactOwner, Total, TotalColumn, TotalParts } from "../model/fact.js";
import type { Indicator } from "../model/indicator.js";
import { at } from "../model/outcome.js";
import type { FactIndex, FactShape, PackedFacts } from "../model/packed-facts.js";
import { leafOperation } from "./leaf-totals.js";
import type { UnitNode } from "./unit-node.js";

/** Units that follow each other; their facts, where all have theirs packed in one shape. */
interface Run {
  readonly nodes: readonly UnitNode[];
  readonly alike: AlikeFacts | undefined;
}

interface AlikeFacts {
  readonly shape: FactShape;
  readonly owners: readonly (FactOwner & { readonly facts: PackedFacts })[];
}

/** The units below an area; what their facts have in common is worked out once for all indicators. */
export class UnitsBelow {
  readonly #nodes: readonly UnitNode[];
  readonly #factIndex: FactIndex;
  #runs: readonly Run[] | undefined;

  constructor(nodes: readonly UnitNode[], factIndex: FactIndex) {
    this.#nodes = nodes;
    this.#factIndex = factIndex;
  }

  /** The indicator's totals of the units, in their order. */
  totalsOf(indicator: Indicator): TotalParts {
    return {
      [Symbol.iterator]: () => totalsOf(this.#nodes, indicator),
      together: () => this.#together(indicator),
    };
  }

  *#together(indicator: Indicator): Generator<Total | TotalColumn> {
    this.#runs ??= runsOf(this.#nodes);
    for (const { nodes, alike } of this.#runs) {
      const column = alike && columnOf(alike, indicator, this.#factIndex);
      if (column === undefined) yield* totalsOf(nodes, indicator);
      else yield column;
    }
  }
}

function* totalsOf(nodes: readonly UnitNode[], { code }: Indicator): Generator<Total> {
  for (const { totals } of nodes) {
    const total = totals.get(code);
    if (total !== undefined) yield total;
  }
}

function runsOf(nodes: readonly UnitNode[]): readonly Run[] {
  const runs: { nodes: UnitNode[]; alike: { shape: FactShape; owners: AlikeFacts["owners"][number][] } | undefined }[] =
    [];
  for (const node of nodes) {
    const facts = node.totals.made?.facts;
    const before = runs.at(-1);
    const file = node.totals.made?.file ?? -1;
    const owner = facts === undefined ? undefined : { unit: node.key, file, facts };
    if (before !== undefined && before.alike?.shape === facts?.shape) {
      before.nodes.push(node);
      if (owner !== undefined) before.alike?.owners.push(owner);
    } else {
      runs.push({ nodes: [node], alike: owner && { shape: owner.facts.shape, owners: [owner] } });
    }
  }
  return runs;
}

/** Undefined where no fact gives the indicator, or where more is known of one than a column can say. */
function columnOf(
  { shape, owners }: AlikeFacts,
  { code, kind }: Indicator,
  factIndex: FactIndex,
): TotalColumn | undefined {
  const places = factIndex(shape).get(code);
  if (places === undefined) return undefined;
  if (owners.some(({ facts: { more } }) => more !== undefined && places.some((place) => more.has(place)))) {
    return undefined;
  }
  const holders = places.flatMap((place) => shape.holders[place] ?? []);
  if (new Set(holders).size < holders.length) return undefined;
  const facts = places.map((place) => ({
    place,
    holder: shape.holders[place],
    sheet: shape.sheets[place],
    isCounted: at(shape.counted, place),
  }));
  return { indicator: code, operation: leafOperation(kind), owners, facts };
}

/** The parts of a total, and more of them. */
export function joinedParts(parts: TotalParts, more: readonly Total[]): TotalParts {
  return {
    *[Symbol.iterator]() {
      yield* parts;
      yield* more;
    },
    *together() {
      yield* parts.together?.() ?? parts;
      yield* more;
    },
  };
}
