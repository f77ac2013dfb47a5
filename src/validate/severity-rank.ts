// How grave a draft is: its wording says so.

import { type FindingDraft, type FindingText, SEVERITIES } from "../model/finding.js";

/** 0 for errors, higher for milder findings. */
export function severityRank(
  { code, variant }: Pick<FindingDraft, "code" | "variant">,
  texts: ReadonlyMap<string, FindingText>,
): number {
  const text = texts.get(variant === undefined ? code : `${code}/${variant}`);
  return text === undefined ? SEVERITIES.length : SEVERITIES.indexOf(text.severity);
}
