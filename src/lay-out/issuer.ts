// Who issues the workbook, in capitals as at the left of a Vietnamese document: the association above, then its own.
// A unit's name begins with its type («Tỉnh Nghệ An»); an association that stands for itself keeps its own name.

import type { Aggregation, UnitRef } from "../model/aggregation.js";
import type { Catalogue } from "../model/catalogue.js";
import { sameText } from "../model/text.js";
import type { Unit } from "../model/unit.js";

const ASSOCIATION = "Hội Khuyến học";
const NATIONAL = "Hội Khuyến học Việt Nam";

export interface Issuer {
  /** The association above; empty for the national one. */
  readonly superior: string;
  readonly own: string;
}

/** Whose paper it is, and when. */
type Issuing = Pick<Aggregation, "unit" | "asOf">;

/** The two lines of the issuer block, not yet in capitals. A cluster stands under the national association. */
export function issuerOf(aggregation: Issuing, catalogue: Catalogue): Issuer {
  const { unit } = aggregation;
  if (unit.level === "grouping") return { superior: NATIONAL, own: unit.name };
  if (unit.level === "national") return { superior: "", own: NATIONAL };
  const above = parentOf(aggregation, catalogue);
  return { superior: above === undefined ? NATIONAL : associationOf(above), own: associationOf(unit) };
}

/**
 * The other usage: the People's Committee of the same place above its association. Undefined where there is none: for
 * clusters, the nation and associations of offices, schools or enterprises.
 */
export function committeeIssuer({ level, code, name }: UnitRef): Issuer | undefined {
  const isPlace = level !== "grouping" && level !== "national" && /^\d+$/.test(code);
  return isPlace ? { superior: `Ủy ban nhân dân ${name}`, own: ASSOCIATION } : undefined;
}

/** The unit above the asked one at the cut-off date; undefined for clusters and the national level. */
export function parentOf({ unit, asOf }: Issuing, catalogue: Catalogue): Unit | undefined {
  const code = catalogue.register.byKey(unit.key)?.parentCode;
  return code === undefined ? undefined : catalogue.register.at(code, asOf)?.unit;
}

function associationOf(unit: Pick<UnitRef, "name" | "level">): string {
  if (unit.level === "national") return NATIONAL;
  return sameText(unit.name).includes(sameText(ASSOCIATION)) ? unit.name : `${ASSOCIATION} ${unit.name}`;
}
