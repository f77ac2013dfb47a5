// DocumentPlan → .docx. The same plan gives the same bytes: no clock, no drawn ids.

import { chartsOf, type DocumentPlan, type DocumentSection } from "../../model/document-plan.js";
import { type NewPart, newPackage, OFFICE_RELATIONS, type PartLink } from "../../ooxml/new-package.js";
import { escapeText } from "../../ooxml/splice-text.js";
import { element, XML_HEAD } from "../../ooxml/xml-element.js";
import { CHART_TYPE, chartXml } from "../chart/chart-xml.js";
import { allowedText } from "../safe-text.js";
import { documentPart } from "./document-part.js";
import { chartId } from "./inline-chart.js";
import { HEAD_KINDS, type HeadKind, headPart } from "./page-setup.js";
import { MAIN_SPACE, stylesPart } from "./styles-part.js";
import { saying, word } from "./word-xml.js";

const DOCUMENT = "word/document.xml";
const CORE = "docProps/core.xml";
const CORE_SPACE = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties";
const CORE_RELATION = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties";
const WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml";

/** The document as a package that Word and LibreOffice open. */
export function writeDocument(plan: DocumentPlan): Uint8Array {
  const beside: readonly NewPart[] = [
    wordPart("styles", stylesPart()),
    wordPart("settings", settingsPart()),
    ...chartsOf(plan.sections).map(
      (chart, index): NewPart => ({
        name: `word/charts/${chartId(index + 1)}.xml`,
        type: CHART_TYPE,
        content: chartXml(chart, "values"),
      }),
    ),
    ...plan.sections.flatMap((section, index) => HEAD_KINDS.map((kind) => headOf(section, index, kind))),
  ];
  const parts = [
    { name: DOCUMENT, type: `${WORD_TYPE}.document.main+xml`, content: documentPart(plan, headId) },
    ...beside,
    { name: CORE, type: "application/vnd.openxmlformats-package.core-properties+xml", content: corePart(plan) },
  ];
  const links: readonly PartLink[] = [
    { id: "document", from: "", type: `${OFFICE_RELATIONS}/officeDocument`, to: DOCUMENT },
    { id: "core", from: "", type: CORE_RELATION, to: CORE },
    ...beside.map(linkTo),
  ];
  return newPackage(parts, links);
}

/** A part that the document leads to, called by its kind. */
function wordPart(kind: string, content: string): NewPart {
  return { name: `word/${kind}.xml`, type: `${WORD_TYPE}.${kind}+xml`, content };
}

function headOf(section: DocumentSection, index: number, kind: HeadKind): NewPart {
  const content = headPart(section, kind);
  return { name: `word/${headId(index, kind)}.xml`, type: `${WORD_TYPE}.header+xml`, content };
}

function headId(index: number, kind: HeadKind): string {
  return `header-${index + 1}-${kind}`;
}

function linkTo({ name, type }: NewPart): PartLink {
  const id = name.slice(name.lastIndexOf("/") + 1, name.lastIndexOf("."));
  const kind = /\.(\w+)\+xml$/.exec(type)?.[1] ?? "";
  return { id, from: DOCUMENT, type: `${OFFICE_RELATIONS}/${kind}`, to: name };
}

/** Opened as a document of today's Word, not in the mode for old ones. */
function settingsPart(): string {
  const mode = {
    name: "compatibilityMode",
    uri: "http://schemas.microsoft.com/office/word",
    val: "15",
  };
  const settings = [
    saying("defaultTabStop", 567),
    word("compat", {}, [word("compatSetting", mode)]),
    word("themeFontLang", { val: "vi-VN" }),
    saying("decimalSymbol", ","),
    saying("listSeparator", ";"),
  ];
  return XML_HEAD + element("w:settings", { "xmlns:w": MAIN_SPACE }, settings);
}

function corePart({ title, creator, created }: DocumentPlan): string {
  const spaces = {
    "xmlns:cp": CORE_SPACE,
    "xmlns:dc": "http://purl.org/dc/elements/1.1/",
    "xmlns:dcterms": "http://purl.org/dc/terms/",
    "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
  };
  const text = (name: string, value: string): string => element(name, {}, [escapeText(allowedText(value))]);
  const moment = (name: string): string =>
    element(name, { "xsi:type": "dcterms:W3CDTF" }, [created.replace(/\.\d+Z$/, "Z")]);
  return (
    XML_HEAD +
    element("cp:coreProperties", spaces, [
      text("dc:title", title),
      text("dc:creator", creator),
      text("dc:language", "vi-VN"),
      moment("dcterms:created"),
      moment("dcterms:modified"),
    ])
  );
}
