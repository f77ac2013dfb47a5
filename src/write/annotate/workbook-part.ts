// The workbook part with one sheet more in front: names that belong to a sheet, and the sheet that opens, keep theirs.

import type { PackageDraft } from "../../ooxml/package-draft.js";
import { only } from "../../ooxml/package-draft.js";
import { readRelationships } from "../../ooxml/relationships.js";
import { escapeText } from "../../ooxml/splice-text.js";
import { type ElementSpan, findElements } from "../../ooxml/xml-elements.js";
import { attributeSet, prefixOf, type Splice } from "../../ooxml/xml-splice.js";
import { unescapedText } from "../../ooxml/xml-text.js";

const WANTED = {
  elements: [
    ...["workbook", "sheets", "sheet", "workbookView", "definedName"],
    ...["functionGroups", "externalReferences", "definedNames", "calcPr"],
  ],
  attributes: [
    "name",
    "sheetId",
    "id",
    "state",
    "activeTab",
    "firstSheet",
    "localSheetId",
    "conformance",
    "fullCalcOnLoad",
  ],
};

export interface BookSheet {
  readonly name: string;
  /** Name of its part; undefined where the relationship leads nowhere. */
  readonly part: string | undefined;
  readonly type: string | undefined;
}

export interface BookMap {
  /** Name of the workbook part. */
  readonly name: string;
  readonly sheets: readonly BookSheet[];
  /** Place of the sheet that opens, from 0. */
  readonly active: number;
  readonly elements: readonly ElementSpan[];
  /** Namespace of the main parts. */
  readonly space: string;
}

/** What the workbook part says of its sheets. Faults: damaged. */
export function mapBook(draft: PackageDraft): BookMap {
  const root = readRelationships(draft.source, "", draft.limits).find(({ type }) => type === "officeDocument");
  const name = root?.target ?? "xl/workbook.xml";
  const part = draft.need(name);
  const elements = findElements(part, WANTED, draft.limits);
  const links = readRelationships(draft.source, name, draft.limits);
  const sheets = elements
    .filter((one) => one.name === "sheet" && one.inside?.name === "sheets")
    .map((sheet): BookSheet => {
      const link = links.find(({ id }) => id === sheet.attributes.get("id")?.text);
      return { name: nameOf(sheet), part: link?.target, type: link?.type };
    });
  const view = elements.find((one) => one.name === "workbookView");
  const head = part.toString("utf8", only(elements).start, only(elements).contentStart);
  return {
    name,
    sheets,
    active: Number(view?.attributes.get("activeTab")?.text ?? "0"),
    elements,
    space: unescapedText(/\sxmlns(?::\w+)?="([^"]*spreadsheetml[^"]*)"/.exec(head)?.[1] ?? ""),
  };
}

/** Sheets out of sight come into sight: a fault on them could not be mended where nobody sees it. */
export function showSheets(draft: PackageDraft, book: BookMap, names: ReadonlySet<string>): readonly Splice[] {
  const part = draft.need(book.name);
  return book.elements
    .filter((one) => one.name === "sheet" && one.attributes.has("state"))
    .filter((one) => one.attributes.get("state")?.text !== "visible" && names.has(nameOf(one)))
    .map((one) => attributeSet(part, one, "state", "visible"));
}

function nameOf(sheet: ElementSpan): string {
  return sheet.attributes.get("name")?.text ?? "";
}

/** Adds a sheet in front, whose part `link` leads to. Where it `opens`, the workbook opens on it. */
export function addSheetInFront(
  draft: PackageDraft,
  book: BookMap,
  sheet: { readonly name: string; readonly link: string; readonly space: string; readonly opening: "opens" | "waits" },
): readonly Splice[] {
  const part = draft.need(book.name);
  const named = (name: string) => book.elements.filter((one) => one.name === name);
  const list = only(named("sheets"));
  const ids = named("sheet").map((one) => Number(one.attributes.get("sheetId")?.text ?? "1"));
  const prefix = prefixOf(part, list);
  const xml = `<${prefix}sheet xmlns:r="${sheet.space}" name="${escapeText(sheet.name)}" sheetId="${Math.max(...ids) + 1}" r:id="${sheet.link}"/>`;
  const splices: Splice[] = [{ start: list.contentStart, end: list.contentStart, text: xml }];
  // Without a view of its own a workbook opens on its first sheet: the one that was first is named.
  if (named("workbookView").length === 0 && sheet.opening === "waits") {
    const view = `<${prefix}bookViews><${prefix}workbookView activeTab="1"/></${prefix}bookViews>`;
    splices.push({ start: list.start, end: list.start, text: view });
  }
  for (const view of named("workbookView")) {
    const active = Number(view.attributes.get("activeTab")?.text ?? "0");
    splices.push(attributeSet(part, view, "activeTab", sheet.opening === "opens" ? "0" : String(active + 1)));
    if (view.attributes.has("firstSheet")) splices.push(attributeSet(part, view, "firstSheet", "0"));
  }
  for (const name of named("definedName")) {
    const owner = name.attributes.get("localSheetId");
    if (owner !== undefined) splices.push({ start: owner.start, end: owner.end, text: String(Number(owner.text) + 1) });
  }
  return splices;
}
