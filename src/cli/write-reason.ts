// Why the system would not let a file be written, in words.

import { systemCode } from "./system-code.js";
import type { Words } from "./words.js";
import { VIETNAMESE } from "./words-vi.js";

/** One clause that ends with a full stop. */
export function writeReason(fault: unknown, { writeReasons, unknownReason }: Words = VIETNAMESE): string {
  const code = systemCode(fault);
  return writeReasons.get(code) ?? unknownReason(code);
}
