// Which declared fields a blank form asks for. A form may know more headings than it prints: other ways of reporting the
// same thing, optional figures, percents that are computed.

import type { Catalogue } from "../../model/catalogue.js";
import { type Field, type Form, fieldsOf, type Grain } from "../../model/form.js";
import type { Indicator } from "../../model/indicator.js";
import { LEVELS, type Level } from "../../model/unit.js";

/** The level that the figures speak of: the unit itself on its cover, else what has a row. */
export interface PrintedOn {
  readonly form: Form;
  readonly grain: Grain;
  readonly level: Level;
}

/**
 * The fields in declared order. A figure is asked for where its column has a number, or where it is due at the level,
 * not optional, and not computed from others that are asked for. A cover, which has a line for each, asks for all that
 * is recorded at its own level.
 */
export function printedFields({ form, grain, level }: PrintedOn, { indicators }: Catalogue): readonly Field[] {
  const fields = fieldsOf(form, grain);
  const codes = new Set(fields.map((field) => field.code));
  return fields.filter((field) => {
    if (field.role === "category") return true;
    if (field.column !== "") return indicators.get(field.code)?.ratio === undefined && fits(field, grain, indicators);
    const indicator = indicators.get(field.code);
    if (field.role !== "indicator" || indicator === undefined) return false;
    if (indicator.optional && grain !== "value") return false;
    if (indicator.sumOf?.parts.every((part) => codes.has(part)) === true) return false;
    return isDue(indicator, grain, level);
  });
}

/** A column that names the unit above a row stands only on forms that were used while there were such units. */
function fits(field: Field, grain: Grain, indicators: Catalogue["indicators"]): boolean {
  return grain !== "upper" || indicators.has(field.code) || field.code !== "unit.parent";
}

function isDue({ recordedAt }: Indicator, grain: Grain, level: Level): boolean {
  const recorded = LEVELS.map(String).indexOf(recordedAt);
  const own = LEVELS.indexOf(level);
  return grain === "value" ? recorded === own : recorded <= own;
}
