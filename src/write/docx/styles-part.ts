// word/styles.xml: one paragraph style a look. Sizes and letters are those of the workbook; distances are a document's.
// Source: Nghị định 30/2020/NĐ-CP, phụ lục I: first line 1 cm, at least 6 points between paragraphs, lines 1 to 1,5.

import { LOOKS, type Look } from "../../model/workbook-plan.js";
import { element, XML_HEAD } from "../../ooxml/xml-element.js";
import { APPEARANCES, type Appearance, FONT_NAME } from "../looks.js";
import { saying, TWIPS_A_POINT, twips, word } from "./word-xml.js";

export const MAIN_SPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

/** Distances in points; `line` in lines; `outline` 1 is the highest heading. */
interface Setting {
  readonly before?: number;
  readonly after?: number;
  readonly line?: number;
  readonly isIndented?: boolean;
  readonly keepsNext?: boolean;
  readonly outline?: number;
}

const PROSE: Setting = { after: 6, line: 1.15, isIndented: true };
const SETTINGS: Partial<Readonly<Record<Look, Setting>>> = {
  title: { before: 12, keepsNext: true },
  "report-title": { after: 2, keepsNext: true, outline: 1 },
  subtitle: { after: 2, keepsNext: true },
  warning: { before: 2, after: 2, keepsNext: true },
  "annex-mark": { keepsNext: true },
  "money-unit": { after: 2, keepsNext: true },
  part: { before: 12, after: 6, keepsNext: true, outline: 2 },
  section: { before: 6, after: 6, isIndented: true, keepsNext: true, outline: 3 },
  subsection: { ...PROSE, keepsNext: true, outline: 4 },
  body: PROSE,
  guidance: PROSE,
  note: { before: 2 },
  group: { keepsNext: true },
  break: { keepsNext: true },
};

/** The part: Times New Roman 13, Vietnamese, and the styles by which paragraphs are called. */
export function stylesPart(): string {
  const fonts = { ascii: FONT_NAME, hAnsi: FONT_NAME, cs: FONT_NAME, eastAsia: FONT_NAME };
  const letters = [
    word("rFonts", fonts),
    ...sizes(13),
    word("lang", { val: "vi-VN", eastAsia: "vi-VN", bidi: "ar-SA" }),
  ];
  return (
    XML_HEAD +
    element("w:styles", { "xmlns:w": MAIN_SPACE }, [
      word("docDefaults", {}, [
        word("rPrDefault", {}, [word("rPr", {}, letters)]),
        word("pPrDefault", {}, [
          word("pPr", {}, [word("spacing", { before: 0, after: 0, line: 240, lineRule: "auto" })]),
        ]),
      ]),
      style("Normal", "Normal", { isDefault: true, parts: [] }),
      ...LOOKS.map((look) => style(look, nameOf(look), { isDefault: false, parts: partsOf(look) })),
    ])
  );
}

interface StyleParts {
  readonly isDefault: boolean;
  readonly parts: readonly string[];
}

function style(id: string, name: string, { isDefault, parts }: StyleParts): string {
  const base = isDefault ? [] : [saying("basedOn", "Normal")];
  const attributes = { type: "paragraph", default: isDefault ? 1 : undefined, styleId: id };
  return word("style", attributes, [saying("name", name), ...base, word("qFormat"), ...parts]);
}

/** Headings bear the names by which word processors list them. */
function nameOf(look: Look): string {
  const level = SETTINGS[look]?.outline;
  return level === undefined ? look : `heading ${level}`;
}

function partsOf(look: Look): readonly string[] {
  const { before, after, line, isIndented, keepsNext, outline } = SETTINGS[look] ?? {};
  const appearance = APPEARANCES[look];
  const spacing = {
    before: inTwips(before),
    after: inTwips(after),
    line: line === undefined ? undefined : Math.round(line * 240),
    lineRule: line === undefined ? undefined : "auto",
  };
  const setting = [
    ...(keepsNext === true ? [word("keepNext")] : []),
    word("spacing", spacing),
    ...(isIndented === true ? [word("ind", { firstLine: twips(10) })] : []),
    saying("jc", appearance.across === "justify" ? "both" : appearance.across),
    ...(outline === undefined ? [] : [saying("outlineLvl", outline - 1)]),
  ];
  return [word("pPr", {}, setting), word("rPr", {}, lettersOf(appearance))];
}

function inTwips(points: number | undefined): number | undefined {
  return points === undefined ? undefined : points * TWIPS_A_POINT;
}

function lettersOf({ bold, italic, underline, colour, size }: Appearance): readonly string[] {
  return [
    ...(bold ? [word("b"), word("bCs")] : []),
    ...(italic ? [word("i"), word("iCs")] : []),
    saying("color", colour.slice(2)),
    ...sizes(size),
    ...(underline ? [saying("u", "single")] : []),
  ];
}

function sizes(points: number): readonly string[] {
  return [saying("sz", points * 2), saying("szCs", points * 2)];
}
