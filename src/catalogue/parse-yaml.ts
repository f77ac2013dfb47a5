// A declaration file of YAML → checked entries, each with its line. Only a refusal asks for positions inside an entry,
// because they cost more than all the rest. zod's own texts never reach the user.

import type { z } from "zod";
import type { DeclarationFile } from "./declaration-file.js";
import { refuse } from "./refuse.js";
import { wordIssue } from "./word-refusal.js";
import { lineAt, lineOfKey, yamlValue } from "./yaml-positions.js";

export { refuse } from "./refuse.js";

/** An entry of a declaration file and where it begins. */
export interface Declared<T> {
  readonly value: T;
  /** 1-based line of the entry's «-». */
  readonly line: number;
  readonly file: DeclarationFile;
  /** Place in the file's list, from 0. */
  readonly index: number;
}

/**
 * Reads a file that is a YAML list at its top; an empty file is an empty list.
 *
 * @throws UsageError `declaration` naming the line, what is wrong and what is allowed
 */
export function parseYaml<T>(file: DeclarationFile, schema: z.ZodType<T[]>): readonly Declared<T>[] {
  const values = checked(file, schema, yamlValue(file) ?? []);
  const lines = entryLines(file, values.length);
  return values.map((value, index) => ({ value, line: lines[index] ?? 1, file, index }));
}

/**
 * Reads a file that is one set of settings.
 *
 * @throws UsageError `declaration` as `parseYaml`
 */
export function parseSettings<T>(file: DeclarationFile, schema: z.ZodType<T>): T {
  return checked(file, schema, yamlValue(file) ?? {});
}

function checked<T>(file: DeclarationFile, schema: z.ZodType<T>, value: unknown): T {
  const result = schema.safeParse(value, { error: (issue) => wordIssue(issue).reason });
  return result.success ? result.data : refuseIssue(file, result.error.issues);
}

/**
 * Refuses an entry that is well formed but wrong; `path` leads to the offending value inside the entry.
 *
 * @throws UsageError `declaration`, always
 */
export function refuseEntry(
  entry: Declared<unknown>,
  path: readonly PropertyKey[],
  words: { readonly reason: string; readonly allowed: string },
): never {
  const line = path.length === 0 ? entry.line : lineAt(entry.file, [entry.index, ...path]);
  refuse(entry.file, line, words.reason, words.allowed);
}

function refuseIssue(file: DeclarationFile, issues: readonly z.core.$ZodIssue[]): never {
  const issue = innermost(issues);
  if (issue === undefined) throw new Error("refused without an issue");
  const key = issue.code === "unrecognized_keys" ? issue.keys[0] : undefined;
  const line = key === undefined ? lineAt(file, issue.path) : lineOfKey(file, issue.path, key);
  refuse(file, line, `${whereIn(issue.path)}${issue.message}`, wordIssue(issue).allowed);
}

/** The first issue; of a union, the first issue of the branch that came furthest. */
function innermost(issues: readonly z.core.$ZodIssue[]): z.core.$ZodIssue | undefined {
  const first = issues[0];
  if (first?.code !== "invalid_union") return first;
  let best: z.core.$ZodIssue | undefined;
  for (const branch of first.errors) {
    const inner = innermost(branch);
    const depth = best === undefined ? 0 : best.path.length;
    if (inner !== undefined && inner.path.length > depth) best = inner;
  }
  return best === undefined ? first : { ...best, path: [...first.path, ...best.path] };
}

/** «mục fields › 3 › code: »; which entry it is, is told by the line. */
function whereIn(path: readonly PropertyKey[]): string {
  const inside = typeof path[0] === "number" ? path.slice(1) : path;
  const below = inside.map((step) => (typeof step === "number" ? String(step + 1) : String(step)));
  return below.length === 0 ? "" : `mục ${below.join(" › ")}: `;
}

/** Entries of a block list stand under one another with the same indent; any other shape is located one by one. */
function entryLines(file: DeclarationFile, count: number): readonly number[] {
  const lines: number[] = [];
  let indent: number | undefined;
  let line = 1;
  for (let start = 0; start < file.text.length; line += 1) {
    let at = start;
    while (file.text[at] === " ") at += 1;
    if (file.text[at] === "-" && /[\s]/.test(file.text[at + 1] ?? " ")) {
      indent ??= at - start;
      if (at - start === indent) lines.push(line);
    }
    const end = file.text.indexOf("\n", at);
    start = end < 0 ? file.text.length : end + 1;
  }
  if (lines.length === count) return lines;
  return Array.from({ length: count }, (_, index) => lineAt(file, [index]));
}
