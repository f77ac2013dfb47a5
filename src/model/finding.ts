// A fault, a question or a remark, in four parts: where, found and expected, why, how to mend.
// Stages give drafts (code, place, figures); the wording comes from the catalogue and is applied once.

import { addressText, type CellAddress } from "./cell-address.js";
import type { Question } from "./explanation.js";

/** error blocks the submission · query wants an explanation · note only informs. */
export const SEVERITIES = ["error", "query", "note"] as const;
export type Severity = (typeof SEVERITIES)[number];

export interface Place {
  /** Path of the file as given; inside a cluster's run, the submission's own file. */
  readonly file: string;
  readonly sheet?: string;
  readonly cell?: CellAddress;
}

/** What a stage or a check saw, not yet worded. */
export interface FindingDraft {
  readonly code: string;
  /** Which wording of the code applies; the code's own where absent (V-K02 as a note, V-E01's two sentences). */
  readonly variant?: string;
  readonly place: Place;
  /** Values for the message's placeholders, by their names in the message; numbers already in Vietnamese writing. */
  readonly values: ReadonlyMap<string, string>;
  /** Key of the unit concerned, and its name where the register does not know it: a branch as its row calls it. */
  readonly unit?: string;
  readonly unitName?: string;
  /** Indicator code concerned, and its label as printed. */
  readonly field?: string;
  readonly label?: string;
  /** As typed, and what it should be. */
  readonly found?: string;
  readonly expected?: string;
  readonly difference?: number;
  /** What a query is about where that is less than its wording and figures: its answer holds while this stays the same. */
  readonly asks?: string;
  /** Id of the rule that failed; undefined for what a stage itself noticed. */
  readonly rule?: string;
  /** Marks drafts that follow from another: the draft they follow from. */
  readonly cause?: FindingDraft;
}

export interface Finding {
  /** Stable within a run: `F0001`, in printing order. */
  readonly id: string;
  readonly code: string;
  readonly severity: Severity;
  readonly place: Place;
  readonly unit: string | undefined;
  readonly unitName: string | undefined;
  readonly field: string | undefined;
  readonly label: string | undefined;
  readonly found: string | undefined;
  readonly expected: string | undefined;
  readonly difference: number | undefined;
  readonly message: string;
  readonly why: string;
  readonly fix: string;
  readonly rule: string | undefined;
  /** Id of the finding this one follows from. */
  readonly cause: string | undefined;
  /** By which an answer is known to belong to it. */
  readonly question?: Question;
  /** What was answered, where it is a query. */
  readonly explanation?: string;
}

/** True for an error, and for a query that nobody answered. */
export function isOpen({ severity, explanation }: Finding): boolean {
  return severity === "error" || (severity === "query" && explanation === undefined);
}

/** The words of one finding code (or of one variant of it), as declared in the catalogue. */
export interface FindingText {
  readonly code: string;
  readonly variant: string | undefined;
  readonly severity: Severity;
  /** The rule in English, for developers and `--lang en`. */
  readonly rule: string;
  /** Message, why and fix may carry placeholders in braces: «Ô {ô} ({cột}): …». */
  readonly message: string;
  readonly why: string;
  readonly fix: string;
}

/** Placeholder values of a draft: `values({ ô: "B7", cột: "Nữ" })`. */
export function values(entries: Readonly<Record<string, string>>): ReadonlyMap<string, string> {
  return new Map(Object.entries(entries));
}

/** Fills the placeholders of a sentence; one without a value stays visible, which a house test refuses. */
export function fillIn(sentence: string, given: ReadonlyMap<string, string>): string {
  return sentence.replace(/\{([^{}]+)\}/g, (whole, name: string) => given.get(name) ?? whole);
}

/** The order in which findings are printed: file, sheet, row, column, code. */
export function comparePlaces(a: FindingDraft, b: FindingDraft): number {
  return (
    compareText(a.place.file, b.place.file) ||
    compareText(a.place.sheet ?? "", b.place.sheet ?? "") ||
    (a.place.cell?.row ?? 0) - (b.place.cell?.row ?? 0) ||
    (a.place.cell?.column ?? 0) - (b.place.cell?.column ?? 0) ||
    compareText(a.code, b.code)
  );
}

/** file › sheet › cell, as far as they are known. */
export function placeText(place: Place): string {
  return [place.file, place.sheet, place.cell === undefined ? undefined : addressText(place.cell)]
    .filter((part) => part !== undefined)
    .join(" › ");
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
