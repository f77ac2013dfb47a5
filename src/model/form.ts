// A form (biểu mẫu) as declared: its grains, its fields, and the headings they may stand under.

/**
 * What a row of the form is: `value` label–value pairs of the unit itself · `branch` one branch inside a commune ·
 * `upper` one child unit · `record` one entry of a list that a unit keeps (a programme, an award, a criterion).
 */
export const GRAINS = ["value", "branch", "upper", "record"] as const;
export type Grain = (typeof GRAINS)[number];

/**
 * identity: who or what the row (or the workbook) is · indicator: measures it · category: sorts the row ·
 * check: compared, never taken · text: read by people only · attribute: kept with its record, and carried upward with it.
 */
export const ROLES = ["identity", "indicator", "check", "category", "text", "attribute"] as const;
export type Role = (typeof ROLES)[number];

/** What an attribute holds: words · a day, or the month or year of it that is known · a year · a whole number · points. */
export const HELD = ["words", "day", "year", "count", "points"] as const;
export type Held = (typeof HELD)[number];

/** What a blank choice follows from: `past` where the year in another column is over, `otherwise` where it is not. */
export interface YearDefault {
  readonly year: string;
  readonly past: string;
  readonly otherwise: string;
}

/** What of a criterion may stand in a blank list: its code, its name, the most points, on which figure they rest. */
export const CRITERION_TEXTS = ["code", "name", "max", "basis"] as const;

/** Rows that a blank list begins with: one for each criterion of a score sheet. */
export interface ListPrefill {
  readonly scoresheet: string;
  /** What stands in a column, by field code. */
  readonly columns: ReadonlyMap<string, (typeof CRITERION_TEXTS)[number]>;
}

/** When a field must be there: always · only beside another form · at least one group of those that share a name. */
export type Requirement =
  | { readonly kind: "never" }
  | { readonly kind: "always" }
  | { readonly kind: "with-form"; readonly form: string }
  | { readonly kind: "one-of"; readonly group: string };

export interface Field {
  /** Indicator code, or a word of the form's own (`unit.code`, `row.name`, `kind`, `moneyUnit`, …). */
  readonly code: string;
  readonly role: Role;
  /** The column's number or letter on the printed form; empty where it has none. */
  readonly column: string;
  readonly heading: string;
  /**
   * Other ways the heading is written, as full texts. Tiers of a heading are joined with a space before they are
   * compared, so «Gia đình học tập» over «Công nhận» reads «Gia đình học tập Công nhận».
   */
  readonly synonyms: readonly string[];
  /**
   * Headings that name only the group of columns this one belongs to («Gia đình học tập», «Học bổng»): over a single
   * column they leave open which of the group is meant.
   */
  readonly groups: readonly string[];
  readonly required: Requirement;
  /** Category fields: canonical value → the ways it is written. */
  readonly values: ReadonlyMap<string, readonly string[]>;
  readonly note: string;
  /** Attributes: what they hold; words where absent. */
  readonly holds?: Held;
  /** Attributes with values: the finding where something else is written; absent: the row is unsorted (V-T03). */
  readonly otherwise?: string;
  readonly whenBlank?: YearDefault;
}

export interface FormGrain {
  readonly grain: Grain;
  readonly fields: readonly Field[];
}

export interface Form {
  readonly id: string;
  readonly version: number;
  readonly name: string;
  /** The sheet's name as the program writes it, and other names and title words it is known by. */
  readonly sheet: string;
  readonly titles: readonly string[];
  /**
   * Titles that are no longer awarded, by what stands in their place: columns under them are asked about, and their
   * figures are never taken for those of the titles that came after them.
   */
  readonly formerTitles?: ReadonlyMap<string, readonly string[]>;
  /** True where amounts stand on it, so that the unit of money must be declared. */
  readonly hasMoney: boolean;
  /** True where a blank workbook has the form only if it is asked for. */
  readonly isOptional?: boolean;
  /** Lists: what a blank one begins with; absent: empty rows. */
  readonly prefill?: ListPrefill;
  /** Its rows are counted by their categories as those of this form, where that one does not stand beside it. */
  readonly countsAs?: string;
  /** True for a list of persons: it is checked, and nothing that stands in it goes into an output or a message. */
  readonly isPrivate?: boolean;
  readonly grains: readonly FormGrain[];
}

/** The fields of one grain of a form; none where the form has no such grain. */
export function fieldsOf(form: Form, grain: Grain): readonly Field[] {
  return form.grains.find((candidate) => candidate.grain === grain)?.fields ?? [];
}

/** True for an attribute that is read as a number. */
export function holdsNumber({ role, holds }: Field): boolean {
  return role === "attribute" && (holds === "count" || holds === "points");
}

/** True for a form that is a list of records. */
export function isList(form: Form): boolean {
  return fieldsOf(form, "record").length > 0;
}
