// A section's paper: A4, margins and page numbers of Nghị định 30/2020/NĐ-CP, phụ lục I (numbers at the top in the middle,
// none on the first page), and the stamp of provisional figures on every page.

import type { DocumentSection } from "../../model/document-plan.js";
import { element, XML_HEAD } from "../../ooxml/xml-element.js";
import { MAIN_SPACE } from "./styles-part.js";
import { paragraph, run, saying, twips, word } from "./word-xml.js";

const PAPER = { short: 210, long: 297 } as const;
/** Millimetres; the left margin is where pages are bound. */
const MARGINS = { top: 20, right: 15, bottom: 20, left: 30, header: 10, footer: 10 } as const;

/** Width between the margins, in twentieths of a point. */
export function textWidthOf({ isLandscape }: Pick<DocumentSection, "isLandscape">): number {
  return twips((isLandscape ? PAPER.long : PAPER.short) - MARGINS.left - MARGINS.right);
}

/** What stands at the head of a page: its number and the stamp, or on a first page without number the stamp alone. */
export const HEAD_KINDS = ["numbered", "first"] as const;
export type HeadKind = (typeof HEAD_KINDS)[number];

/** The section's set-up, with the names of its heads; it ends the section's last paragraph. */
export function sectionSetup(section: DocumentSection, headId: (kind: HeadKind) => string): string {
  const { isLandscape, numbersFirst } = section;
  const [width, height] = isLandscape ? [PAPER.long, PAPER.short] : [PAPER.short, PAPER.long];
  const paper = { w: twips(width), h: twips(height), orient: isLandscape ? "landscape" : undefined };
  const margins = Object.fromEntries(Object.entries(MARGINS).map(([side, size]) => [side, twips(size)]));
  return word("sectPr", {}, [
    headReference("default", headId("numbered")),
    ...(numbersFirst ? [] : [headReference("first", headId("first"))]),
    saying("type", "nextPage"),
    word("pgSz", paper),
    word("pgMar", { ...margins, gutter: 0 }),
    ...(numbersFirst ? [] : [word("titlePg")]),
  ]);
}

function headReference(type: string, id: string): string {
  return element("w:headerReference", { "w:type": type, "r:id": id });
}

/** The head of a page: its number in the middle, where it has one, and the stamp at the right. */
export function headPart(section: DocumentSection, kind: HeadKind): string {
  const width = textWidthOf(section);
  const tabs = word("tabs", {}, [
    word("tab", { val: "center", pos: Math.round(width / 2) }),
    word("tab", { val: "right", pos: width }),
  ]);
  const number = kind === "numbered" ? [pageNumber()] : [];
  const runs = [tab(), ...number, tab(), run(section.stamp, 10)];
  return XML_HEAD + element("w:hdr", { "xmlns:w": MAIN_SPACE }, [paragraph("Normal", runs, [tabs])]);
}

function tab(): string {
  return word("r", {}, [word("tab")]);
}

function pageNumber(): string {
  return word("fldSimple", { instr: " PAGE " }, [run("1")]);
}
