// Tiny workbooks from named XML parts, for tests of reading: exactly the bytes a test is about, and nothing a library adds.

import { packPart, writeZip } from "../../src/ooxml/zip-writer.js";

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/** An archive of these parts, by name, in order. */
export function zipPackage(parts: Iterable<readonly [name: string, content: string | Uint8Array]>): Uint8Array {
  return writeZip(
    [...parts].map(([name, content]) => packPart(name, typeof content === "string" ? Buffer.from(content) : content)),
  );
}

export interface WorkbookParts {
  /** Sheet names and what stands inside `<worksheet>`, or a whole part where it begins with `<?xml`. */
  readonly sheets: readonly (readonly [name: string, content: string])[];
  /** Attributes of single sheets: `state="hidden"`. */
  readonly sheetAttributes?: readonly string[];
  /** What stands inside `<sst>`. */
  readonly strings?: string;
  /** What stands inside `<styleSheet>`. */
  readonly styles?: string;
  /** What stands before and after `<sheets>` in the workbook part. */
  readonly before?: string;
  readonly after?: string;
}

/** A workbook whose sheets stand in `xl/worksheets/sheet<n>.xml`. */
export function workbookPackage(parts: WorkbookParts): Uint8Array {
  return zipPackage(workbookParts(parts));
}

/** The parts of `workbookPackage`, to be changed by a test before they are packed. */
export function workbookParts(parts: WorkbookParts): Map<string, string> {
  const sheets = parts.sheets.map(([name], index) => {
    const attributes = parts.sheetAttributes?.[index] ?? "";
    return `<sheet name="${escapeXml(name)}" sheetId="${index + 1}" ${attributes} r:id="rId${index + 1}"/>`;
  });
  const links = parts.sheets.map((_, index) =>
    link(`rId${index + 1}`, "worksheet", `worksheets/sheet${index + 1}.xml`),
  );
  if (parts.strings !== undefined) links.push(link("rIdStrings", "sharedStrings", "sharedStrings.xml"));
  if (parts.styles !== undefined) links.push(link("rIdStyles", "styles", "styles.xml"));
  const found = new Map([
    ["_rels/.rels", relationships([link("rId1", "officeDocument", "xl/workbook.xml")])],
    [
      "xl/workbook.xml",
      xml(
        "workbook",
        `xmlns:r="${OFFICE}"`,
        `${parts.before ?? ""}<sheets>${sheets.join("")}</sheets>${parts.after ?? ""}`,
      ),
    ],
    ["xl/_rels/workbook.xml.rels", relationships(links)],
  ]);
  for (const [index, [, content]] of parts.sheets.entries()) {
    found.set(
      `xl/worksheets/sheet${index + 1}.xml`,
      content.startsWith("<?xml") ? content : xml("worksheet", "", content),
    );
  }
  if (parts.strings !== undefined) found.set("xl/sharedStrings.xml", xml("sst", "", parts.strings));
  if (parts.styles !== undefined) found.set("xl/styles.xml", xml("styleSheet", "", parts.styles));
  return found;
}

/** A workbook of one sheet «Trang 1» whose sheetData holds `rows`. */
export function sheetPackage(
  rows: string,
  rest: Omit<WorkbookParts, "sheets"> & { readonly behind?: string } = {},
): Uint8Array {
  return workbookPackage({ ...rest, sheets: [["Trang 1", `<sheetData>${rows}</sheetData>${rest.behind ?? ""}`]] });
}

export function link(id: string, type: string, target: string): string {
  return `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`;
}

export function relationships(links: readonly string[]): string {
  const namespace = "http://schemas.openxmlformats.org/package/2006/relationships";
  return `<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="${namespace}">${links.join("")}</Relationships>`;
}

export function escapeXml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}

function xml(root: string, attributes: string, content: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?><${root} xmlns="${MAIN}" ${attributes}>${content}</${root}>`;
}
