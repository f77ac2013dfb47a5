// Where elements stand in the bytes of a part: for changes that touch a few of them and leave every other byte alone.

import type { Limits } from "./limits.js";
import { nameKey } from "./name-key.js";
import { END, OPEN, XmlScanner } from "./xml-scanner.js";
import { attributeText } from "./xml-text.js";

/** An attribute without prefix, and the bytes of its value between the quotes. */
export interface AttributeSpan {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Bytes of an element: `start` at its `<`, `end` behind its last `>`. */
export interface ElementSpan {
  /** Local name, as it was asked for. */
  readonly name: string;
  /** 1 for the root. */
  readonly depth: number;
  readonly start: number;
  /** Behind the opening tag, and where the closing one begins; both at `end` for an element that closes itself. */
  readonly contentStart: number;
  readonly contentEnd: number;
  readonly end: number;
  readonly attributes: ReadonlyMap<string, AttributeSpan>;
  /** The element with a name asked for that this one stands in. */
  readonly inside: ElementSpan | undefined;
}

interface OpenElement {
  readonly name: string;
  readonly depth: number;
  readonly start: number;
  readonly attributes: ReadonlyMap<string, AttributeSpan>;
  readonly inside: OpenElement | undefined;
  contentStart: number;
  contentEnd: number;
  end: number;
}

/** What is looked for: local names of elements, and of the attributes wanted with them. */
export interface WantedNames {
  readonly elements: readonly string[];
  readonly attributes: readonly string[];
}

/** Every element with one of the names, in the order in which they begin. Faults: damaged, too deep. */
export function findElements(part: Buffer, wanted: WantedNames, limits: Limits): readonly ElementSpan[] {
  const names = new Map(wanted.elements.map((name) => [nameKey(name), name]));
  const attributes = new Map(wanted.attributes.map((name) => [nameKey(name), name]));
  const scanner = new XmlScanner(part, limits);
  const found: OpenElement[] = [];
  const open: OpenElement[] = [];
  for (let tag = scanner.nextTag(); tag !== END; tag = scanner.nextTag()) {
    if (tag === OPEN) {
      const name = names.get(scanner.name);
      if (name === undefined) continue;
      const element = openElement(scanner, { name, attributes, inside: open.at(-1) });
      found.push(element);
      open.push(element);
    } else {
      const last = open.at(-1);
      if (last !== undefined && last.depth === scanner.depth + 1) closeElement(scanner, last, open);
    }
  }
  return found;
}

function openElement(
  scanner: XmlScanner,
  context: { name: string; attributes: ReadonlyMap<number, string>; inside: OpenElement | undefined },
): OpenElement {
  const start = scanner.textEnd;
  const { depth } = scanner;
  const attributes = new Map<string, AttributeSpan>();
  while (scanner.nextAttribute()) {
    const name = context.attributes.get(scanner.attribute);
    if (name === undefined) continue;
    attributes.set(name, { text: attributeText(scanner), start: scanner.valueStart, end: scanner.valueEnd });
  }
  const behind = scanner.behindTag();
  return {
    name: context.name,
    depth,
    start,
    attributes,
    inside: context.inside,
    contentStart: behind,
    contentEnd: behind,
    end: behind,
  };
}

/** An element that closes itself has −1 behind its tag; its end is where the scanner stands now. */
function closeElement(scanner: XmlScanner, element: OpenElement, open: OpenElement[]): void {
  open.pop();
  if (element.contentStart < 0) {
    element.contentStart = scanner.textEnd;
    element.contentEnd = scanner.textEnd;
    element.end = scanner.textEnd;
    return;
  }
  element.contentEnd = scanner.textEnd;
  element.end = scanner.behindTag();
}
