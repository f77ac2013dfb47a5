// XML elements put together as text: what is opened is closed, and no text is mistaken for markup.

import { escapeText } from "./splice-text.js";

export const XML_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** Attributes in the order in which they are written; those undefined are left out. */
export type Attributes = Readonly<Record<string, string | number | undefined>>;

/** An element around children that are XML already; `escapeText` makes a text one. */
export function element(name: string, attributes: Attributes = {}, children: readonly string[] = []): string {
  let start = `<${name}`;
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== undefined) start += ` ${key}="${typeof value === "number" ? value : escapeText(value)}"`;
  }
  return children.length === 0 ? `${start}/>` : `${start}>${children.join("")}</${name}>`;
}
