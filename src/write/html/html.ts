// The small words of HTML: elements around text that is never taken for markup.

import { escapeText } from "../../ooxml/splice-text.js";
import { type Attributes, element } from "../../ooxml/xml-element.js";
import { allowedText } from "../safe-text.js";

/** Elements that HTML writes without an end. */
const VOID: ReadonlySet<string> = new Set(["meta", "br"]);

/** Text for the inside of an element; its lines stay lines. */
export function text(value: string): string {
  return escapeText(allowedText(value)).replaceAll("\n", "<br>");
}

/** An element with an end of its own, as HTML wants it, around children that are HTML already. */
export function tag(name: string, attributes: Attributes, ...children: readonly string[]): string {
  const whole = element(name, attributes, children.length === 0 ? [""] : children);
  return VOID.has(name) ? whole.slice(0, -`</${name}>`.length) : whole;
}
