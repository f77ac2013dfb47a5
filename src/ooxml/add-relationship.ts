// Lets one part point to another: the relationship is added, its id is given back.

import type { PackageDraft } from "./package-draft.js";
import { readRelationships } from "./relationships.js";
import { escapeText } from "./splice-text.js";

const RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships";
const TRANSITIONAL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const STRICT = "http://purl.oclc.org/ooxml/officeDocument/relationships";

/** Adds a relationship of `type` (last word: `comments`) from one part to another; gives its id. */
export function addRelationship(
  draft: PackageDraft,
  { from, to, type }: { readonly from: string; readonly to: string; readonly type: string },
): string {
  const folder = from.slice(0, from.lastIndexOf("/") + 1);
  const name = `${folder}_rels/${from.slice(folder.length)}.rels`;
  const taken = new Set(readRelationships(draft.source, from, draft.limits).map(({ id }) => id));
  let number = taken.size + 1;
  while (taken.has(`rIdKH${number}`)) number += 1;
  const id = `rIdKH${number}`;
  if (!draft.has(name))
    draft.put(
      name,
      `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="${RELATIONSHIPS}"/>`,
    );
  const space = relationshipSpace(draft);
  draft.appendToRoot(
    name,
    "Relationships",
    (prefix) => `<${prefix}Relationship Id="${id}" Type="${space}/${type}" Target="/${escapeText(to)}"/>`,
  );
  return id;
}

/** The namespace of relationships that the package uses. */
export function relationshipSpace(draft: PackageDraft): string {
  return draft.need("_rels/.rels").includes(STRICT) ? STRICT : TRANSITIONAL;
}
