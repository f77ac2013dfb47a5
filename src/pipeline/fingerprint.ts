// The fingerprint by which a text is known again.

import { createHash } from "node:crypto";

/** SHA-256 of a text: of the layout of a form that is sent out, and that comes back. */
export function fingerprint(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
