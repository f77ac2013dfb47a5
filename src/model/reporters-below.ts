// Who fills in forms: the grassroots units below a unit or a cluster.

import type { OrgTree } from "./org-tree.js";
import type { Grouping, Unit } from "./unit.js";

/** The lowest reporting units at and below `unit`, in register order; itself where nothing reports to it. */
export function grassrootsBelow(unit: Unit, tree: OrgTree): readonly Unit[] {
  const reporters = tree.reportersTo(unit.key);
  return reporters.length === 0 ? [unit] : reporters.flatMap((one) => grassrootsBelow(one, tree));
}

/** The units of a cluster that stand in the tree. */
export function membersOf(grouping: Grouping, tree: OrgTree): readonly Unit[] {
  return grouping.members.flatMap((code) => tree.byCode(code) ?? []);
}
