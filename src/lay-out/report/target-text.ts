// How a target's document is cited in a report.

import type { Target } from "../../model/target.js";

/** «Quyết định 387/QĐ-TTg, năm 2025», with «chưa xác minh» where the document itself was not seen. */
export function targetText({ document, year, isConfirmed }: Target): string {
  return `${document}, năm ${year}${isConfirmed ? "" : " (chưa xác minh)"}`;
}
