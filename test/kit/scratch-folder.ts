// A folder that lives as long as a test file, with spaces and diacritics in its name, as on a secretary's desk.

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";

/** The folder's path; removed after the last test of the file. */
export function scratchFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "khuyến học "));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
