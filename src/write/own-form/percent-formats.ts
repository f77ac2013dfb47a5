// Which cell formats show a share as percent: there 0,2644 is written, elsewhere 26,44.

import type { PackageDraft } from "../../ooxml/package-draft.js";
import { readRelationships } from "../../ooxml/relationships.js";
import { findElements } from "../../ooxml/xml-elements.js";

const WANTED = { elements: ["numFmt", "cellXfs", "xf"], attributes: ["numFmtId", "formatCode"] };
/** Numbers of the formats «0%» and «0.00%» that are stored nowhere (ECMA-376, numFmts). */
const BUILT_IN = ["9", "10"];

/** Asks of a format's place in the workbook's list. */
export function percentFormats(draft: PackageDraft, book: string): (style: number) => boolean {
  const styles = readRelationships(draft.source, book, draft.limits).find(({ type }) => type === "styles")?.target;
  const part = styles === undefined ? undefined : draft.read(styles);
  if (part === undefined) return () => false;
  const elements = findElements(part, WANTED, draft.limits);
  const percent = new Set(BUILT_IN);
  for (const { name, attributes } of elements) {
    const id = attributes.get("numFmtId")?.text;
    if (name === "numFmt" && id !== undefined && attributes.get("formatCode")?.text.includes("%")) percent.add(id);
  }
  const formats = elements.filter((one) => one.name === "xf" && one.inside?.name === "cellXfs");
  return (style) => percent.has(formats[style]?.attributes.get("numFmtId")?.text ?? "0");
}
