// The shipped catalogue for tests, and the same with an office's own declarations on top.

import { readdirSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { type DeclarationFile, loadCatalogue } from "../../src/catalogue/load-catalogue.js";
import type { Catalogue } from "../../src/model/catalogue.js";

const ROOT = fileURLToPath(new URL("../../src/catalogue/", import.meta.url));
const kept: { files?: readonly DeclarationFile[]; catalogue?: Catalogue } = {};

/** Every shipped declaration file, in the order of the folders. */
export function shippedFiles(): readonly DeclarationFile[] {
  kept.files ??= readdirSync(ROOT, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.(?:yaml|csv)$/.test(entry.name))
    .map((entry) => {
      const path = relative(ROOT, join(entry.parentPath, entry.name)).split(sep).join("/");
      return { path, shownPath: `src/catalogue/${path}`, text: readFileSync(join(ROOT, path), "utf8") };
    });
  return kept.files;
}

/** The shipped catalogue, loaded once for a test file. */
export function shippedCatalogue(): Catalogue {
  kept.catalogue ??= loadCatalogue(shippedFiles(), []);
  return kept.catalogue;
}

/** The shipped catalogue with own files; each is shown as `khai-bao/<path>` in refusals. */
export function catalogueWith(own: readonly { readonly path: string; readonly text: string }[]): Catalogue {
  return loadCatalogue(
    shippedFiles(),
    own.map(({ path, text }) => ({ path, shownPath: `khai-bao/${path}`, text })),
  );
}
