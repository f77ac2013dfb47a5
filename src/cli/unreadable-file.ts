// A file that the system will not give.

import { systemCode } from "./system-code.js";

/** What reading rejects with. It answers the whole command where nobody has a better answer. */
export class UnreadableFile extends Error {
  /** Why, as the system calls it: EACCES, EISDIR, … */
  readonly code: string;
  /** Why, in a few Vietnamese words. */
  readonly reason: string;
  readonly path: string;

  constructor(path: string, fault: unknown) {
    super("a file was not read", { cause: fault });
    this.path = path;
    this.code = systemCode(fault);
    this.reason = readReason(fault);
  }
}

/** Why the system would not give a file, in a few Vietnamese words. */
export function readReason(fault: unknown): string {
  const code = systemCode(fault);
  if (code === "EACCES" || code === "EPERM") return "không có quyền đọc";
  if (code === "EISDIR") return "thư mục không mở được";
  return code === "EBUSY" ? "đang mở ở chương trình khác" : "máy không đọc được";
}
