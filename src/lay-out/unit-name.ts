// How a list calls the unit that a finding is about.

import type { UnitRef } from "../model/aggregation.js";
import type { Finding } from "../model/finding.js";
import type { Register } from "../model/register.js";

/** A unit as the register names it; a branch as its row calls it, behind its commune; "" where no unit is named. */
export function unitNameOf(
  { unit: key, unitName }: Pick<Finding, "unit" | "unitName">,
  { register, own }: { readonly register: Register; readonly own: UnitRef | undefined },
): string {
  if (key === undefined) return "";
  if (key === own?.key) return own.name;
  const known = register.byKey(key)?.name;
  if (known !== undefined) return known;
  const slash = key.indexOf("/");
  const commune = slash < 0 ? undefined : register.byKey(key.slice(0, slash))?.name;
  return commune === undefined ? key : `${commune}, ${unitName ?? key.slice(slash + 1)}`;
}
