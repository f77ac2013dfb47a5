// The machine-readable answer of trace: the same tree, every part and cell of it. Fields are added, never changed.

import type { TracedTotal } from "../../trace/trace-cell.js";
import { allLinks, type TracedDown } from "../trace-down.js";

const SCHEMA_VERSION = 1;

/** One object: place, the figure with its parts down to cells, and the files with their state. */
export function traceJson(
  place: { readonly output: string; readonly sheet: string; readonly cell: string },
  traced: TracedDown,
): string {
  const files = allLinks(traced).map(({ file, state }) => ({ ...file, state }));
  return JSON.stringify(
    { schemaVersion: SCHEMA_VERSION, ...place, figure: figureJson(traced, traced.total), files },
    null,
    2,
  );
}

function figureJson(traced: TracedDown, total: TracedTotal): unknown {
  const { unit, indicator, operation, quantity, have, due, estimate, parts, facts } = total;
  const { times: _, ...named } = indicator;
  return {
    unit,
    indicator: named,
    operation,
    ...(typeof quantity === "number" ? { value: quantity } : { value: null, why: quantity }),
    coverage: { have, due },
    ...(estimate ? { estimate } : {}),
    parts: parts.map((part) => figureJson(traced, part)),
    cells: facts.map((fact) => ({
      file: fact.file?.path ?? null,
      ...(fact.holder === "" ? {} : { holder: fact.holder }),
      value: typeof fact.quantity === "number" ? fact.quantity : null,
      sources: fact.sources.map(({ content, ...place }) => ({
        ...place,
        ...(content.how === "counted" ? { counted: content.count } : { typed: content.cells() }),
      })),
      below: (traced.below.get(fact) ?? []).map((one) => figureJson(one, one.total)),
    })),
  };
}
