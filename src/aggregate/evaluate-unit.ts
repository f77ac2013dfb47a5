// The recursion over the tree: a unit's own workbook and what came from below it, met by the rule of mixed levels.

import type { OwnFund, ReceivedAs } from "../model/aggregation.js";
import { type Contribution, factsBesideFunds } from "../model/contribution.js";
import type { Fact, TotalsByIndicator } from "../model/fact.js";
import { factsOf } from "../model/packed-facts.js";
import { type MissingReason, missing, notApplicable, type Quantity } from "../model/quantity.js";
import type { Unit, UnitKey } from "../model/unit.js";
import { assemble } from "./assemble-totals.js";
import { evaluateRow } from "./evaluate-row.js";
import { fleetingTotals } from "./fleeting-totals.js";
import type { FoldContext } from "./fold-context.js";
import { fundTotals, leafTotals, leaveOut } from "./leaf-totals.js";
import { missingReporters } from "./missing-reporters.js";
import { type Area, isDue, isReceived, refOf, type UnitNode } from "./unit-node.js";

const NOT_ON_FORM = notApplicable("not-on-form");
const NO_ASSOCIATION = notApplicable("no-association");
const NO_TOTALS: TotalsByIndicator = new Map();

/** What a unit that sent nothing is missing for: a workbook above it that was returned makes it rejected. */
type Absence = Extract<MissingReason, "not-submitted" | "rejected">;

/**
 * Evaluates a unit of the tree.
 *
 * A unit with none below it: its own facts. Else its own workbook's rows and the units below are both read, and for
 * each indicator one of them is used, never both (`assemble`). A unit that sent nothing is missing; one without an
 * association is not applicable and owes nothing.
 */
export function evaluateUnit(unit: Unit, absence: Absence, context: FoldContext): UnitNode {
  const kids = context.kidsOf(unit.key);
  const member = memberNode(unit, context);
  if (kids.length === 0) return member ?? leafNode(unit, absence, context);
  return evaluateArea({ key: unit.key, ref: refOf(unit), kids, member }, absence, context);
}

/** Evaluates an area: a unit with units below it, or a grouping with its members. */
export function evaluateArea(area: Area, absence: Absence, context: FoldContext): UnitNode {
  const { folded, places } = context;
  const own = context.contributions.get(area.key);
  const returned = context.returned.get(area.ref.key);
  const facts = own === undefined ? undefined : factsByUnit(own);
  const rows = rowsOf(area, facts, context);
  const passedOn = own === undefined && returned !== undefined ? "rejected" : absence;
  const isBelowRead = rows === undefined || area.kids.some((kid) => isReached(kid.key, context));
  const below = isBelowRead ? area.kids.map((kid) => evaluateUnit(kid, passedOn, context)) : undefined;
  const due = below?.filter(isDue) ?? [];
  const isComplete = due.length > 0 && due.every((kid) => kid.isAccepted);
  const self = leafTotals(area.key, facts?.get(area.key) ?? [], { folded, places, absent: leaveOut });
  const ownFunds = own === undefined ? [] : fundsOf(area.key, own, context);
  const { isBelowUsed, ...assembled } = assemble(area, { own, below, rows, self, ownFunds, isComplete }, context);
  const passed = isBelowUsed ? (below ?? []).filter(isReceived).flatMap((kid) => kid.findings) : [];
  const node: UnitNode = {
    key: area.key,
    ref: area.ref,
    receivedAs: receivedAs(area, { own, below, returned }, context),
    file: own?.file ?? returned,
    isAccepted: isComplete || (own !== undefined && area.member?.isAccepted !== false),
    isRemainder: false,
    ...assembled,
  };
  return { ...node, findings: [...missingReporters(node, context), ...assembled.findings, ...passed] };
}

/** The units directly below as the area's own workbook tells of them, or the area itself as a cluster's row does. */
function rowsOf(
  area: Area,
  facts: ReadonlyMap<UnitKey, readonly Fact[]> | undefined,
  context: FoldContext,
): readonly UnitNode[] | undefined {
  if (area.member !== undefined) return [area.member];
  const own = context.contributions.get(area.key);
  if (own === undefined || facts === undefined || own.rows.length === 0) return undefined;
  return area.kids.map((kid) => evaluateRow(kid, { facts, file: own.file }, context));
}

/** A unit as its row in a cluster's workbook tells: that row is read as its own submission. */
function memberNode(unit: Unit, context: FoldContext): UnitNode | undefined {
  const own = context.contributions.get(unit.key);
  if (own?.isMemberRow !== true) return undefined;
  const row = evaluateRow(unit, { facts: factsByUnit(own), file: own.file }, context);
  const isReceivedRow = row.receivedAs === "parent-row";
  return { ...row, receivedAs: isReceivedRow ? "own-workbook" : row.receivedAs, isAccepted: isReceivedRow };
}

function leafNode(unit: Unit, absence: Absence, context: FoldContext): UnitNode {
  const { folded, places, factIndex } = context;
  const own = context.contributions.get(unit.key);
  const returned = context.returned.get(unit.key);
  const isWithout = own === undefined && context.lacksAssociation(unit.key);
  const nothing = isWithout
    ? NO_ASSOCIATION
    : missing(own !== undefined ? "blank" : returned === undefined ? absence : "rejected");
  const absent = (code: string): Quantity => (context.owedBySelf.has(code) ? nothing : NOT_ON_FORM);
  const isShown = context.shown.has(unit.key);
  return {
    key: unit.key,
    ref: refOf(unit),
    receivedAs:
      own !== undefined
        ? "own-workbook"
        : isWithout
          ? "no-association"
          : returned === undefined
            ? "missing"
            : "returned",
    file: own?.file ?? returned,
    isAccepted: own !== undefined,
    totals: isShown
      ? leafTotals(unit.key, own === undefined ? [] : factsOf(own.facts, own), { folded, places, absent })
      : fleetingTotals(unit.key, own, { folded, places, absent, factIndex }),
    reporters: [],
    ownFunds: own === undefined || !showsFunds(unit, context) ? [] : fundsOf(unit.key, own, context),
    beside: NO_TOTALS,
    isRemainder: false,
    findings: [],
  };
}

/** Funds of a unit with none below it are in its figures already; told apart only if it is asked, or a district's. */
function showsFunds(unit: Unit, context: FoldContext): boolean {
  return unit.key === context.asked || unit.level === "district";
}

function receivedAs(
  area: Area,
  came: {
    readonly own: Contribution | undefined;
    readonly below: readonly UnitNode[] | undefined;
    readonly returned: number | undefined;
  },
  context: FoldContext,
): ReceivedAs {
  if (came.own !== undefined && area.member === undefined) return "own-workbook";
  if (area.member !== undefined && isReceived(area.member)) return "own-workbook";
  if (came.below?.some(isReceived) === true) return "from-below";
  if (area.member !== undefined) return area.member.receivedAs;
  if (came.returned !== undefined) return "returned";
  return context.lacksAssociation(area.key) ? "no-association" : "missing";
}

function isReached(key: UnitKey, context: FoldContext): boolean {
  return context.contributions.has(key) || context.reached.has(key);
}

/** Facts by the unit they speak of; the sender's own funds are left out, they are added for themselves. */
function factsByUnit(own: Contribution): ReadonlyMap<UnitKey, readonly Fact[]> {
  const facts = new Map<UnitKey, Fact[]>();
  for (const fact of factsBesideFunds(own)) {
    const list = facts.get(fact.unit);
    if (list === undefined) facts.set(fact.unit, [fact]);
    else list.push(fact);
  }
  return facts;
}

function fundsOf(unit: UnitKey, own: Contribution, context: FoldContext): readonly OwnFund[] {
  return own.ownFunds.map(({ holder, name, facts }) => ({
    holder,
    name,
    totals: fundTotals(unit, factsOf(facts, own), context),
  }));
}
