// Entries of several files under their ids: shipped ones first, an office's own replace or add.

import { type Declared, refuseEntry } from "./parse-yaml.js";

/** Declared entries in declared order; a replaced entry keeps its place. */
export type Entries<T> = ReadonlyMap<string, Declared<T>>;

/**
 * Puts entries under their ids.
 *
 * @throws UsageError `declaration` where one id is declared twice among the shipped, or twice among the own entries
 */
export function entriesById<T>(
  shipped: readonly Declared<T>[],
  own: readonly Declared<T>[],
  idOf: (value: T) => string,
): Entries<T> {
  const entries = new Map(layer(shipped, idOf));
  for (const [id, entry] of layer(own, idOf)) entries.set(id, entry);
  return entries;
}

function layer<T>(declared: readonly Declared<T>[], idOf: (value: T) => string): ReadonlyMap<string, Declared<T>> {
  const entries = new Map<string, Declared<T>>();
  for (const entry of declared) {
    const id = idOf(entry.value);
    const earlier = entries.get(id);
    if (earlier !== undefined) {
      refuseEntry(entry, [], {
        reason: `«${id}» đã được khai báo ở ${earlier.file.shownPath}, dòng ${earlier.line}.`,
        allowed: "Xóa một trong hai khai báo, hoặc đặt mã khác.",
      });
    }
    entries.set(id, entry);
  }
  return entries;
}

/** The ids that are declared, as many as help: those that look like `wanted` first, five at most. */
export function allowedIds(ids: Iterable<string>, wanted: string): string {
  const all = [...ids];
  const near = all.filter((id) => id.slice(0, 2) === wanted.slice(0, 2));
  const shown = (near.length > 0 ? near : all).slice(0, 5);
  const rest = all.length - shown.length;
  return `Dùng mã đã khai báo: ${shown.join(", ")}${rest > 0 ? ` và ${rest} mã khác` : ""}.`;
}
