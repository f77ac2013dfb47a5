// An office's own form, told by what it is and not by its name.

import type { OwnForm } from "../../model/own-form.js";
import { identifyContent } from "../../ooxml/identify-content.js";
import { DEFAULT_LIMITS } from "../../ooxml/limits.js";
import { PackageFault } from "../../ooxml/package-fault.js";
import { ZipPackage } from "../../ooxml/zip-package.js";
import { openDocumentForm } from "./document-form.js";
import { openWorkbookForm } from "./workbook-form.js";

/** The form; undefined where it is neither a workbook nor a document that can be opened. */
export function openForm(bytes: Uint8Array): OwnForm | undefined {
  try {
    if (identifyContent(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)) !== undefined) return undefined;
    const names = new ZipPackage(bytes, DEFAULT_LIMITS).entries.map(({ name }) => name.toLowerCase());
    if (names.includes("xl/workbook.xml")) return openWorkbookForm(bytes);
    return names.some((name) => /^word\/document\d*\.xml$/.test(name)) ? openDocumentForm(bytes) : undefined;
  } catch (fault) {
    if (fault instanceof PackageFault) return undefined;
    throw fault;
  }
}
