// Where each declaration in force comes from: which file and line, shipped or an office's own, added or in the place of a
// shipped one.

import * as z from "zod";
import { DIVISION_COLUMNS, DIVISION_PATH } from "../model/split-key.js";
import type { DeclarationFile } from "./declaration-file.js";
import { parseYaml } from "./parse-yaml.js";
import { readRows, rowLines } from "./register-csv.js";

/** Folders whose files are lists of entries with an id, and what one entry is called. */
export const DECLARED_KINDS = {
  indicators: "chỉ tiêu",
  forms: "biểu",
  rules: "quy tắc",
  findings: "lời nhắc",
  targets: "văn bản giao chỉ tiêu",
  scoresheets: "bảng điểm",
  groupings: "cụm",
  divisions: "cách chia đơn vị cũ",
} as const;
export type DeclaredKind = keyof typeof DECLARED_KINDS;

export interface DeclaredSource {
  readonly kind: DeclaredKind;
  /** `HV01`, `BM01`, `V-H03.nu`, `20674@2022-10-01 → 20678@2025-07-01`; a wording of a finding is `V-L01/chưa điền`. */
  readonly id: string;
  /** As it is shown: below the shipped declarations, or where the office keeps its own. */
  readonly path: string;
  readonly line: number;
  readonly origin: "shipped" | "added" | "replaced";
}

const ENTRIES = z.array(
  z.looseObject({ id: z.string().optional(), code: z.string().optional(), variant: z.string().optional() }),
);

/** Every declaration in force once, in the order of the files; an own one stands in the place of the shipped one. */
export function declaredSources(
  shipped: readonly DeclarationFile[],
  own: readonly DeclarationFile[],
): readonly DeclaredSource[] {
  const sources = new Map<string, DeclaredSource>();
  for (const one of shipped.flatMap((file) => sourcesIn(file, file.path, "shipped"))) sources.set(keyOf(one), one);
  for (const one of own.flatMap((file) => sourcesIn(file, file.shownPath, "added"))) {
    const isShipped = sources.get(keyOf(one))?.origin === "shipped";
    sources.set(keyOf(one), isShipped ? { ...one, origin: "replaced" } : one);
  }
  return [...sources.values()];
}

function keyOf({ kind, id }: DeclaredSource): string {
  return `${kind} ${id}`;
}

function sourcesIn(file: DeclarationFile, path: string, origin: DeclaredSource["origin"]): readonly DeclaredSource[] {
  if (file.path === DIVISION_PATH) return divisionSources(file, path, origin);
  const kind = kindOf(file);
  if (kind === undefined) return [];
  return parseYaml(file, ENTRIES).flatMap(({ value, line }) => {
    const name = value.id ?? value.code;
    if (name === undefined) return [];
    return [
      {
        kind,
        id: value.variant === undefined || value.id !== undefined ? name : `${name}/${value.variant}`,
        path,
        line,
        origin,
      },
    ];
  });
}

function divisionSources(
  file: DeclarationFile,
  path: string,
  origin: DeclaredSource["origin"],
): readonly DeclaredSource[] {
  const lines = rowLines(file);
  const { values } = readRows(file, DIVISION_COLUMNS, ({ cells: [old = "", next = ""] }) => `${old} → ${next}`);
  return values.map((id, place) => ({ kind: "divisions", id, path, line: lines[place] ?? 1, origin }));
}

function kindOf({ path }: DeclarationFile): DeclaredKind | undefined {
  const folder = path.split("/")[0];
  const kinds: readonly DeclaredKind[] = [
    "indicators",
    "forms",
    "rules",
    "findings",
    "targets",
    "scoresheets",
    "groupings",
  ];
  return path.endsWith(".csv") ? undefined : kinds.find((kind) => kind === folder);
}
