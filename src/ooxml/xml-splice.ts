// Changes to the bytes of an XML part, gathered and carried out together: what no change names stays byte for byte.

import { escapeText } from "./splice-text.js";
import type { ElementSpan } from "./xml-elements.js";

/** Bytes start … end give way to `text`; equal bounds insert. */
export interface Splice {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The part after all changes. Those at one place are kept in the order given; overlapping ones are our mistake. */
export function spliced(part: Buffer, splices: readonly Splice[]): Buffer {
  if (splices.length === 0) return part;
  const pieces: Buffer[] = [];
  let position = 0;
  for (const { start, end, text } of [...splices].sort((a, b) => a.start - b.start)) {
    if (start < position) throw new Error(`changes overlap at byte ${start}`);
    pieces.push(part.subarray(position, start), Buffer.from(text, "utf8"));
    position = end;
  }
  pieces.push(part.subarray(position));
  return Buffer.concat(pieces);
}

/** Sets an attribute of an element, which is added where the element has none. */
export function attributeSet(part: Buffer, element: ElementSpan, name: string, value: string): Splice {
  const attribute = element.attributes.get(name);
  if (attribute !== undefined) return { start: attribute.start, end: attribute.end, text: escapeText(value) };
  const place = behindName(part, element.start);
  return { start: place, end: place, text: ` ${name}="${escapeText(value)}"` };
}

/** Adds `xml` as the last content of an element, which is opened where it closes itself. */
export function appended(part: Buffer, element: ElementSpan, xml: string): Splice {
  if (element.contentEnd < element.end) return { start: element.contentEnd, end: element.contentEnd, text: xml };
  const slash = part.lastIndexOf("/", element.end - 1);
  const name = part.toString("latin1", element.start + 1, behindName(part, element.start));
  return { start: slash, end: element.end, text: `>${xml}</${name}>` };
}

/** The prefix with its colon that an element's name has; "" for none. New elements beside it take the same. */
export function prefixOf(part: Buffer, element: ElementSpan): string {
  const name = part.toString("latin1", element.start + 1, behindName(part, element.start));
  return name.slice(0, name.indexOf(":") + 1);
}

/** The element as it stands. */
export function elementXml(part: Buffer, element: ElementSpan): string {
  return part.toString("utf8", element.start, element.end);
}

function behindName(part: Buffer, start: number): number {
  let place = start + 1;
  while (place < part.length && !/[\s/>]/.test(String.fromCharCode(part[place] ?? 0x3e))) place += 1;
  return place;
}
