// What the program says at a terminal, in both languages. The type of the Vietnamese words holds the English ones to the
// same sentences with the same values. What goes to senders (workbooks, receipts, the message) is Vietnamese always.

import type { Verdict } from "../model/aggregation.js";
import type { Severity } from "../model/finding.js";
import type { Period, Standing } from "../model/period.js";
import type { Language } from "./language.js";
import { ENGLISH } from "./words-en.js";
import { VIETNAMESE } from "./words-vi.js";

export interface Words {
  readonly verdicts: Readonly<Record<Verdict, string>>;
  readonly severities: Readonly<Record<Severity | "answered", string>>;
  counts(files: string, verdicts: string, findings: string): string;
  readonly noFindings: string;
  subject(unit: string, period: Period, asOf: string, standing: Standing | undefined): string;
  readonly provisional: string;
  covered(received: string, due: string): string;
  readonly returnedFiles: string;
  moreFiles(count: string): string;
  instead(path: string, other: string): string;
  copies(files: readonly string[]): string;
  older(files: readonly string[]): string;
  readonly wholeRun: string;
  /** The same where the run of this period is one of several. */
  wholeRunOf(period: Period): string;
  /** Behind the severity of a milder finding from which errors follow. */
  readonly withErrors: string;
  follows(message: string): string;
  moreFollow(count: number): string;
  hidden(counts: string): string;
  readonly howToSeeAll: string;
  /** What is being done, so many files of so many. */
  progress(work: "reading" | "receipts" | "marking" | "forms", done: string, total: string): string;
  readonly nothingAdded: string;
  wrote(path: string): string;
  wroteInto(folder: string, counts: { readonly receipts: string; readonly returns: string }): string;
  heldOpen(path: string): string;
  notWritten(path: string, reason: string): string;
  readonly chooseElsewhere: string;
  readonly writeReasons: ReadonlyMap<string, string>;
  unknownReason(code: string): string;
  ledgerNotWritten(folder: string, reason: string): string;
  doubtfulLedger(path: string, fault: "altered" | "unknown" | "unreadable"): string;
  /** A total of a closed period has changed: `figures` say which, `others` how many more. */
  closedTotal(date: string, figures: readonly string[], others: number): string;
  next(steps: readonly string[]): string;
  sendAgain(count: number): string;
  mend(count: number): string;
  readonly otherPeriod: string;
  readonly seeErrors: string;
  readonly explain: string;
  readonly explainInSummary: string;
  readonly addUp: string;
  readonly passOn: string;
}

/** The words of a language. */
export function wordsIn(language: Language): Words {
  return language === "en" ? ENGLISH : VIETNAMESE;
}
