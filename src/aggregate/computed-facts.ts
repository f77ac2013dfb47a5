// Indicators computed from others, evaluated on the facts of one unit before anything is folded, so that adding level
// by level and adding at once give the same.

import type { Coverage } from "../model/coverage.js";
import type { Fact } from "../model/fact.js";
import { addQuantities, type Quantity } from "../model/quantity.js";
import type { UnitSum, UnitSums } from "./fact-memory.js";
import { joinSources } from "./fact-source.js";

const NONE: readonly Fact[] = [];

/**
 * The facts of one unit with computed indicators in place of typed ones: `parts-first` where a part is known,
 * `all-parts` where every part is, each fund holder for itself. `settled` names indicators that stay as they are
 * (added up from branches row by row, or carried). Sums that are never typed (`always`) are left to the totals.
 *
 *   Q02a 5 · Q02b 2 · Q02 –    →    Q02 7
 *   Q02a – · Q02b – · Q02 9    →    Q02 9
 */
export function withComputed(
  facts: readonly Fact[],
  settled: ReadonlySet<string>,
  { all: sums, parts }: UnitSums,
): readonly Fact[] {
  let current = facts;
  let known: readonly Fact[] | undefined;
  for (const sum of sums) {
    if (settled.has(sum.code)) continue;
    known ??= knownAmong(current, parts);
    const computed = computedFacts(sum, known);
    if (computed.length === 0) continue;
    const isReplaced = (fact: Fact): boolean =>
      fact.indicator === sum.code &&
      (fact.quantity.kind === "not-applicable" || computed.some((other) => other.holder === fact.holder));
    const next: Fact[] = [];
    for (const fact of current) if (!isReplaced(fact)) next.push(fact);
    for (const fact of computed) next.push(fact);
    current = next;
    known = undefined;
  }
  return current;
}

/** The known facts that are part of any sum. */
function knownAmong(facts: readonly Fact[], parts: ReadonlySet<string>): readonly Fact[] {
  const known: Fact[] = [];
  for (const fact of facts) if (fact.quantity.kind === "known" && parts.has(fact.indicator)) known.push(fact);
  return known;
}

function computedFacts({ code, parts: codes, when }: UnitSum, known: readonly Fact[]): readonly Fact[] {
  let byHolder: Map<string | undefined, Fact[]> | undefined;
  for (const fact of known) {
    if (!codes.includes(fact.indicator)) continue;
    byHolder ??= new Map();
    const parts = byHolder.get(fact.holder);
    if (parts === undefined) byHolder.set(fact.holder, [fact]);
    else parts.push(fact);
  }
  if (byHolder === undefined) return NONE;
  const computed: Fact[] = [];
  for (const parts of byHolder.values()) {
    const isComplete = when === "parts-first" || codes.every((part) => parts.some((fact) => fact.indicator === part));
    if (isComplete) computed.push(sumFact(code, parts));
  }
  return computed;
}

function sumFact(code: string, parts: readonly Fact[]): Fact {
  const [first] = parts;
  if (first === undefined) throw new Error("a computed figure needs a part");
  const quantities: Quantity[] = [];
  const coverages: Coverage[] = [];
  const sources: Fact["source"][] = [];
  for (const { quantity, coverage, source } of parts) {
    quantities.push(quantity);
    coverages.push(coverage);
    sources.push(source);
  }
  return {
    unit: first.unit,
    indicator: code,
    holder: first.holder,
    quantity: addQuantities(quantities),
    coverage: widest(coverages),
    estimate: parts.some((part) => part.estimate),
    explanation: "",
    source: joinSources(sources),
  };
}

/**
 * Coverage of figures that speak of the same units (parts of one sum, holders of one fund): the most units that gave
 * any of them, of the most that owed any.
 */
export function widest(parts: Iterable<Coverage>): Coverage {
  let have = 0;
  let due = 0;
  for (const part of parts) {
    if (part.have > have) have = part.have;
    if (part.due > due) due = part.due;
  }
  return { have, due };
}
