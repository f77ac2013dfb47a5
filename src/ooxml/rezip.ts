// Packs an archive again, so that what a library wrote depends on its contents alone and not on the clock.

import { DEFAULT_LIMITS, type Limits } from "./limits.js";
import { ZipPackage } from "./zip-package.js";
import { DEFAULT_LEVEL, packPart, writeZip } from "./zip-writer.js";

/**
 * The same contents in the same order as an archive of our own: equal contents give equal bytes, whoever packed them and
 * whenever.
 */
export function rezip(bytes: Uint8Array, level: number = DEFAULT_LEVEL, limits: Limits = DEFAULT_LIMITS): Uint8Array {
  const archive = new ZipPackage(bytes, limits);
  return writeZip(archive.entries.map((entry) => packPart(entry.name, archive.readEntry(entry), level)));
}
