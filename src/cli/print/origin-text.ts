// Where a declaration comes from, in words.

import type { DeclaredSource } from "../../catalogue/declared-sources.js";
import type { Say } from "../language.js";

const ORIGINS: Readonly<Record<DeclaredSource["origin"], string>> = {
  shipped: "có sẵn",
  added: "thêm mới",
  replaced: "thay bản có sẵn",
};

/** «có sẵn, forms/bm01.yaml dòng 4». */
export function originText({ origin, path, line }: DeclaredSource, say: Say): string {
  return say(`${ORIGINS[origin]}, ${path} dòng ${line}`);
}
