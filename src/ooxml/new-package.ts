// A package made from nothing: its parts, what type each is of, and which leads to which (ISO/IEC 29500-2).

import { element, XML_HEAD } from "./xml-element.js";
import { packPart, writeZip } from "./zip-writer.js";

export const OFFICE_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships";
const CONTENT_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types";
const RELATIONS_TYPE = "application/vnd.openxmlformats-package.relationships+xml";

export interface NewPart {
  /** `word/document.xml`. */
  readonly name: string;
  /** Content type. */
  readonly type: string;
  readonly content: string;
}

/** One part leads to another; `from` is empty for the package itself. */
export interface PartLink {
  readonly id: string;
  readonly from: string;
  /** Whole type of the relationship. */
  readonly type: string;
  readonly to: string;
}

/** The package as bytes; they depend on the parts and the links alone. */
export function newPackage(parts: readonly NewPart[], links: readonly PartLink[]): Uint8Array {
  const sources = [...new Set(links.map(({ from }) => from))];
  const files: readonly (readonly [name: string, content: string])[] = [
    ["[Content_Types].xml", typesPart(parts)],
    ...sources.map((from) => [relationsName(from), relationsPart(links.filter((link) => link.from === from))] as const),
    ...parts.map(({ name, content }) => [name, content] as const),
  ];
  return writeZip(files.map(([name, content]) => packPart(name, Buffer.from(content, "utf8"))));
}

/** `word/document.xml` → `word/_rels/document.xml.rels`. */
export function relationsName(part: string): string {
  const folder = part.slice(0, part.lastIndexOf("/") + 1);
  return `${folder}_rels/${part.slice(folder.length)}.rels`;
}

function relationsPart(links: readonly PartLink[]): string {
  const told = links.map(({ id, type, to }) => element("Relationship", { Id: id, Type: type, Target: `/${to}` }));
  return XML_HEAD + element("Relationships", { xmlns: PACKAGE_RELATIONS }, told);
}

function typesPart(parts: readonly NewPart[]): string {
  return (
    XML_HEAD +
    element("Types", { xmlns: CONTENT_TYPES }, [
      element("Default", { Extension: "rels", ContentType: RELATIONS_TYPE }),
      element("Default", { Extension: "xml", ContentType: "application/xml" }),
      ...parts.map(({ name, type }) => element("Override", { PartName: `/${name}`, ContentType: type })),
    ])
  );
}
