// New cell formats for marked cells, added behind the sender's own: each is the cell's old format with another fill, so that
// borders, fonts and number formats stay. The old colour is kept in the fill's second colour, which a solid fill does not
// show: a copy that comes back gets its own colours again.

import type { Severity } from "../../model/finding.js";
import type { Look } from "../../model/workbook-plan.js";
import { counted, only, type PackageDraft } from "../../ooxml/package-draft.js";
import { type ElementSpan, findElements } from "../../ooxml/xml-elements.js";
import { appended, elementXml, prefixOf, type Splice } from "../../ooxml/xml-splice.js";
import { lookBorder, lookFill, lookFont, lookFormat } from "./look-xml.js";
import { isMarkColour, MARK_COLOURS } from "./mark-colours.js";

const LISTS = ["fonts", "fills", "borders", "cellXfs"] as const;
type List = (typeof LISTS)[number];
const WANTED = {
  elements: [...LISTS, "xf", "fill", "font", "border", "patternFill", "fgColor", "bgColor"],
  attributes: ["count", "fillId", "patternType", "rgb", "indexed"],
};
/** Which program saved the workbook stands here. */
const PROPERTIES = "docProps/app.xml";
/** The second colour of a fill that hides no other: «automatic». */
const NO_COLOUR = ' indexed="64"';

/** What a stored fill looks like, as far as marks need it. */
interface StoredFill {
  /** Attributes of the colour below a mark; of the fill's own colour where it is no mark; undefined for none. */
  readonly colour: string | undefined;
  readonly isMark: boolean;
}

export class StylePatch {
  private readonly draft: PackageDraft;
  private readonly name: string;
  private readonly part: Buffer;
  /** LibreOffice writes a second colour of its own; what stood below a mark is lost there. */
  private readonly keepsSecondColours: boolean;
  private readonly lists: ReadonlyMap<List, ElementSpan>;
  private readonly formats: readonly ElementSpan[];
  private readonly fills: readonly StoredFill[];
  private readonly prefix: string;
  private readonly lengths = new Map<List, number>();
  private readonly added = new Map<List, string[]>();
  private readonly known = new Map<string, number>();

  /** Faults: damaged, where the part lacks one of its lists. */
  constructor(draft: PackageDraft, name: string) {
    this.draft = draft;
    this.keepsSecondColours = draft.read(PROPERTIES)?.includes("LibreOffice") !== true;
    this.name = name;
    this.part = draft.need(name);
    const elements = findElements(this.part, WANTED, draft.limits);
    const listOf = (list: List): ElementSpan => only(elements.filter((one) => one.name === list && one.depth === 2));
    this.lists = new Map(LISTS.map((list) => [list, listOf(list)]));
    this.prefix = prefixOf(this.part, listOf("cellXfs"));
    const within = (list: List, child: string) =>
      elements.filter((one) => one.name === child && one.inside === this.lists.get(list));
    this.formats = within("cellXfs", "xf");
    this.fills = within("fills", "fill").map((fill) => this.storedFill(fill, elements));
    this.lengths.set("fonts", within("fonts", "font").length);
    this.lengths.set("fills", this.fills.length);
    this.lengths.set("borders", within("borders", "border").length);
    this.lengths.set("cellXfs", this.formats.length);
  }

  /** True where a cell may wear the mark of an earlier copy. */
  get hasMarks(): boolean {
    return this.fills.some(({ isMark }) => isMark);
  }

  /** The format of a cell of this style under a mark. */
  marked(style: number, severity: Severity): number {
    return this.once(`${style} ${severity}`, () => {
      const below = this.fillOf(style)?.colour ?? NO_COLOUR;
      return this.withFill(style, this.addFill(` rgb="${MARK_COLOURS[severity]}"`, below));
    });
  }

  /** The format without the mark that an earlier copy left; the style itself where it has none. */
  unmarked(style: number): number {
    const fill = this.fillOf(style);
    if (fill?.isMark !== true) return style;
    return this.once(`${style} plain`, () => {
      const colour = fill.colour ?? NO_COLOUR;
      return this.withFill(style, colour === NO_COLOUR ? 0 : this.addFill(colour, NO_COLOUR));
    });
  }

  /** The format of a look. */
  look(look: Look): number {
    return this.once(`look ${look}`, () => {
      const font = this.add("fonts", lookFont(look));
      const fill = lookFill(look);
      const border = this.add("borders", lookBorder(look));
      return this.add(
        "cellXfs",
        lookFormat(look, { font, border, fill: fill === undefined ? 0 : this.addFill(` rgb="${fill}"`, NO_COLOUR) }),
      );
    });
  }

  /** Puts what was added into the package. */
  finish(): void {
    const splices: Splice[] = [];
    for (const [list, items] of this.added) {
      const span = this.lists.get(list);
      if (span === undefined) continue;
      splices.push(appended(this.part, span, items.join("")), ...counted(this.part, span, this.lengths.get(list) ?? 1));
    }
    this.draft.change(this.name, splices);
  }

  private fillOf(style: number): StoredFill | undefined {
    return this.fills[Number(this.formats[style]?.attributes.get("fillId")?.text ?? "0")];
  }

  private storedFill(fill: ElementSpan, elements: readonly ElementSpan[]): StoredFill {
    const pattern = elements.find((one) => one.name === "patternFill" && one.inside === fill);
    const colours = elements.filter((one) => one.inside === pattern && pattern !== undefined);
    const front = colours.find((one) => one.name === "fgColor");
    const back = colours.find((one) => one.name === "bgColor");
    const isSolid = pattern?.attributes.get("patternType")?.text === "solid";
    const isMark = isSolid && isMarkColour(front?.attributes.get("rgb")?.text);
    const below = this.keepsSecondColours ? back : undefined;
    const shown = isMark ? below : front;
    const attributes = shown === undefined ? undefined : /^<\S+([^>]*?)\s*\/?>/.exec(elementXml(this.part, shown))?.[1];
    return { isMark, colour: isSolid ? attributes : undefined };
  }

  private withFill(style: number, fill: number): number {
    const format = this.formats[style];
    const xml =
      format === undefined ? '<xf numFmtId="0" fontId="0" borderId="0" xfId="0"/>' : elementXml(this.part, format);
    return this.add("cellXfs", withAttribute(withAttribute(xml, "fillId", String(fill)), "applyFill", "1"));
  }

  private addFill(front: string, back: string): number {
    return this.add(
      "fills",
      `<fill><patternFill patternType="solid"><fgColor${front}/><bgColor${back}/></patternFill></fill>`,
    );
  }

  /** Adds an item behind the stored ones, in the part's own prefix; gives its place. */
  private add(list: List, xml: string): number {
    const items = this.added.get(list) ?? [];
    this.added.set(list, items);
    items.push(prefixed(xml, this.prefix));
    const place = this.lengths.get(list) ?? 1;
    this.lengths.set(list, place + 1);
    return place;
  }

  private once(key: string, make: () => number): number {
    const known = this.known.get(key) ?? make();
    this.known.set(key, known);
    return known;
  }
}

/** New elements under the prefix of the part they come into; a copied one has it already. */
function prefixed(xml: string, prefix: string): string {
  return prefix === "" || xml.startsWith(`<${prefix}`) ? xml : xml.replace(/<(\/?)(?=\w)/g, `<$1${prefix}`);
}

/** An element's text with one attribute of its opening tag set. */
function withAttribute(xml: string, name: string, value: string): string {
  const stated = new RegExp(`^(<[^>]*?\\s${name}=)(?:"[^"]*"|'[^']*')`);
  if (stated.test(xml)) return xml.replace(stated, `$1"${value}"`);
  return xml.replace(/^<[^\s/>]+/, (start) => `${start} ${name}="${value}"`);
}
