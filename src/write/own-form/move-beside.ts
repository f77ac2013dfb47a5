// What stands beside the cells of a workbook when rows are put in: drawings move down, series of charts grow, names of
// ranges follow, and the stored order of reckoning is forgotten, for Excel makes it anew.

import type { PackageDraft } from "../../ooxml/package-draft.js";
import { readRelationships } from "../../ooxml/relationships.js";
import { findElements } from "../../ooxml/xml-elements.js";
import { attributeSet, prefixOf, type Splice } from "../../ooxml/xml-splice.js";
import type { BookMap } from "../annotate/workbook-part.js";
import { textChange, textOf } from "./paragraphs.js";
import { afterInsertion, type Insertion } from "./references.js";

const CONTENT_TYPES = "[Content_Types].xml";

/** Pictures, charts and text boxes of a sheet go down with the rows they are anchored to. */
export function moveDrawing(draft: PackageDraft, sheet: string, insertions: readonly Insertion[]): void {
  const links = readRelationships(draft.source, sheet, draft.limits);
  const drawing = links.find(({ type }) => type === "drawing")?.target;
  if (drawing === undefined || insertions.length === 0) return;
  const part = draft.need(drawing);
  const rows = findElements(part, { elements: ["from", "to", "row"], attributes: [] }, draft.limits);
  const splices = rows.flatMap((element) => {
    if (element.name !== "row" || element.inside === undefined) return [];
    // Anchors count rows from 0.
    const row = Number(textOf(part, element)) + 1;
    const after = insertions.reduce((place, one) => (place > one.row ? place + one.count : place), row);
    return textChange(element, String(row - 1), String(after - 1));
  });
  draft.change(drawing, splices);
}

/** The ranges that a chart shows. */
export function moveFormulas(draft: PackageDraft, chart: string, insertions: readonly Insertion[]): void {
  const part = draft.need(chart);
  const splices = findElements(part, { elements: ["f"], attributes: [] }, draft.limits).flatMap((element) => {
    const before = textOf(part, element);
    return textChange(element, before, afterAll(before, insertions, "grows"));
  });
  draft.change(chart, splices);
}

/** Named ranges, print areas and the rows repeated on every page. */
export function movedNames(part: Buffer, { elements }: BookMap, insertions: readonly Insertion[]): readonly Splice[] {
  return elements
    .filter(({ name }) => name === "definedName")
    .flatMap((element) => {
      const before = textOf(part, element);
      return textChange(element, before, afterAll(before, insertions, "stays"));
    });
}

function afterAll(text: string, insertions: readonly Insertion[], single: "stays" | "grows"): string {
  return insertions.reduce((moved, one) => afterInsertion(moved, one, { own: undefined, single }), text);
}

/** Asks for all formulas to be reckoned when the workbook opens. */
export function recalculation(part: Buffer, { elements }: BookMap): Splice {
  const named = (name: string) => elements.findLast((one) => one.name === name);
  const stated = named("calcPr");
  if (stated !== undefined) return attributeSet(part, stated, "fullCalcOnLoad", "1");
  const before = named("definedNames") ?? named("externalReferences") ?? named("functionGroups") ?? named("sheets");
  const place = before?.end ?? part.length;
  const prefix = before === undefined ? "" : prefixOf(part, before);
  return { start: place, end: place, text: `<${prefix}calcPr calcId="0" fullCalcOnLoad="1"/>` };
}

/** The stored order in which formulas are reckoned names cells that have moved. */
export function forgetChain(draft: PackageDraft, book: BookMap): void {
  const links = readRelationships(draft.source, book.name, draft.limits);
  const chain = links.find(({ type }) => type === "calcChain");
  if (chain?.target === undefined) return;
  const relations = book.name.replace(/([^/]+)$/, "_rels/$1.rels");
  removeElements(draft, relations, { name: "Relationship", attribute: "Id", value: chain.id });
  removeElements(draft, CONTENT_TYPES, { name: "Override", attribute: "PartName", value: `/${chain.target}` });
  draft.drop(chain.target);
}

interface Removal {
  readonly name: string;
  readonly attribute: string;
  readonly value: string;
}

function removeElements(draft: PackageDraft, part: string, { name, attribute, value }: Removal): void {
  const elements = findElements(draft.need(part), { elements: [name], attributes: [attribute] }, draft.limits);
  const gone = elements.filter(
    ({ attributes }) => attributes.get(attribute)?.text.toLowerCase() === value.toLowerCase(),
  );
  draft.change(
    part,
    gone.map(({ start, end }) => ({ start, end, text: "" })),
  );
}
