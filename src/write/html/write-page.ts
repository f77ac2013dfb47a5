// DocumentPlan → one HTML file that needs nothing else: to be read on a phone, sent on, printed. The same plan gives the
// same bytes.

import {
  chartsOf,
  type DocumentBlock,
  type DocumentPlan,
  type DocumentSection,
  type LookedText,
  type Paragraph,
  type Sides,
} from "../../model/document-plan.js";
import type { PlannedChart } from "../../model/planned-chart.js";
import { chartFigure } from "./chart-svg.js";
import { tag, text } from "./html.js";
import { pageStyle } from "./page-style.js";
import { tableHtml } from "./table-html.js";

/** Headings below a section's title, by their look. */
const HEADINGS: Readonly<Record<string, string>> = { part: "h2", section: "h3", subsection: "h4" };

/** The page. */
export function writePage({ mark, title, creator, sections }: DocumentPlan): Uint8Array {
  const charts = chartsOf(sections);
  const stamp = sections[0]?.stamp ?? "";
  const head = [
    tag("meta", { charset: "utf-8" }),
    tag("meta", { name: "viewport", content: "width=device-width, initial-scale=1" }),
    tag("meta", { name: "generator", content: creator }),
    tag("title", {}, text(title)),
    tag("style", {}, pageStyle(stamp)),
  ];
  const links = sections.map(({ name }, index) => tag("li", {}, tag("a", { href: `#${idOf(index)}` }, text(name))));
  const body = [
    tag("p", { hidden: "" }, text(mark)),
    tag("nav", { "aria-label": "Các phần của báo cáo" }, tag("ol", {}, ...links)),
    tag("main", {}, ...sections.map((section, index) => sectionHtml({ section, index, charts }))),
  ];
  const page = tag("html", { lang: "vi" }, tag("head", {}, ...head), tag("body", {}, ...body));
  return Buffer.from(`<!doctype html>\n${page}\n`, "utf8");
}

interface Placed {
  readonly section: DocumentSection;
  readonly index: number;
  /** Every chart of the page, in order. */
  readonly charts: readonly PlannedChart[];
}

function idOf(index: number): string {
  return `phan-${index + 1}`;
}

function sectionHtml(placed: Placed): string {
  const { section, index } = placed;
  const attributes = {
    id: idOf(index),
    class: section.isLandscape ? "wide" : undefined,
    "aria-labelledby": `${idOf(index)}-ten`,
  };
  return tag("section", attributes, ...section.blocks.map((block) => blockHtml(block, placed)));
}

function blockHtml(block: DocumentBlock, placed: Placed): string {
  switch (block.kind) {
    case "paragraph":
      return paragraphHtml(block, placed.index);
    case "sides":
      return sidesHtml(block);
    case "table":
      return tableHtml(block, placed.section.isLandscape);
    case "chart":
      return chartFigure(block.chart, placed.charts.indexOf(block.chart) + 1);
  }
}

/** The title of a section is its heading; the first one is that of the whole page. */
function paragraphHtml({ look, isIndented, text: content }: Paragraph, index: number): string {
  if (look === "report-title") {
    const name = index === 0 ? "h1" : "h2";
    const kind = index === 0 ? "document-title" : "annex-title";
    return tag(name, { id: `${idOf(index)}-ten`, class: kind }, text(content));
  }
  const kinds = isIndented ? `${look} indented` : look;
  return tag(HEADINGS[look] ?? "p", { class: kinds }, text(content));
}

function sidesHtml({ rows, isStacked, ruled }: Sides): string {
  const side = (lines: readonly LookedText[], own: LookedText | undefined): string =>
    tag(
      "div",
      {},
      ...lines
        .filter((line) => line.text !== "")
        .map((line) => tag("p", { class: line === own ? `${line.look} own` : line.look }, text(line.text))),
    );
  const left = rows.map(([line]) => line);
  const issuer = ruled === undefined ? undefined : left[ruled];
  const right = rows.map(([, line]) => line);
  return tag("div", { class: isStacked ? "sides foot" : "sides" }, side(left, issuer), side(right, undefined));
}
