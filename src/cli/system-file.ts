// Files that systems and this program leave in folders; nobody sent them.

import { isManifestName } from "../trace/manifest.js";

const NAMES = new Set(["thumbs.db", "desktop.ini", "khuyenhoc.yaml"]);

/** True for a name (without folders) that is passed over in folders and archives. */
export function isSystemFile(name: string): boolean {
  return name.startsWith(".") || NAMES.has(name.toLowerCase()) || isManifestName(name);
}
