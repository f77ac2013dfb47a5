// word/document.xml: the blocks of every section, then the section's own set-up.

import { chartsOf, type DocumentBlock, type DocumentPlan, type DocumentSection } from "../../model/document-plan.js";
import type { PlannedChart } from "../../model/planned-chart.js";
import { OFFICE_RELATIONS } from "../../ooxml/new-package.js";
import { element, XML_HEAD } from "../../ooxml/xml-element.js";
import { inlineChartXml } from "./inline-chart.js";
import { type HeadKind, sectionSetup, textWidthOf } from "./page-setup.js";
import { ruleXml, sidesXml } from "./sides-xml.js";
import { MAIN_SPACE } from "./styles-part.js";
import { tableXml } from "./table-xml.js";
import { paragraph, run, word } from "./word-xml.js";

/** The part; `headId` names the heads of the section at a place. */
export function documentPart({ sections }: DocumentPlan, headId: (index: number, kind: HeadKind) => string): string {
  const chartNumber = chartNumbers(sections);
  const body = sections.flatMap((section, index) => {
    const setup = sectionSetup(section, (kind) => headId(index, kind));
    const foot = section.blocks.findIndex((block) => block.kind === "sides" && block.isStacked);
    const blocks = section.blocks.flatMap((block, place) => {
      const isKept = place < foot && place >= foot - COMPANY;
      const notes = notesFrom(section.blocks, place + 1);
      return isNoteOfTable(section.blocks, place) ? [] : blockXml(block, { section, chartNumber, isKept, notes });
    });
    return index + 1 === sections.length ? [...blocks, lowest(), setup] : [...blocks, lowest(setup)];
  });
  const spaces = { "xmlns:w": MAIN_SPACE, "xmlns:r": OFFICE_RELATIONS };
  return XML_HEAD + element("w:document", spaces, [word("body", {}, body)]);
}

function chartNumbers(sections: readonly DocumentSection[]): ReadonlyMap<PlannedChart, number> {
  return new Map(chartsOf(sections).map((chart, index) => [chart, index + 1]));
}

/** Paragraphs that go to the next page with the signature, which never stands alone. */
const COMPANY = 3;

/** The notes that stand from `place` on without a break. */
function notesFrom(blocks: readonly DocumentBlock[], place: number): readonly string[] {
  const block = blocks[place];
  if (block?.kind !== "paragraph" || block.look !== "note") return [];
  return [block.text, ...notesFrom(blocks, place + 1)];
}

/** Notes below a table are its last row, so that they go to no page by themselves. */
function isNoteOfTable(blocks: readonly DocumentBlock[], place: number): boolean {
  const before = blocks.slice(0, place).findLast((block) => block.kind !== "paragraph" || block.look !== "note");
  return before?.kind === "table" && notesFrom(blocks, place).length > 0;
}

interface Around {
  /** True where the block stays on one page with what follows. */
  readonly isKept: boolean;
  /** Notes right below it. */
  readonly notes: readonly string[];
  readonly section: DocumentSection;
  readonly chartNumber: ReadonlyMap<PlannedChart, number>;
}

function blockXml(block: DocumentBlock, { section, chartNumber, isKept, notes }: Around): readonly string[] {
  const width = textWidthOf(section);
  switch (block.kind) {
    case "sides":
      return [...(block.isStacked ? [gap()] : []), sidesXml(block, width)];
    case "table":
      return [tableXml(block, width, notes)];
    case "chart":
      return [inlineChartXml(block.chart, { width, number: chartNumber.get(block.chart) ?? 1 })];
    case "paragraph": {
      const kept = isKept ? [word("keepNext")] : [];
      const flush = block.isIndented ? [] : [word("ind", { firstLine: 0 })];
      const written = paragraph(block.look, [run(block.text)], [...kept, ...flush]);
      const isTitle = block.look === "report-title" && !section.numbersFirst;
      return isTitle ? [written, ruleXml(width, TITLE_RULE)] : [written];
    }
  }
}

/** The rule below the title, as a share of the page's width. */
const TITLE_RULE = 0.2;

function gap(): string {
  return paragraph("Normal", [], [word("keepNext")]);
}

/** As low as a paragraph can be, so that it begins no page of its own: after a table something must stand. */
function lowest(setup = ""): string {
  return paragraph("Normal", [], [word("spacing", { line: 20, lineRule: "exact" }), setup]);
}
