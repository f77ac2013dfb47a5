// Shipped declarations read ahead, when the program is built: their values by the hash of their texts. A file whose text is
// another one since then is simply read again.

import { createHash } from "node:crypto";
import type { DeclarationFile } from "./declaration-file.js";
import { yamlValue } from "./yaml-positions.js";

/** The values of these files, as JSON. @throws UsageError `declaration` where one is no YAML */
export function preparedJson(files: readonly DeclarationFile[]): string {
  const values = files.filter(({ path }) => !path.endsWith(".csv")).map((file) => [hashOf(file), yamlValue(file)]);
  return JSON.stringify(Object.fromEntries(values));
}

/** The same files, with their values where `json` knows them. */
export function withPrepared(files: readonly DeclarationFile[], json: string): readonly DeclarationFile[] {
  const values: Readonly<Record<string, unknown>> = JSON.parse(json);
  return files.map((file) => {
    const value = file.path.endsWith(".csv") ? undefined : values[hashOf(file)];
    return value === undefined ? file : { ...file, value };
  });
}

function hashOf({ text }: DeclarationFile): string {
  return createHash("sha256").update(text).digest("hex");
}
