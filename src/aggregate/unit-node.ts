// One unit in the adding-up: what became of it, its totals, and the units that report to it.

import type { OwnFund, ReceivedAs, UnitRef } from "../model/aggregation.js";
import type { TotalsByIndicator } from "../model/fact.js";
import type { FindingDraft } from "../model/finding.js";
import type { Unit, UnitKey } from "../model/unit.js";
import type { MadeOf } from "./folded-totals.js";

/** The asked area or a unit of it, with the units directly below (districts included). */
export interface Area {
  readonly key: UnitKey;
  readonly ref: UnitRef;
  readonly kids: readonly Unit[];
  /** The unit as its row in a cluster's workbook tells; undefined where it has none. */
  readonly member: UnitNode | undefined;
}

export interface UnitNode {
  readonly key: UnitKey;
  readonly ref: UnitRef;
  readonly receivedAs: ReceivedAs;
  /** Where its figures stand. */
  readonly file: number | undefined;
  /** True where its own workbook is counted, or those of all units that owe it one. */
  readonly isAccepted: boolean;
  /** Folded indicators only, in declared order; what is computed from totals is added where totals are shown. */
  readonly totals: TotalsByIndicator & { readonly made?: MadeOf | undefined };
  /** Units that report to it, districts resolved into their communes; none for a grassroots unit. */
  readonly reporters: readonly UnitNode[];
  /** Funds of its own and of districts below it, added beside the reporters. */
  readonly ownFunds: readonly OwnFund[];
  /** Figures that only its own cover gives: in `totals`, in no reporter. */
  readonly beside: TotalsByIndicator;
  /** True for the remainder of a district that stands in a list of reporters with its `beside` figures only. */
  readonly isRemainder: boolean;
  /** Of this unit and of all below that its totals rest on: V-D06, V-T05. */
  readonly findings: readonly FindingDraft[];
}

/** A unit as outputs name it. */
export function refOf(unit: Unit): UnitRef {
  return { key: unit.key, code: unit.code, name: unit.name, level: unit.level };
}

/** True where some figure of the unit came in. */
export function isReceived(node: UnitNode): boolean {
  switch (node.receivedAs) {
    case "own-workbook":
    case "from-below":
    case "parent-row":
      return true;
    case "returned":
    case "missing":
    case "no-association":
      return false;
  }
}

/** Units without an association owe nothing; all others do. */
export function isDue(node: UnitNode): boolean {
  return node.receivedAs !== "no-association" && !node.isRemainder;
}

/**
 * The reporters that a unit directly below stands for: a district its communes, with a remainder where its cover
 * gives what they do not; any other unit itself. A district of whose communes nothing is known stands for them.
 */
export function reportersOf(kid: UnitNode): readonly UnitNode[] {
  if (kid.ref.level !== "district" || kid.reporters.length === 0) return [kid];
  if (kid.beside.size === 0) return kid.reporters;
  const remainder: UnitNode = { ...kid, totals: kid.beside, reporters: [], ownFunds: [], isRemainder: true };
  return [...kid.reporters, remainder];
}
