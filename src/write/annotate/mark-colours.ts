// The colours that say where a fault stands. None is in Excel's palette, so that a copy sent back is known by them.

import type { Severity } from "../../model/finding.js";

/** ARGB by severity: red, yellow, blue, all pale enough to read what stands in the cell. */
export const MARK_COLOURS: Readonly<Record<Severity, string>> = {
  error: "FFFFC7C9",
  query: "FFFFEB9A",
  note: "FFDDEBF8",
};

const OWN: ReadonlySet<string> = new Set(Object.values(MARK_COLOURS));

/** True for a colour that only a mark has. */
export function isMarkColour(argb: string | undefined): boolean {
  return argb !== undefined && OWN.has(argb.toUpperCase());
}
