// One file of a run: read from disk, unpacked where it is an archive, taken in. The same in every thread.

import { type TakeIn, type TakenFile, unpacked, unreadableFile } from "../pipeline.js";
import type { Env, FoundFile } from "./env.js";
import { systemCode } from "./system-code.js";
import { isSystemFile } from "./system-file.js";

/**
 * What `file` holds: itself, or every submission of an archive. A file that the system will not give gets its finding.
 * `place` is its place in the list of files found; where archives stand before it, it is not yet its place in the run.
 */
export async function takeFile(
  { path, shown, modified }: FoundFile,
  place: number,
  { takeIn, read }: { readonly takeIn: TakeIn } & Pick<Env, "read">,
): Promise<readonly TakenFile[]> {
  const bytes = await read(path).catch((fault: unknown) => reasonOf(fault));
  if (typeof bytes === "string") return [unreadableFile(shown, modified, bytes)];
  const taken: TakenFile[] = [];
  for (const one of unpacked({ path: shown, modified, bytes }, (name) => !isSystemFile(name))) {
    taken.push(await takeIn(one, place));
  }
  return taken;
}

function reasonOf(fault: unknown): string {
  const code = systemCode(fault);
  if (code === "EACCES" || code === "EPERM") return "không có quyền đọc";
  if (code === "EISDIR") return "thư mục không mở được";
  return code === "EBUSY" ? "đang mở ở chương trình khác" : "máy không đọc được";
}
