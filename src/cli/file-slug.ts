// Part of a file's name from a unit's code or name: letters and digits without marks, so that every system takes it.

import { looseText } from "../model/text.js";

/** «Xã Hướng Phùng» → `xa-huong-phung`; never empty, never a path. */
export function fileSlug(text: string): string {
  const slug = looseText(text)
    .toLowerCase()
    .replace(/đ/g, "d")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "");
  return slug === "" ? "khong-ten" : slug.slice(0, 60);
}
