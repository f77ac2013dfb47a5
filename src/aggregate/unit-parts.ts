// Totals of the units below an area, gone through without being kept: each unit keeps its own, or makes them anew.

import { gatherFromParts, gatherOrigins, type Origins, type Total, type TotalParts } from "../model/fact.js";
import type { UnitNode } from "./unit-node.js";

/** An indicator's totals of several units, in their order. */
export class PartsOfUnits implements TotalParts {
  readonly #nodes: readonly UnitNode[];
  readonly #code: string;

  constructor(nodes: readonly UnitNode[], code: string) {
    this.#nodes = nodes;
    this.#code = code;
  }

  *[Symbol.iterator](): Iterator<Total> {
    for (const { totals } of this.#nodes) {
      const total = totals.get(this.#code);
      if (total !== undefined) yield total;
    }
  }

  gather(into: Origins): void {
    for (const { totals } of this.#nodes) {
      const total = totals.gather === undefined ? totals.get(this.#code) : undefined;
      if (total === undefined) totals.gather?.(this.#code, into);
      else gatherOrigins(total, into);
    }
  }
}

/** The parts of a total, and more of them. */
export function joinedParts(parts: TotalParts, more: readonly Total[]): TotalParts {
  return {
    *[Symbol.iterator]() {
      yield* parts;
      yield* more;
    },
    gather: (into) => {
      gatherFromParts(parts, into);
      gatherFromParts(more, into);
    },
  };
}
