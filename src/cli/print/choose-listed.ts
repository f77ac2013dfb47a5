// Which findings a screen shows when there are too many to read: of every file its worst ones, files with errors first.

import type { Finding } from "../../model/finding.js";
import { SEVERITIES } from "../../model/finding.js";

/** So many findings are still read one by one; more of them are cut unless all are asked for. */
const READABLE = 60;
/** However many files are faulty, each that is shown shows so many. */
const LEAST_PER_FILE = 5;

export interface Listed<One extends Finding> {
  /** With what follows from them: files with errors before files with questions, what concerns the whole run last. */
  readonly shown: readonly One[];
  readonly hidden: readonly One[];
}

/** At most some sixty findings, each file's errors before its milder ones; nothing is hidden where `amount` is «all». */
export function chooseListed<One extends Finding>(findings: readonly One[], amount: "all" | "readable"): Listed<One> {
  const files = [...groupByFile(findings)].sort(([a, ours], [b, theirs]) => rankOf(a, ours) - rankOf(b, theirs));
  const ordered = files.flatMap(([, ofFile]) => ofFile);
  if (amount === "all" || findings.length <= READABLE) return { shown: ordered, hidden: [] };
  const share = Math.max(LEAST_PER_FILE, Math.floor(READABLE / files.length));
  const kept = new Set(files.flatMap(([, ofFile]) => worst(ofFile, share)).slice(0, READABLE));
  return {
    shown: ordered.filter((finding) => kept.has(finding)),
    hidden: ordered.filter((finding) => !kept.has(finding)),
  };
}

function groupByFile<One extends Finding>(findings: readonly One[]): ReadonlyMap<string, readonly One[]> {
  const files = new Map<string, One[]>();
  for (const finding of findings) {
    const ofFile = files.get(finding.place.file) ?? [];
    files.set(finding.place.file, ofFile);
    ofFile.push(finding);
  }
  return files;
}

/** Findings without a file are about the whole run and follow from the files: they come last. */
function rankOf(file: string, findings: readonly Finding[]): number {
  if (file === "") return SEVERITIES.length;
  return findings.reduce(
    (gravest, finding) => Math.min(gravest, SEVERITIES.indexOf(finding.severity)),
    Number.POSITIVE_INFINITY,
  );
}

function worst<One extends Finding>(findings: readonly One[], count: number): readonly One[] {
  return SEVERITIES.flatMap((severity) => findings.filter((finding) => finding.severity === severity)).slice(0, count);
}
