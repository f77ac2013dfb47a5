// Rules are data: a kind of check, its parameters, and the finding it gives. Here are the shapes that checks see.

import type { FindingDraft, Place } from "./finding.js";
import type { History } from "./history.js";
import type { EntryCount, ListKeys } from "./left-behind.js";
import type { Period } from "./period.js";
import type { Quantity } from "./quantity.js";
import type { Relation } from "./relation.js";
import type { FormTable, Submission } from "./submission.js";
import type { Unit } from "./unit.js";

/** A figure with all that a finding says about it. */
export interface Figure {
  readonly code: string;
  readonly label: string;
  readonly place: Place;
  readonly typed: string;
  readonly quantity: Quantity;
  /** đồng per unit written on the sheet, so that a message shows amounts as the sheet does; 1 for counts. */
  readonly scale: number;
  /** Most that rounding on the sheet may have moved the figure, in đồng; 0 for counts and for whole đồng. */
  readonly rounding: number;
  /** True for a sum to which some row gave nothing: it says at least, not how much. */
  readonly isIncomplete?: boolean;
}

/**
 * All figures of one thing in one submission: a branch (its rows on every form), a child unit, or the reporting unit
 * itself (its cover and the sums over its rows; the place of a sum is its total cell, else its heading).
 */
export interface FigureRecord {
  readonly subject: "branch" | "child" | "unit";
  /** Unit key, branch key, or the row's name where the unit is not known. */
  readonly unit: string;
  readonly name: string;
  /** What tells it from other records of its unit: the name of an own fund, the holder of a second row. */
  readonly part?: string;
  /** Sheet row of the record on its first form; 0 for the reporting unit. */
  readonly row: number;
  /** The known value; undefined where it is not known, has no column, or was refused earlier. `form`: only there. */
  value(code: string, form?: string): number | undefined;
  /** Everything about the figure; undefined where no column carries it. */
  figure(code: string, form?: string): Figure | undefined;
}

/** Records beside one another, each made when it is asked for. */
export interface RecordSet {
  readonly count: number;
  at(index: number): FigureRecord;
  subjectAt(index: number): FigureRecord["subject"];
  /** Indexes of the records about a subject, in ascending order. */
  placesOf(subject: FigureRecord["subject"]): Int32Array;
  /**
   * What `value` gives of every record, in order, NaN where it is not known; undefined where no record has it. There may be
   * room behind the last one, and it is used again for the next set.
   */
  column(code: string): Float64Array | undefined;
}

/** One entry of a list: a coordination programme, an award, a criterion of a score sheet. */
export interface ListEntry {
  /** What names it. */
  readonly name: string;
  /** Key of the unit whose entry it is; "" where that is not known. */
  readonly unit: string;
  /** True where it is the reporting unit's own. */
  readonly isOwn: boolean;
  /** A known number by field or indicator code; money in whole đồng. */
  value(code: string): number | undefined;
  /** A text by field code; "" for none. */
  text(code: string): string;
  /** Where a finding about the field points: its cell, or that of the entry's name where it has none. */
  cell(code: string): { readonly place: Place; readonly label: string; readonly typed: string };
}

/** One thing a rule was applied to. */
export interface CheckResult {
  readonly passed: number;
  readonly failed: readonly FindingDraft[];
  readonly skipped: number;
}

/** A figure of a record that a check asks for by itself; `form`: only there. */
export interface FigureName {
  readonly code: string;
  readonly form?: string | undefined;
}

/** Values of some records, each figure in a column of its own; NaN for one that is not known. */
export interface GlimpsedValues {
  readonly columns: readonly Float64Array[];
  /** How many records: there may be room behind the last one. */
  readonly count: number;
}

/** What a glance may say of a record. */
export const VERDICTS = ["passed", "skipped", "unclear"] as const;

/** What a check says of most records by a few values, so that records need not be asked one by one. */
export interface Glance {
  readonly of: readonly FigureName[];
  /**
   * The values in the order of `of`, NaN for one that is not known because nothing was typed: none was refused. For each
   * record it puts into `verdicts` what the check itself would say of it, or «unclear», as an index into VERDICTS. A loop
   * of its own for each kind of check: the engine then neither calls nor makes anything for each record.
   */
  readonly say: (values: GlimpsedValues, verdicts: Uint8Array, period: Period | undefined) => void;
}

export interface CheckContext {
  readonly submission: Submission;
  readonly unit: Unit | undefined;
  readonly period: Period | undefined;
  readonly file: string;
  /** Figures of earlier periods; undefined where none were given. */
  readonly history: History | undefined;
  /** Printed label of an indicator. */
  labelOf(code: string): string;
}

/** What is known when all submissions of a run are read. */
export interface UnitsContext extends Pick<CheckContext, "period" | "history"> {
  /** The unit asked for; undefined for a cluster. */
  readonly unit: Unit | undefined;
  /** Its totals: only those to which every unit below gave its part. */
  readonly area: FigureRecord;
}

/** How entries of lists in different files are known to be alike, without a word of them. */
export interface AcrossLists {
  /** The field that a finding stands at. */
  readonly field: string;
  /** Keys of a file's entries; `unit`: whose list it is. */
  readonly keysOf: (entries: readonly ListEntry[], unit: string) => ListKeys;
  /** Whether two entries with one key are alike indeed, by their traits. */
  readonly areAlike: (key: number, a: number, b: number) => boolean;
  /** The finding and its wording. */
  readonly finding: string;
  readonly variant: string;
}

/** How entries that stand in files of their own are counted, and held against what the unit reports in another. */
export interface CountedAcross {
  /** The figure that counts them, and the field that names their branch. */
  readonly counted: string;
  readonly group: string;
  /** Entries that count at the cut-off, by branch as `sameText` has it; "" for those that name none. */
  readonly countedBy: (
    entries: readonly ListEntry[],
    submission: Pick<Submission, "asOf">,
  ) => ReadonlyMap<string, readonly ListEntry[]>;
  /** The finding where the figure of a branch, or of a whole unit, is not `count`; `elsewhere`: where entries stand. */
  readonly differing: (
    record: Pick<FigureRecord, "unit" | "name"> & { readonly figure: Figure },
    listed: { readonly count: number; readonly elsewhere: string },
  ) => FindingDraft;
  /** The finding on entries of a branch that the report does not have; `elsewhere`: where the report stands. */
  readonly unknown: (listed: EntryCount, at: { readonly file: string; readonly elsewhere: string }) => FindingDraft;
}

/** Before a field code, in the place of a form: whichever list has that field. */
export const ANY_LIST_WITH = "*.";

/** A rule ready to run: its check is bound to its parameters when the declarations are loaded. */
export type BoundCheck =
  | {
      readonly scope: "record";
      readonly run: (record: FigureRecord, context: CheckContext) => CheckResult;
      /** How most records are settled without `run`. */
      readonly glance?: Glance;
      /** The subjects it looks at; all where absent. */
      readonly on?: readonly FigureRecord["subject"][];
      /** Where one of its figures may stand in a file of its own: which, and what is said once both are at hand. */
      readonly besides?: {
        readonly code: string;
        /** The form that may be a file of its own, and the form it is compared with. */
        readonly form: string;
        readonly ofForm: string;
        readonly run: (record: FigureRecord) => CheckResult;
      };
      /** Figures without whose column it skips a record, whatever stands there. */
      readonly needsColumns?: readonly string[];
      /** True where it skips a record unless every figure that the rule reads is there: rows need not be asked one by one. */
      readonly needsAll?: boolean;
    }
  | {
      readonly scope: "table";
      readonly run: (table: FormTable, context: CheckContext) => CheckResult;
      /** True where what it finds makes the sums over the rows wrong: faults of those sums follow from it. */
      readonly distortsSums?: boolean;
    }
  | {
      /** Entries of one form's lists, beside the reporting unit's own figures. */
      readonly scope: "list";
      readonly form: string;
      readonly run: (entry: ListEntry, area: FigureRecord, context: CheckContext) => CheckResult;
    }
  | {
      /** All entries of one form's lists together, beside the records of the workbook's rows. */
      readonly scope: "whole-list";
      /** Id of the form, or `ANY_LIST_WITH` and a field code: every list that has such a field. */
      readonly form: string;
      readonly run: (
        entries: readonly ListEntry[],
        records: readonly FigureRecord[],
        context: CheckContext,
      ) => CheckResult;
      /** Where entries of several files are held against one another. */
      readonly across?: AcrossLists;
      /** Where they are counted against figures of another file. */
      readonly countedAcross?: CountedAcross;
    }
  | {
      readonly scope: "submission";
      readonly run: (records: RecordSet, context: CheckContext) => CheckResult;
      /** True where what it finds in rows is why their sums look odd. */
      readonly explainsSums?: boolean;
    }
  | {
      /** Units beside one another, once all their submissions are read. */
      readonly scope: "units";
      /** siblings: once for the units of each level · area: once, at the totals of the asked unit. */
      readonly looksAt: "siblings" | "area";
      readonly run: (records: RecordSet, context: UnitsContext) => CheckResult;
    };

export interface Rule {
  /** Unique name of the rule: `V-H03.nu`. */
  readonly id: string;
  /** Finding code, and the variant of its wording. */
  readonly finding: string;
  readonly variant: string | undefined;
  readonly check: string;
  readonly bound: BoundCheck;
  /** What it demands of the figures of one record, where that can be put into a formula beside them. */
  readonly relation?: Relation | undefined;
  /** Indicators the rule reads: one that is not declared is refused when the rule is loaded. */
  readonly reads: readonly string[];
  /** Indicators whose figures of an earlier period the rule compares with; such a rule is skipped without any. */
  readonly readsPast: readonly string[];
  /** Years the rule is in force; undefined: always. */
  readonly fromYear: number | undefined;
  readonly untilYear: number | undefined;
  /** Document or convention the rule rests on. */
  readonly source: string;
  /** Examples that must pass and must fail, as indicator values; run by the tests. */
  readonly accept: ReadonlyMap<string, number>;
  readonly reject: ReadonlyMap<string, number>;
}
