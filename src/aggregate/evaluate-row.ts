// Child units as the rows of a workbook above them tell: a typed row, a missing one, districts over communes.

import type { ReceivedAs } from "../model/aggregation.js";
import type { Fact, TotalsByIndicator } from "../model/fact.js";
import { missing, notApplicable, type Quantity, stateOf } from "../model/quantity.js";
import type { Unit, UnitKey } from "../model/unit.js";
import { assemble } from "./assemble-totals.js";
import type { FoldContext } from "./fold-context.js";
import { leafTotals, leaveOut } from "./leaf-totals.js";
import { refOf, type UnitNode } from "./unit-node.js";

/** The facts of one workbook by the unit they are about, and the file they stand in. */
export interface RowFacts {
  readonly facts: ReadonlyMap<UnitKey, readonly Fact[]>;
  readonly file: number;
}

const NO_TOTALS: TotalsByIndicator = new Map();
const NOT_ON_FORM = notApplicable("not-on-form");
const NO_ASSOCIATION = notApplicable("no-association");

/**
 * A unit as the workbook above it tells. No row: missing (not-submitted). A district is what its communes' rows add
 * up to; where only the district has a row, it stands for them.
 */
export function evaluateRow(unit: Unit, rows: RowFacts, context: FoldContext): UnitNode {
  const kids = unit.level === "district" ? context.kidsOf(unit.key) : [];
  const isAlone = rows.facts.has(unit.key) && !kids.some((kid) => rows.facts.has(kid.key));
  return kids.length === 0 || isAlone ? rowNode(unit, rows, context) : districtNode(unit, kids, { rows, context });
}

function districtNode(
  unit: Unit,
  kids: readonly Unit[],
  { rows, context }: { readonly rows: RowFacts; readonly context: FoldContext },
): UnitNode {
  const { folded, places } = context;
  const below = kids.map((kid) => evaluateRow(kid, rows, context));
  const self = leafTotals(unit.key, rows.facts.get(unit.key) ?? [], { folded, places, absent: leaveOut });
  const area = { key: unit.key, ref: refOf(unit), kids, member: undefined };
  const { isBelowUsed: _, ...assembled } = assemble(
    area,
    { own: undefined, below, rows: undefined, self, ownFunds: [], isComplete: true },
    context,
  );
  return {
    ...assembled,
    key: unit.key,
    ref: area.ref,
    receivedAs: below.some((kid) => kid.receivedAs === "parent-row") ? "parent-row" : "missing",
    file: rows.file,
    isAccepted: true,
    isRemainder: false,
  };
}

function rowNode(unit: Unit, rows: RowFacts, context: FoldContext): UnitNode {
  const { folded, places } = context;
  const given = rows.facts.get(unit.key);
  const isWithout = context.lacksAssociation(unit.key);
  const facts = isWithout ? given?.filter((fact) => fact.quantity.kind !== "missing") : given;
  const nothing = isWithout ? NO_ASSOCIATION : missing(given === undefined ? "not-submitted" : "blank");
  const absent = (code: string): Quantity => (context.owedByRow.has(code) ? nothing : NOT_ON_FORM);
  return {
    key: unit.key,
    ref: refOf(unit),
    receivedAs: isWithout ? "no-association" : receivedAs(given ?? []),
    file: given === undefined ? undefined : rows.file,
    isAccepted: given !== undefined,
    totals: leafTotals(unit.key, facts ?? [], { folded, places, absent }),
    reporters: [],
    ownFunds: [],
    beside: NO_TOTALS,
    isRemainder: false,
    findings: [],
  };
}

/** A row counts as received where a figure of it is known; else what its cells carry says what became of the unit. */
function receivedAs(facts: readonly Fact[]): ReceivedAs {
  const states = new Set(facts.map((fact) => stateOf(fact.quantity)));
  if (states.has("known")) return "parent-row";
  if (states.has("rejected")) return "returned";
  if (states.has("no-association") && !states.has("not-submitted") && !states.has("blank")) return "no-association";
  return "missing";
}
