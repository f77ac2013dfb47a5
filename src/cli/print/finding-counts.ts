// How many findings there are of each kind; a query that was answered is a kind of its own.

import type { Finding, Severity } from "../../model/finding.js";
import type { Words } from "../words.js";
import { countWords } from "./count-words.js";

type Standing = Severity | "answered";
const STANDINGS: readonly Standing[] = ["error", "query", "answered", "note"];

/** «3 lỗi, 1 cần giải trình, 2 đã giải trình»; "" for none. */
export function findingCounts(findings: readonly Finding[], words: Words): string {
  const standings = findings.map(
    ({ severity, explanation }): Standing =>
      severity === "query" && explanation !== undefined ? "answered" : severity,
  );
  return countWords(standings, STANDINGS, words.severities);
}
